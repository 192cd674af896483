import { firstDay, lastDay } from '../../domain/plan/fiscalYear.ts';
import type { Observation } from '../../domain/record/indicators.ts';
import { steps } from './indicatorWords.ts';
import type { EarlierYear } from './useEarlierYears.ts';

/** What a trend is drawn of: how often, or in which part of the classes. */
export type TrendKind = 'frequency' | 'classes';

export interface TrendPoint {
	readonly id: string;
	/** 0 = the first day drawn, 1 = the last. */
	readonly x: number;
	/** 0 = the least, 1 = the most. */
	readonly y: number;
}

export interface TrendLine {
	/** What was said in numbers; 未測定 is no point. */
	readonly points: readonly TrendPoint[];
	/** Neighbours that may be joined: nothing between them is 未測定, and no year between them is missing or not comparable. */
	readonly joins: readonly (readonly [TrendPoint, TrendPoint])[];
	/** Days on which the answer was 未測定, on the same axis. */
	readonly unmeasured: readonly { readonly id: string; readonly x: number }[];
}

export interface TrendYear {
	readonly fiscalYear: number;
	readonly observations: readonly Observation[] | 'notComparable';
}

/** The years drawn, oldest first, this one last; a year that this device does not hold is left out, and breaks the line. */
export function trendYears(
	indicator: string,
	fiscalYear: number,
	observations: readonly Observation[],
	earlier: readonly EarlierYear[],
): readonly TrendYear[] {
	const before = earlier.map((year) => ({ fiscalYear: year.fiscalYear, observations: year.of(indicator) }));
	const first = before.findIndex((year) => year.observations !== 'notComparable' && year.observations.length > 0);
	return [...(first < 0 ? [] : before.slice(first)), { fiscalYear, observations }];
}

/** Where each observation stands in the picture, and which of them a line may join. */
export function trendLine(kind: TrendKind, years: readonly TrendYear[]): TrendLine {
	const from = years[0]?.fiscalYear ?? 0;
	const to = years.at(-1)?.fiscalYear ?? from;
	const start = dayNumber(firstDay(from));
	const length = dayNumber(lastDay(to)) - start;
	const points: TrendPoint[] = [];
	const joins: (readonly [TrendPoint, TrendPoint])[] = [];
	const unmeasured: { id: string; x: number }[] = [];
	let last: TrendPoint | undefined;
	let lastYear = from;
	for (const year of years) {
		if (year.observations === 'notComparable' || year.fiscalYear > lastYear + 1) last = undefined;
		lastYear = year.fiscalYear;
		for (const each of year.observations === 'notComparable' ? [] : year.observations) {
			const x = (dayNumber(each.date) - start) / length;
			const y = heightOf(kind, each);
			if (y === 'unmeasured') {
				unmeasured.push({ id: each.id, x });
				last = undefined;
			}
			if (typeof y !== 'number') continue;
			const point = { id: each.id, x, y };
			if (last) joins.push([last, point]);
			points.push(point);
			last = point;
		}
	}
	return { points, joins, unmeasured };
}

function heightOf(kind: TrendKind, { frequency, classes }: Observation): number | 'unmeasured' | undefined {
	if (frequency === 'unmeasured') return 'unmeasured';
	if (kind === 'classes') return classes ? classes.count / classes.of : undefined;
	return frequency ? steps.indexOf(frequency) / (steps.length - 1) : undefined;
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Where the year begins on the axis of `trendLine`, 0 to 1. */
export function yearStart(years: readonly TrendYear[], fiscalYear: number): number {
	const from = dayNumber(firstDay(years[0]?.fiscalYear ?? fiscalYear));
	const to = dayNumber(lastDay(years.at(-1)?.fiscalYear ?? fiscalYear));
	return (dayNumber(firstDay(fiscalYear)) - from) / (to - from);
}
