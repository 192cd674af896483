import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { columnWord } from '../../../src/domain/report/columns.ts';
import type { Audience } from '../../../src/domain/report/model.ts';
import { reportCsv, reportShiftJisCsv } from '../../../src/files/reportCsv.ts';
import { hostile, modelSchool, reportOf, schoolThatTyped } from './school.ts';

const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
const decoded = (bytes: Uint8Array<ArrayBuffer>) => new TextDecoder('shift_jis').decode(bytes);

describe('the report as CSV', () => {
	test.each<Audience>(['board', 'public'])(
		'has the columns and cells of the report, and nothing else: %s',
		(audience) => {
			const report = reportOf(modelSchool(), audience);
			const { text, notes } = reportCsv(report);
			expect(text.startsWith('\uFEFF項目,')).toBe(true);
			expect(text.endsWith('\r\n')).toBe(true);
			const rows = [...report.groups.flatMap((group) => group.rows), ...report.own];
			expect(rows.length).toBeGreaterThan(32);
			expect(rowsOf(text)).toEqual([
				report.columns.map((key) => columnWord[key]),
				...rows.map(({ cells }) => report.columns.map((key) => cells[key])),
			]);
			expect(notes).toEqual([]);
		},
	);

	test('says the same in Shift_JIS', () => {
		const report = reportOf(modelSchool(), 'board');
		const { bytes, notes } = reportShiftJisCsv(report);
		const alike = reportCsv(report).text.slice(1).replaceAll('〜', '～').replaceAll('−', '－');
		expect(decoded(bytes)).toBe(alike);
		expect(notes).toEqual([]);
	});

	test.each(['=1+1', '+81', '-1', '@SUM(A1)', ' =1', '＝1', '＋1', '－1', '＠a', '−1', '\u200b=1', '\ufe0f=1'])(
		'calculates nothing that somebody typed: %j',
		(words) => {
			const report = reportOf(schoolThatTyped(words), 'board');
			for (const { text, notes } of [reportCsv(report), { ...reportShiftJisCsv(report), text: '' }]) {
				for (const cell of rowsOf(text).flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
				expect(notes.join()).toContain('「改善策」');
			}
			expect(rowsOf(reportCsv(report).text)[1]).toContain(`'${report.groups[0]?.rows[0]?.cells.improvement}`);
		},
	);

	test.each([
		['a,b', '"a,b'],
		['a\r\nb', '"a\nb'],
		['「"」', '"「""」'],
	])('quotes %j', (words, quoted) => {
		const { text } = reportCsv(reportOf(schoolThatTyped(words), 'public'));
		expect(text).toContain(`,${quoted}`);
		expect(text.replaceAll('\r\n', '')).not.toContain('\r');
	});

	test('keeps every row whole, whatever was typed', () => {
		fc.assert(
			fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), (words) => {
				const report = reportOf(schoolThatTyped(words), 'board');
				const rows = rowsOf(reportCsv(report).text);
				expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([report.columns.length]));
				const expected = report.groups.flatMap((group) => group.rows).length + report.own.length + 1;
				expect(rows.length).toBe(expected);
			}),
			{ numRuns: 40 },
		);
	});

	test('names what Shift_JIS has no place for, and where it stood', () => {
		const { bytes, notes } = reportShiftJisCsv(reportOf(schoolThatTyped('髙﨑さんと😀で①㈱〜'), 'board'));
		expect(decoded(bytes)).toContain('髙﨑さんと〓で①㈱～');
		expect(notes).toHaveLength(1);
		expect(notes[0]).toContain('「😀」');
		expect(notes[0]).toContain('「1-(1)-① カリキュラム・マネジメントによる体系的な育成」の「実績・課題」');
	});
});
