import { expect, test } from 'vitest';
import { periodOf } from '../../../src/domain/plan/period.ts';

test.each([
	['仙台市学校教育情報化推進計画（令和５～9年度）', 2023, 2027],
	['学校ICT計画（令和元年度〜令和5年度）', 2019, 2023],
	['学校ICT計画（平成30～令和4年度）', 2018, 2022],
	['学校ICT計画 2024-2028年度', 2024, 2028],
])('%s', (plan, first, last) => {
	expect(periodOf({ plan })).toEqual({ first, last });
});

test.each(['仙台市学校教育情報化推進計画', '令和7年度 行動計画', '計画（令和9～5年度）', '計画（5～9年度）', ''])(
	'「%s」 names no period',
	(plan) => {
		expect(periodOf({ plan })).toBeUndefined();
	},
);
