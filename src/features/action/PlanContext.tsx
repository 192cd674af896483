import { PlanText } from '../../ui/PlanText.tsx';
import type { SectionProps } from './ActionPage.tsx';

/** What the plan says around this □: its goals, what the board does for it, and the 概要 of the 項目. */
export function PlanContext({ session, place }: SectionProps) {
	const { measure, action } = place;
	const serves = new Set(action?.goals);
	const board = measure.boardActions.filter(({ goals }) => !action || goals.some((goal) => serves.has(goal)));
	return (
		<>
			<section>
				<h2>令和9年度までの目標</h2>
				<ul class="goals">
					{measure.goals.map(({ letter, text, divisions }) => (
						<li key={letter} aria-current={serves.has(letter) ? 'true' : undefined}>
							<b>{letter}</b>
							<span>
								<span class="plan">
									<PlanText text={text} />
								</span>
								<span class="small quiet">
									{serves.has(letter) && <span class="goal-own">この□の目標</span>}
									{divisions.join('・')}
								</span>
							</span>
						</li>
					))}
				</ul>
			</section>
			<section>
				<h2>教育委員会の取組</h2>
				{board.length === 0 ? (
					<p class="small quiet">この項目に、市の取組●はありません。</p>
				) : (
					<ul class="goals">
						{board.map(({ id, text }) => (
							<li key={id}>
								<b>●</b>
								<span class="plan">
									<PlanText text={text} />
								</span>
							</li>
						))}
					</ul>
				)}
			</section>
			<section>
				<h2>概要</h2>
				<p class="plan context-text">
					<PlanText text={measure.summary} />
				</p>
				<p class="small quiet">出典：{session.edition.title}</p>
			</section>
		</>
	);
}
