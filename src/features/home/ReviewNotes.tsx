import { flag } from '../../domain/record/fields.ts';
import { readField } from '../../domain/record/readField.ts';
import { readReview } from '../../domain/record/review/readReview.ts';
import { reviewStateWord } from '../../domain/record/review/rules.ts';
import { phases } from '../../domain/record/review/states.ts';
import { roleWord } from '../../domain/record/role.ts';
import type { Session } from '../../session/session.ts';
import { momentWord, shortened } from '../../ui/words.ts';
import { type ReviewNext, reviewNext } from './reviewNext.ts';

const phaseWord = { midyear: '中間', final: '最終' } as const;

/** What the reviews of the year ask of whoever uses this device. Empty until the record is read. */
function nextOf(session: Session): ReviewNext[] {
	// Before anything returns early: what is followed here tells when to look again.
	const [author, ready] = [session.author.value, session.ready.value, session.version.value];
	if (!author || !ready || session.closed.value) return [];
	const fold = session.record();
	const checksFirst = readField(fold, 'year', 'checksFirst', flag).value;
	return phases.flatMap((phase) => reviewNext(readReview(fold, phase), author.role, checksFirst) ?? []);
}

/** For whoever decides: what awaits them, above everything else on the page. */
export function AwaitedReview({ session }: { session: Session }) {
	const awaited = nextOf(session).filter(({ kind }) => kind === 'decide');
	if (awaited.length === 0) return null;
	return (
		<section class="band review-awaited" aria-labelledby="awaited">
			<div>
				<h2 id="awaited">
					確認を待っているもの <span class="home-count">{awaited.length}件</span>
				</h2>
				<ul>
					{awaited.map(({ phase, step }) => (
						<li key={phase} class="meta num">
							<b>{phaseWord[phase]}</b>
							<span>
								{momentWord(step.at)} {roleWord(step.by)}
								{step.event === 'check' ? 'が確認' : 'が提出'}
							</span>
						</li>
					))}
				</ul>
			</div>
			<a class="btn btn-go" href="/review">
				校長確認へ
			</a>
		</section>
	);
}

/** For those who enter: what was sent back as a whole, what has to be settled, whose turn it is. */
export function ReviewNotes({ session }: { session: Session }) {
	const notes = nextOf(session).filter(({ kind }) => kind !== 'decide');
	return (
		<>
			{notes.map((note) => (
				<Note key={note.phase} {...note} />
			))}
		</>
	);
}

function Note({ phase, kind, step, awaits }: ReviewNext) {
	const name = phaseWord[phase];
	if (kind === 'wait') {
		return (
			<p class="review-waits small quiet">
				{name}は{awaits && roleWord(awaits)}の確認待ちです（{momentWord(step.at)} {roleWord(step.by)}
				{step.event === 'check' ? 'が確認' : 'が提出'}）。<a href="/review">校長確認を見る</a>
			</p>
		);
	}
	if (kind === 'settle') {
		return (
			<section class="band">
				<h2>{name}の確認が食い違っています</h2>
				<p class="small">
					別々の端末で、ちがう確認が行われました。どれも残っています。決まるまでは「{reviewStateWord(step.state)}
					」として扱います。
				</p>
				<ReviewLink words="校長確認で決める" />
			</section>
		);
	}
	return (
		<section class="band">
			<h2>
				{name}が{step.event === 'reopen' ? '開き直されています' : '差し戻されています'}
			</h2>
			{step.reason && <blockquote class="quote quote-returned">{shortened(step.reason, 200)}</blockquote>}
			<p class="small quiet num">
				{roleWord(step.by)} {momentWord(step.at)}
			</p>
			<ReviewLink words="直して、もう一度提出する" />
		</section>
	);
}

const ReviewLink = ({ words }: { words: string }) => (
	<a class="btn btn-line" href="/review">
		{words}
	</a>
);
