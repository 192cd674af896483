import { useState } from 'preact/hooks';
import { labelOf, westernLabelOf } from '../../domain/plan/fiscalYear.ts';
import { closeYear, onlyWhoAnswersForTheRecordCloses, reopenYear } from '../../domain/record/closing.ts';
import type { Refusal } from '../../domain/result.ts';
import { authorWord } from '../../session/authorWord.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';
import { Refused } from '../../ui/Refused.tsx';
import { momentWord } from '../../ui/words.ts';
import { type EarlierYear, writeInto } from './newYearFound.ts';

interface TurnedYearsProps {
	session: Session;
	years: Years;
	earlier: readonly EarlierYear[];
	/** The year that the wizard closes: not here, in passing. */
	turning: number | undefined;
	onChange: () => void;
}

/** Earlier years: which are closed, by whom, and the way to open one again. */
export function TurnedYears({ session, years, earlier, turning, onChange }: TurnedYearsProps) {
	const [refusal, setRefusal] = useState<Refusal>();
	const author = session.author.value;
	const notMine = author && onlyWhoAnswersForTheRecordCloses(author.role);
	const change = async ({ fiscalYear, closing }: EarlierYear) => {
		const label = labelOf(fiscalYear);
		const failed = await writeInto(
			session,
			years,
			fiscalYear,
			closing
				? { words: `${label}を開き直しました`, edits: reopenYear }
				: { words: `${label}を締めくくりました`, edits: closeYear },
		);
		setRefusal(failed);
		onChange();
	};
	if (earlier.length === 0) return null;
	return (
		<section class="turn-section turn-years" id="turned-years">
			<h2>これまでの年度</h2>
			{notMine && <p class="small quiet">{notMine.sentence}</p>}
			<ul>
				{earlier.map((each) => {
					const label = labelOf(each.fiscalYear);
					return (
						<li key={each.fiscalYear}>
							<p>
								<b>{label}</b>（{westernLabelOf(each.fiscalYear)}）
								<span class="small quiet num">
									{each.closing
										? `締めくくり済み・${momentWord(each.closing.at)} ${authorWord(session, each.closing)}`
										: '締めくくっていません'}
								</span>
							</p>
							<p class="row">
								<button type="button" class="btn" onClick={() => years.open(each.fiscalYear)}>
									{label}を見る
								</button>
								{!notMine && each.fiscalYear !== turning && (
									<button type="button" class="btn" onClick={() => void change(each)}>
										{each.closing ? `${label}を開き直す` : `${label}を締めくくる`}
									</button>
								)}
							</p>
						</li>
					);
				})}
			</ul>
			<Refused told={refusal && { sentence: refusal.sentence, calm: false }} />
		</section>
	);
}
