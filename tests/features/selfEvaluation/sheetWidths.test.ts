import { describe, expect, test } from 'vitest';
import { columnsFor } from '../../../src/domain/report/columns.ts';
import type { ColumnKey, ReportRow } from '../../../src/domain/report/model.ts';
import { widthsOf } from '../../../src/features/selfEvaluation/sheetWidths.ts';

const columns = columnsFor('board');

const cells = (given: Partial<ReportRow['cells']>): ReportRow['cells'] =>
	({ ...Object.fromEntries(columns.map((column) => [column, ''])), ...given }) as ReportRow['cells'];

const usual = { measure: '1-(1)-①', summary: '概要', goals: '目標', action: '□', status: '実施中', deadline: '年度内' };
const widths = (...rows: Partial<ReportRow['cells']>[]) => {
	const all = widthsOf(columns, rows.map(cells));
	expect(all.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
	return (column: ColumnKey) => all[columns.indexOf(column)] ?? 0;
};

describe('the columns of the sheet', () => {
	test('that nobody has filled in give their room to the others', () => {
		const [empty, filled] = [widths(usual), widths({ ...usual, improvement: '研修をふやす' })];
		expect(empty('improvement')).toBeLessThan(filled('improvement'));
		expect(empty('action')).toBeGreaterThan(filled('action'));
	});

	test('with two thousand signs take room from the wide ones, never from those that hold a word', () => {
		const [short, long] = [
			widths({ ...usual, resultAndIssue: '行った' }),
			widths({ ...usual, resultAndIssue: '長'.repeat(2000) }),
		];
		expect(long('resultAndIssue')).toBeGreaterThan(short('resultAndIssue') * 1.3);
		for (const column of ['status', 'rating', 'lastRating', 'deadline'] as const) {
			expect(long(column)).toBeCloseTo(short(column));
		}
	});

	test('give 該当なし room for its reason', () => {
		const reason = widths({ ...usual, status: '該当なし（特別支援学校の取組です）' });
		expect(reason('status')).toBeGreaterThan(widths(usual)('status'));
	});
});
