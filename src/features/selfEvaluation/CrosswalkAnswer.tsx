import { PlanText } from '../../ui/PlanText.tsx';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { statusWord } from '../../ui/words.ts';
import type { Answer, Found } from './crosswalkAnswers.ts';

/** One □ that answers an item, with what the school has entered there. */
export function CrosswalkAnswer({ answer, found }: { answer: Answer; found: Found }) {
	const { measure: id, action, certain } = answer;
	const measure = found.measures.get(id);
	const row = action === undefined ? undefined : found.rows.get(action);
	const unsure = !certain && <span>対応はめやすです</span>;
	if (!row) {
		return (
			<li class="crosswalk-answer">
				<span class="crosswalk-city" aria-hidden="true">
					・
				</span>
				<div>
					<p class="plan">
						<span class="code">{measure?.label}</span> {measure?.title}
					</p>
					<p class="meta">
						<span>市の取組だけの項目です</span>
						{unsure}
					</p>
				</div>
			</li>
		);
	}
	return (
		<li class="crosswalk-answer">
			<Square status={row.status} small />
			<div>
				<p>
					<a class="plan" href={`/actions/${row.action}`}>
						<span class="code">{measure?.label}</span> <PlanText text={row.cells.action} />
					</a>
				</p>
				<p class="meta">
					<b>{statusWord[row.status]}</b>
					{found.ratingWord(row) && (
						<span>
							{row.rating && <RatingMark rating={row.rating} />}{' '}
							{row.rating ? found.ratingWord(row).slice(2) : found.ratingWord(row)}
						</span>
					)}
					{unsure}
				</p>
				{row.cells.resultAndIssue && <p class="small crosswalk-words">{row.cells.resultAndIssue}</p>}
			</div>
		</li>
	);
}
