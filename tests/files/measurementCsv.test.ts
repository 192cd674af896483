import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { KeptMeasurement } from '../../src/domain/record/networkMeasurement.ts';
import { measurementCsv, measurementCsvName } from '../../src/files/measurementCsv.ts';

const kept = (place: string, devices: number | null = 32): KeptMeasurement => ({
	...{ id: 'm', action: 'a', date: '2026-11-21', place },
	measured: { at: '2026-11-20T15:04:00.000Z', roundTripMs: 12.3, downMbps: 41.2, upMbps: 8.5, devices },
});

const rowsOf = (csv: string) => Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;

describe('the file for the report to the board', () => {
	test('has one line for each measurement, as Excel opens it, in the time of Japan', () => {
		const csv = measurementCsv([kept('5年1組'), kept('体育館', null)], '青葉小学校');
		expect(csv).toBe(
			[
				'\uFEFF日時,場所,使用台数,往復ms,下りMbps,上りMbps,学校名',
				'2026-11-21 00:04,5年1組,32,12.3,41.2,8.5,青葉小学校',
				'2026-11-21 00:04,体育館,,12.3,41.2,8.5,青葉小学校',
				'',
			].join('\r\n'),
		);
	});

	test.each(['=1+1', '+81', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
		'calculates nothing that somebody typed: %j',
		(place) => {
			const [, row] = rowsOf(measurementCsv([kept(place)], place));
			expect([row?.[1], row?.[6]]).toEqual([`'${place}`, `'${place}`]);
		},
	);

	test.each(['図書室,2階', '「"広い"」部屋', '1階\n2階'])('keeps %j in one cell', (place) => {
		const rows = rowsOf(measurementCsv([kept(place)], '青葉小学校'));
		expect([rows.length, rows[1]?.length, rows[1]?.[1]]).toEqual([2, 7, place]);
	});

	test('is called after the year, what it is, and the school', () => {
		expect(measurementCsvName(2026, '青葉小学校')).toBe('R8_ネットワーク測定_青葉小学校.csv');
		expect(measurementCsvName(2026, 'a/b:c 校')).toBe('R8_ネットワーク測定_a_b_c_校.csv');
		expect(measurementCsvName(2026, '')).toBe('R8_ネットワーク測定.csv');
	});
});
