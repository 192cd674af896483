import { describe, expect, it } from 'vitest';
import {
	firstDay,
	fiscalYearOf,
	labelOf,
	lastDay,
	parseFiscalYear,
	tokyoDate,
	westernLabelOf,
} from '../../../src/domain/plan/fiscalYear.ts';

describe('a fiscal year', () => {
	it('begins on the first of April and ends on the last of March', () => {
		expect([fiscalYearOf('2026-03-31'), fiscalYearOf('2026-04-01')]).toEqual([2025, 2026]);
		expect([firstDay(2025), lastDay(2025)]).toEqual(['2025-04-01', '2026-03-31']);
		expect([fiscalYearOf(firstDay(2025)), fiscalYearOf(lastDay(2025))]).toEqual([2025, 2025]);
	});

	it('is named by its era, the first year as 元年', () => {
		expect([2025, 2019, 2018, 1989, 1988].map(labelOf)).toEqual([
			'令和7年度',
			'令和元年度',
			'平成30年度',
			'平成元年度',
			'昭和63年度',
		]);
		expect(westernLabelOf(2025)).toBe('2025年度');
	});

	it.each([
		'令和8年',
		'令和８年度',
		'令和8',
		'R8',
		'r8',
		'Ｒ８',
		'R.8',
		'2026',
		'２０２６',
		'2026年度',
		' 令和 8 年度 ',
	])('is understood when somebody types 「%s」', (typed) => expect(parseFiscalYear(typed)).toBe(2026));

	it('knows 元年 and the year that has two names', () => {
		expect(['令和元年度', '令和1年', '平成31年度', 'H31'].map(parseFiscalYear)).toEqual([2019, 2019, 2019, 2019]);
	});

	it.each(['', '来年', '令和', '令和0年', '20260', '26', 'X8', '平成45年', '令和8年4月'])(
		'is not guessed from 「%s」',
		(typed) => {
			expect(parseFiscalYear(typed)).toBeUndefined();
		},
	);

	it('reads back every name that it gives', () => {
		for (let year = 1950; year < 2100; year++) {
			expect([parseFiscalYear(labelOf(year)), parseFiscalYear(westernLabelOf(year))]).toEqual([year, year]);
		}
	});
});

describe('a day in Tokyo', () => {
	it('changes at midnight there, wherever the device is', () => {
		expect(tokyoDate(Date.parse('2026-03-31T14:59:59.999Z'))).toBe('2026-03-31');
		expect(tokyoDate(Date.parse('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
	});
});
