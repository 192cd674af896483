import { shortHash } from '../../domain/record/review/content.ts';
import { openReturns, type Standing, stateOf } from '../../session/review.ts';
import { momentWord } from '../../ui/words.ts';

interface CoveredProps {
	standing: Standing;
	/** How many things changed since it was submitted. */
	sinceSubmitted: number;
}

/** What exactly the decision is about. */
export function Covered({ standing, sinceSubmitted }: CoveredProps) {
	const { content, states, review } = standing;
	const state = stateOf(standing);
	const items = states.filter(({ status }) => status !== 'notApplicable').length;
	const name = (
		<span class="num">
			（内容の番号 <span class="nb">{shortHash(content)}</span>・記録{content.operations}件まで）
		</span>
	);
	const submission = review.steps.findLast(({ event }) => event === 'submit');
	const open = openReturns(standing).length;
	if (state === 'draft' || state === 'returned') {
		return (
			<p>
				提出するのは、<b>今の□{items}件の内容</b>です{name}。
			</p>
		);
	}
	if ((state === 'submitted' || state === 'checked') && submission) {
		return (
			<>
				<p>
					確認の対象は、
					<b>
						{momentWord(submission.at)} に提出された□{items}件の内容
						{sinceSubmitted > 0 && `と、そのあとの変更${sinceSubmitted}件`}
					</b>
					です{name}。あとから内容が変わると「承認後に変更あり」になり、変わったところがここに出ます。
				</p>
				{open > 0 && (
					<p>差し戻した□が{open}件あります。「差し戻す」で学校に戻ります。承認すると、差戻しは終わります。</p>
				)}
			</>
		);
	}
	return (
		<p>
			今の内容は、□{items}件です{name}。
		</p>
	);
}
