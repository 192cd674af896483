import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../src/domain/plan/edition.ts';
import { type Row, untouchedRow } from '../../src/session/row.ts';
import { isDueNow, seasonView } from '../../src/session/season.ts';

const row = (changed: Partial<Row>): Row => ({ ...untouchedRow, ...changed });
const perYear = { per: 'year', count: 1 } as const;
const perWeek = { per: 'week', count: 1 } as const;

/** One □ for each 目安, named after it. */
const tasks = (['fiscalYearEnd', 'yearEnd', 'summer'] as const).map((deadline) => ({
	id: deadline,
	row: row({ deadline }),
}));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('what is due', () => {
	const seasons: readonly [string, Deadline, readonly string[]][] = [
		['2026-04-01', 'summer', ['summer']],
		['2026-08-31', 'summer', ['summer']],
		['2026-09-01', 'yearEnd', ['summer', 'yearEnd']],
		['2026-12-31', 'yearEnd', ['summer', 'yearEnd']],
		['2027-01-01', 'fiscalYearEnd', ['summer', 'yearEnd', 'fiscalYearEnd']],
		['2027-03-31', 'fiscalYearEnd', ['summer', 'yearEnd', 'fiscalYearEnd']],
	];
	test.each(seasons)('on %s it is the season %s, and what is late comes first', (today, season, now) => {
		const view = seasonView(tasks, 2026, today);
		expect(view.season).toBe(season);
		expect(ids(view.now)).toEqual(now);
		expect(ids(view.later).toSorted()).toEqual(
			ids(tasks)
				.filter((id) => !now.includes(id))
				.toSorted(),
		);
	});

	test('is nothing that is 達成 or 該当なし, however late', () => {
		for (const status of ['achieved', 'notApplicable'] as const) {
			expect(isDueNow(row({ status, deadline: 'summer' }), 2026, '2027-03-31')).toBe(false);
			const view = seasonView([{ id: 'a', row: row({ status, deadline: 'summer' }) }], 2026, '2027-03-31');
			expect([view.now, view.later]).toEqual([[], []]);
		}
	});

	test('is what this week still lacks, whatever its 目安', () => {
		const weekly = { id: 'weekly', row: row({ status: 'inProgress', lacking: perWeek }) };
		expect(ids(seasonView([weekly], 2026, '2026-05-11').now)).toEqual(['weekly']);
		const done = { ...weekly, row: row({ status: 'inProgress', lacking: null }) };
		expect(ids(seasonView([done], 2026, '2026-05-11').later)).toEqual(['weekly']);
	});

	test('is not what the year still lacks, as long as its 目安 is later; that is planned first', () => {
		const plain = { id: 'plain', row: row({}) };
		const counted = { id: 'counted', row: row({ lacking: perYear }) };
		const view = seasonView([plain, counted], 2026, '2026-05-11');
		expect(view.now).toEqual([]);
		expect(ids(view.later)).toEqual(['counted', 'plain']);
	});

	test('keeps the plan’s order among what is due at the same time', () => {
		const same = ['a', 'b', 'c'].map((id) => ({ id, row: row({ deadline: 'summer' }) }));
		expect(ids(seasonView(same, 2026, '2026-05-11').now)).toEqual(['a', 'b', 'c']);
	});
});
