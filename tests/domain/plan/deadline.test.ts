import { describe, expect, it } from 'vitest';
import { currentSeason, daysUntil, deadlineWord, dueDate } from '../../../src/domain/plan/deadline.ts';

describe('a deadline', () => {
	it('has the word of the plan and a last day', () => {
		const of = (deadline: 'summer' | 'yearEnd' | 'fiscalYearEnd') => [deadlineWord(deadline), dueDate(deadline, 2025)];
		expect([of('summer'), of('yearEnd'), of('fiscalYearEnd')]).toEqual([
			['夏頃', '2025-08-31'],
			['年内', '2025-12-31'],
			['年度内', '2026-03-31'],
		]);
	});

	it('is the next one until its last day is over', () => {
		expect(
			['2025-04-01', '2025-08-31', '2025-09-01', '2025-12-31', '2026-01-01', '2026-03-31'].map(currentSeason),
		).toEqual(['summer', 'summer', 'yearEnd', 'yearEnd', 'fiscalYearEnd', 'fiscalYearEnd']);
	});

	it('is so many days away, across months and leap days', () => {
		expect(daysUntil('2025-08-31', '2025-08-31')).toBe(0);
		expect(daysUntil('2025-12-31', '2025-11-30')).toBe(31);
		expect(daysUntil('2028-03-01', '2028-02-28')).toBe(2);
		expect(daysUntil('2025-08-31', '2025-09-03')).toBe(-3);
	});
});
