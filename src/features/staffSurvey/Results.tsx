import {
	type CategoryResult,
	categoryResults,
	pointsBetween,
	type StaffSurvey,
	sameItems,
} from '../../domain/record/staffSurvey.ts';
import type { YearBefore } from './StaffSurveyPage.tsx';
import { pointsWord, shareWord } from './shareWords.ts';

interface ResultsProps {
	survey: StaffSurvey;
	before: YearBefore | undefined;
}

/** Each category as a share of those who said できる or ややできる; the bars repeat the numbers beside them. */
export function Results({ survey, before }: ResultsProps) {
	const earlier = before && categoryResults(before.survey);
	return (
		<>
			<p class="small quiet">
				「できる」「ややできる」と答えた教員の割合。
				{before ? `下の線は${before.label}。` : '昨年度の集計は、この端末にありません。'}
			</p>
			<ul class="survey-results">
				{categoryResults(survey).map((result, index) => (
					<Result key={result.category.letter} result={result} earlier={earlier?.[index]} label={before?.label} />
				))}
			</ul>
		</>
	);
}

interface ResultProps {
	result: CategoryResult;
	earlier: CategoryResult | undefined;
	label: string | undefined;
}

function Result({ result, earlier, label }: ResultProps) {
	const { category, entered, share } = result;
	const comparable = earlier !== undefined && sameItems(earlier, result);
	const points = comparable ? pointsBetween(earlier.share, share) : undefined;
	const apart = share !== undefined && earlier?.share !== undefined && !comparable;
	return (
		<li>
			<p>
				<b>{category.letter}</b> <span class="plan">{category.title}</span>
			</p>
			<svg class="survey-bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
				<rect class="bar-whole" x="0" y="0" width="100" height="8" />
				{share && <rect class="bar-now" x="0" y="0" width={share.rate} height="8" />}
				{earlier?.share && <rect class="bar-before" x="0" y="11" width={earlier.share.rate} height="3" />}
			</svg>
			<p class="num">
				<b>{shareWord(share)}</b>
				{entered > 0 && entered < category.items.length && (
					<span class="small quiet">
						（{category.items.length}項目のうち{entered}項目）
					</span>
				)}
				{earlier && (
					<span class="small quiet survey-before">
						{label} {shareWord(earlier.share)}
						{points !== undefined && `　差 ${pointsWord(points)}`}
						{apart && '　入力した項目が違うため、比較できません'}
					</span>
				)}
			</p>
		</li>
	);
}
