import { describe, expect, it } from 'vitest';
import type { SchoolCalendar } from '../../../src/domain/plan/edition.ts';
import { mondayOf, schoolWeeks } from '../../../src/domain/plan/schoolWeeks.ts';

const calendar: SchoolCalendar = {
	origin: 'masume',
	breaks: [
		{ name: '学年始休業', from: '04-01', to: '04-07' },
		{ name: '夏季休業', from: '07-21', to: '08-25' },
		{ name: '冬季休業', from: '12-24', to: '01-07' },
		{ name: '学年末休業', from: '03-25', to: '03-31' },
	],
};

const weeks = (today: string, from = '2025-04-01') => schoolWeeks(calendar, 2025, from, today);

describe('the school weeks of 令和7年度', () => {
	it('begin with the first school day, not with the first of April', () => {
		expect(weeks('2025-04-07')).toEqual([]);
		expect(weeks('2025-04-08')).toEqual(['2025-04-07']);
	});

	it('count from Monday on, and not on the weekend before', () => {
		expect(weeks('2025-04-13')).toEqual(['2025-04-07']);
		expect(weeks('2025-04-14')).toEqual(['2025-04-07', '2025-04-14']);
	});

	it('stand still in summer and go on with the week in which school does', () => {
		const before = weeks('2025-07-18');
		expect(before.at(-1)).toBe('2025-07-14');
		expect(weeks('2025-08-25')).toEqual(before);
		expect(weeks('2025-08-26')).toEqual([...before, '2025-08-25']);
	});

	it('leave out the weeks around New Year, but not the days before and after', () => {
		const winter = weeks('2026-01-31').filter((monday) => monday >= '2025-12-15' && monday < '2026-01-15');
		expect(winter).toEqual(['2025-12-15', '2025-12-22', '2026-01-05', '2026-01-12']);
	});

	it('end with the fiscal year', () => {
		expect(weeks('2026-04-30').at(-1)).toBe('2026-03-23');
		expect(weeks('2026-12-31')).toEqual(weeks('2026-03-31'));
	});

	it('can begin later, with the week of that day', () => {
		expect(weeks('2025-10-20', '2025-10-08')).toEqual(['2025-10-06', '2025-10-13', '2025-10-20']);
		expect(weeks('2025-10-20', '2025-10-25')).toEqual([]);
		expect(weeks('2025-10-20', '2025-10-18')).toEqual(['2025-10-20']);
	});

	it('are named by their Monday', () => {
		expect(['2025-10-06', '2025-10-08', '2025-10-12', '2026-01-01'].map(mondayOf)).toEqual([
			'2025-10-06',
			'2025-10-06',
			'2025-10-06',
			'2025-12-29',
		]);
	});
});
