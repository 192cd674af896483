import { useState } from 'preact/hooks';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { carryEdits } from '../../domain/record/carried.ts';
import { closeYear, onlyWhoAnswersForTheRecordCloses } from '../../domain/record/closing.ts';
import type { Refusal } from '../../domain/result.ts';
import type { Years } from '../../session/years.ts';
import { Refused } from '../../ui/Refused.tsx';
import { shortened } from '../../ui/words.ts';
import type { TurnDone } from './NewYearDone.tsx';
import type { StepProps } from './NewYearWizard.tsx';
import { writeInto } from './newYearFound.ts';

interface NewYearConfirmProps extends StepProps {
	years: Years;
	onBack: () => void;
	onDone: (done: TurnDone) => void;
}

/** Step 3: what will be written, and where. First the new year, then the closing: whatever comes between, doing it again is safe. */
export function NewYearConfirm({ session, years, found, chosen, onBack, onDone }: NewYearConfirmProps) {
	const [refusal, setRefusal] = useState<Refusal>();
	const [writing, setWriting] = useState(false);
	const { turn } = found;
	const [from, to] = [labelOf(turn.from), labelOf(turn.to)];
	const items = [...found.items, ...found.own].filter(({ id, offer }) => offer && chosen.has(id));
	const author = session.author.value;
	const notMine = author && onlyWhoAnswersForTheRecordCloses(author.role);
	const write = async () => {
		setWriting(true);
		const offers = items.flatMap(({ offer }) => offer ?? []);
		const carried =
			offers.length > 0
				? await writeInto(session, years, turn.to, {
						words: `${from}から${offers.length}件を引き継ぎました`,
						edits: (fold) => carryEdits(fold, offers),
					})
				: undefined;
		const failed =
			carried ?? (await writeInto(session, years, turn.from, { words: `${from}を締めくくりました`, edits: closeYear }));
		setWriting(false);
		setRefusal(failed);
		if (!failed) onDone({ turn, carried: offers.length });
	};
	return (
		<section class="turn-section">
			<h2 tabIndex={-1}>確かめて始める</h2>
			<ol class="turn-deeds">
				<li>
					<b>
						{to}に、{from}から{items.length}件の□を引き継ぎます。
					</b>
					{items.length === 0 ? (
						<p class="small quiet">
							何も引き継がずに始めることもできます。{from}
							のようすは、どの□のページでも「昨年度とならべる」で見られます。
						</p>
					) : (
						<ul class="turn-chosen">
							{items.map(({ id, code, text, entry }) => (
								<li key={id}>
									<span class="code">{code}</span> <span class={entry && 'plan'}>{shortened(text, 40)}</span>
								</li>
							))}
						</ul>
					)}
				</li>
				<li>
					<b>{from}を締めくくり、読むだけにします。</b>
					<p class="small quiet">
						記録は消えません。ほかの端末でまだ送っていない入力も、あとから届けば{from}
						に入ります。ICT担当・教頭・校長は、このページで開き直せます。
					</p>
				</li>
			</ol>
			{notMine && <p class="note">{notMine.sentence}えらんだ□は、この端末に取ってあります。</p>}
			<Refused told={refusal && { sentence: refusal.sentence, calm: false }} />
			<p class="row">
				<button
					type="button"
					class="btn btn-go btn-wide"
					disabled={writing || notMine !== undefined}
					onClick={() => void write()}
				>
					{items.length > 0 ? '引き継いで、' : ''}
					{from}を締めくくる
				</button>
				<button type="button" class="btn" onClick={onBack}>
					えらび直す
				</button>
			</p>
		</section>
	);
}
