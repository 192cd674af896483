import { answeredOf, type StaffSurvey, unevenItems } from '../../domain/record/staffSurvey.ts';

/** Items that another number of teachers answered: perhaps a slip, perhaps right. */
export function Uneven({ survey }: { survey: StaffSurvey }) {
	const { usual, uneven } = unevenItems(survey);
	if (uneven.length === 0) return null;
	return (
		<div class="note num">
			<p>答えた人数がほかの項目（{usual}人）と違うところがあります。そのままでも集計できます。</p>
			<ul class="survey-uneven">
				{uneven.map(({ item, counts }) => (
					<li key={item.id}>
						<a href={`#${item.id}`}>{item.label}</a> {counts && answeredOf(counts)}人
					</li>
				))}
			</ul>
		</div>
	);
}
