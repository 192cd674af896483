import { labelOf } from '../../domain/plan/fiscalYear.ts';
import type { Observation } from '../../domain/record/indicators.ts';
import { frequencyWord, sourceWord } from '../../domain/record/words.ts';
import { dayWord } from '../../ui/words.ts';
import { classesWord, shortYear, steps } from './indicatorWords.ts';
import { type TrendKind, type TrendYear, trendLine, trendYears, yearStart } from './trendLine.ts';
import type { EarlierYear } from './useEarlierYears.ts';

interface TrendProps {
	indicator: string;
	/** ① to ⑤. */
	label: string;
	fiscalYear: number;
	observations: readonly Observation[];
	earlier: readonly EarlierYear[];
}

const kinds: readonly { readonly kind: TrendKind; readonly title: string; readonly ticks: readonly string[] }[] = [
	{ kind: 'frequency', title: '本校の頻度の推移', ticks: steps.map((step) => frequencyWord[step]) },
	{ kind: 'classes', title: '週3回以上の学級の推移（本校の学級の率）', ticks: ['0%', '50%', '100%'] },
];

/** How a scene went over this year and the ones before, drawn and as a table. */
export function Trend({ indicator, label, fiscalYear, observations, earlier }: TrendProps) {
	const years = trendYears(indicator, fiscalYear, observations, earlier);
	const apart = years.filter((year) => year.observations === 'notComparable');
	const drawn = kinds.filter(({ kind }) => trendLine(kind, years).points.length > 1);
	return (
		<div class="trend">
			{drawn.map(({ kind, title, ticks }) => (
				<figure key={kind}>
					<figcaption class="small">
						{title}
						{trendLine(kind, years).unmeasured.length > 0 && <span class="quiet">　点線は未測定の日</span>}
					</figcaption>
					<Picture kind={kind} ticks={ticks} years={years} />
				</figure>
			))}
			{drawn.length === 0 && <p class="small quiet">数や頻度の入った記録が2件になると、ここに推移の図が出ます。</p>}
			{apart.map((year) => (
				<p key={year.fiscalYear} class="small quiet">
					{labelOf(year.fiscalYear)}は、同じ場面の目標がないので、比較できません。
				</p>
			))}
			<details class="scene-more">
				<summary>場面{label}の推移を表で見る</summary>
				<TrendTable years={years} label={label} />
			</details>
		</div>
	);
}

const top = 12;
const height = 96;

/** In rem and percent: letters keep their size whatever the width. What it shows stands in the table below. */
function Picture({ kind, ticks, years }: { kind: TrendKind; ticks: readonly string[]; years: readonly TrendYear[] }) {
	const { points, joins, unmeasured } = trendLine(kind, years);
	const across = (x: number) => `${x * 100}%`;
	const up = (y: number) => top + (1 - y) * height;
	return (
		<div class="trend-picture" aria-hidden="true">
			<ol class="trend-ticks">
				{[...ticks].reverse().map((tick) => (
					<li key={tick}>{tick}</li>
				))}
			</ol>
			<svg width="100%" height={top + height + 36} aria-hidden="true">
				{ticks.map((tick, index) => {
					const y = up(index / (ticks.length - 1));
					const isLine = kind === 'frequency' && tick === frequencyWord.threePerWeek;
					return <line key={tick} class={isLine ? 'trend-aim' : 'trend-grid'} x1="0%" x2="100%" y1={y} y2={y} />;
				})}
				{years.map(({ fiscalYear }) => (
					<g key={fiscalYear}>
						<line
							class="trend-grid"
							x1={across(yearStart(years, fiscalYear))}
							x2={across(yearStart(years, fiscalYear))}
							y1={top}
							y2={top + height + 12}
						/>
						<text x={across(yearStart(years, fiscalYear))} dx="6" y={top + height + 30}>
							{shortYear(fiscalYear)}
						</text>
					</g>
				))}
				{joins.map(([a, b]) => (
					<line key={`${a.id} ${b.id}`} class="rate-way" x1={across(a.x)} x2={across(b.x)} y1={up(a.y)} y2={up(b.y)} />
				))}
				{points.map(({ id, x, y }) => (
					<circle key={id} class="trend-point" cx={across(x)} cy={up(y)} r="5" />
				))}
				{unmeasured.map(({ id, x }) => (
					<line key={id} class="trend-unmeasured" x1={across(x)} x2={across(x)} y1={top} y2={top + height} />
				))}
			</svg>
		</div>
	);
}

interface TableRow {
	readonly key: string;
	readonly fiscalYear: number;
	/** Absent where the year cannot be compared. */
	readonly observation?: Observation;
}

const rowsOf = (years: readonly TrendYear[]): TableRow[] =>
	years.flatMap(({ fiscalYear, observations }): TableRow[] =>
		observations === 'notComparable'
			? [{ key: String(fiscalYear), fiscalYear }]
			: observations.map((observation) => ({ key: `${fiscalYear} ${observation.id}`, fiscalYear, observation })),
	);

function TrendTable({ years, label }: { years: readonly TrendYear[]; label: string }) {
	return (
		<table class="plain-table num">
			<caption class="vh">場面{label}の推移</caption>
			<thead>
				<tr>
					<th scope="col">年度</th>
					<th scope="col">調べた日</th>
					<th scope="col">頻度</th>
					<th scope="col">週3回以上の学級</th>
					<th scope="col">調べ方</th>
				</tr>
			</thead>
			<tbody>
				{rowsOf(years).map(({ key, fiscalYear, observation }) => (
					<tr key={key}>
						<th scope="row">{labelOf(fiscalYear)}</th>
						{observation ? (
							<>
								<td data-label="調べた日">{dayWord(observation.date)}</td>
								<td data-label="頻度">{observation.frequency ? frequencyWord[observation.frequency] : '未入力'}</td>
								<td data-label="週3回以上の学級">
									{observation.classes ? classesWord(observation.classes) : '未入力'}
								</td>
								<td data-label="調べ方">{observation.source ? sourceWord[observation.source] : '未入力'}</td>
							</>
						) : (
							<td colSpan={4}>比較できません</td>
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}
