import type { Comment } from '../../domain/record/review/comments.ts';
import { roleWord } from '../../domain/record/role.ts';
import type { Session } from '../../session/session.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { Square, squareWords } from '../../ui/Square.tsx';
import { momentWord, shortened } from '../../ui/words.ts';
import { type Described, describer } from './describe.ts';

const shown = 6;

/** □ that were sent back, with what was said of them: before everything else that is to be done. */
export function Returned({ session }: { session: Session }) {
	const ids = session.ids().filter((id) => session.row(id).value.returned);
	if (ids.length === 0) return null;
	const describe = describer(session);
	const mine = mendsHere(session);
	return (
		<section class="band returned" aria-labelledby="returned">
			<div class="cap">
				<h2 id="returned">
					{mine ? headOf(session, ids) : '差し戻している□'} <span class="home-count">{ids.length}件</span>
				</h2>
				{session.author.value?.role === 'ictLead' && (
					<p class="small quiet">直したら、□のページで「直しました」をおします</p>
				)}
			</div>
			<ul class="tasks">
				{ids.slice(0, shown).map((id) => (
					<ReturnedItem key={id} session={session} id={id} mine={mine} {...describe(id)} />
				))}
			</ul>
			{ids.length > shown && (
				<a class="btn btn-line" href="/plan?show=returned">
					差し戻された□をすべて見る
				</a>
			)}
		</section>
	);
}

/** The last visit's picture knows which □ are sent back; the words come with the record. */
const openComments = (session: Session, id: string): readonly Comment[] =>
	session.state(id).value?.comments.filter(({ open }) => open) ?? [];

/** Whoever sends back waits for others to mend. */
function mendsHere(session: Session): boolean {
	const role = session.author.value?.role;
	return role !== 'principal' && role !== 'vicePrincipal';
}

function headOf(session: Session, ids: readonly string[]): string {
	const posts = new Set(ids.flatMap((id) => openComments(session, id).map(({ by }) => by.role)));
	const [only] = posts;
	return only && posts.size === 1 ? `${roleWord(only)}から差し戻された□` : '差し戻された□';
}

function ReturnedItem({ session, id, mine, code, text }: { session: Session; id: string; mine: boolean } & Described) {
	const verb = mine ? '直す' : '見る';
	const { status, conflict, returned } = session.row(id).value;
	return (
		<li>
			<span class="cell">
				<Square
					status={status}
					conflict={conflict}
					returned={returned}
					label={squareWords(status, conflict, returned)}
				/>
			</span>
			<div>
				{openComments(session, id).map((comment) => (
					<blockquote key={comment.id} class="quote quote-returned">
						<p>{shortened(comment.text, 140)}</p>
						<p class="small quiet num">
							{roleWord(comment.by.role)} {momentWord(comment.at)}
						</p>
					</blockquote>
				))}
				<a class="plan" href={`/actions/${id}`}>
					<PlanText text={text} />
				</a>
				<p class="meta">
					<span class="num">{code}</span>
				</p>
			</div>
			<a class="btn" href={`/actions/${id}`} aria-label={`${verb}：${code} ${shortened(text)}`}>
				{verb}
			</a>
		</li>
	);
}
