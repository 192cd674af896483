import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../src/domain/record/indicators.ts';
import { type TrendYear, trendLine, trendYears, yearStart } from '../../../src/features/indicators/trendLine.ts';
import type { EarlierYear } from '../../../src/features/indicators/useEarlierYears.ts';

const look = (id: string, date: string, said: Partial<Observation>): Observation => ({
	...{ id, date, indicator: 'i1', frequency: null, classes: null, source: 'survey', memo: '', conflicts: [] },
	...said,
});

const often = (id: string, date: string, frequency: Observation['frequency']) => look(id, date, { frequency });

/** Which points are joined: 「a–b」. */
const joinsOf = (...years: readonly TrendYear[]) =>
	trendLine('frequency', years).joins.map(([from, to]) => `${from.id}–${to.id}`);

const thisYear = (...observations: readonly Observation[]): TrendYear => ({ fiscalYear: 2026, observations });

describe('the line of a trend', () => {
	test('stands at the height of its step, and across at its day', () => {
		const { points } = trendLine('frequency', [
			thisYear(often('a', '2026-04-01', 'lessThanMonthly'), often('b', '2027-03-31', 'almostDaily')),
		]);
		expect(points).toEqual([
			{ id: 'a', x: 0, y: 0 },
			{ id: 'b', x: 1, y: 1 },
		]);
		const [half] = trendLine('classes', [thisYear(look('c', '2026-04-01', { classes: { count: 6, of: 12 } }))]).points;
		expect(half?.y).toBe(0.5);
	});

	test('joins neighbours, over the turn of the year as well', () => {
		const before = { fiscalYear: 2025, observations: [often('a', '2025-06-01', 'weekly')] };
		const now = thisYear(often('b', '2026-06-01', 'weekly'), often('c', '2026-09-01', 'almostDaily'));
		expect(joinsOf(before, now)).toEqual(['a–b', 'b–c']);
		expect(yearStart([before, now], 2026)).toBeCloseTo(0.5, 2);
	});

	test('breaks at 未測定, which is no point and never 0', () => {
		const year = thisYear(
			often('a', '2026-05-01', 'weekly'),
			often('b', '2026-06-01', 'unmeasured'),
			often('c', '2026-07-01', 'threePerWeek'),
		);
		expect(joinsOf(year)).toEqual([]);
		const { points, unmeasured } = trendLine('frequency', [year]);
		expect([points, unmeasured].map((each) => each.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
	});

	test('goes on past a look that only counted classes', () => {
		const counted = look('b', '2026-06-01', { classes: { count: 1, of: 2 } });
		expect(joinsOf(thisYear(often('a', '2026-05-01', 'weekly'), counted, often('c', '2026-07-01', 'weekly')))).toEqual([
			'a–c',
		]);
	});

	test('breaks at a year that cannot be compared, and at one that this device does not hold', () => {
		const old = { fiscalYear: 2024, observations: [often('a', '2024-06-01', 'weekly')] };
		const now = thisYear(often('b', '2026-06-01', 'weekly'));
		expect(joinsOf(old, { fiscalYear: 2025, observations: 'notComparable' }, now)).toEqual([]);
		expect(joinsOf(old, now)).toEqual([]);
	});
});

describe('the years of a trend', () => {
	const earlier = (fiscalYear: number, of: ReturnType<EarlierYear['of']>): EarlierYear => ({
		fiscalYear,
		of: () => of,
	});

	test('begin with the first that says something; those after it stay, also where they cannot be compared', () => {
		const said = [often('a', '2024-06-01', 'weekly')];
		const years = trendYears('i1', 2026, [], [earlier(2023, []), earlier(2024, said), earlier(2025, 'notComparable')]);
		expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual([2024, 2025, 2026]);
		expect(trendYears('i1', 2026, [], [earlier(2025, 'notComparable')]).map(({ fiscalYear }) => fiscalYear)).toEqual([
			2026,
		]);
	});
});
