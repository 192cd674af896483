import type { KeptMeasurement } from '../domain/record/networkMeasurement.ts';

/** What a spreadsheet takes for a formula at the beginning of a cell. */
const formula = /^[=+\-@\t\r]/;

const nineHours = 9 * 60 * 60 * 1000;

/** `2026-11-21 14:05` in Japan: spreadsheets read it as a time. */
const momentCell = (at: string): string =>
	new Date(Date.parse(at) + nineHours).toISOString().slice(0, 16).replace('T', ' ');

/** One cell. Words that a spreadsheet would calculate get an apostrophe before them and stay words. */
function cell(value: string | number): string {
	if (typeof value === 'number') return String(value);
	const words = formula.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

const columns = ['日時', '場所', '使用台数', '往復ms', '下りMbps', '上りMbps', '学校名'];

/**
 * The year's measurements for the report to the board, in the order given: UTF-8 with a byte order mark and CRLF, as
 * Excel opens it. 使用台数 is empty where nobody counted.
 */
export function measurementCsv(measurements: readonly KeptMeasurement[], school: string): string {
	const rows = measurements.map(({ place, measured: { at, devices, roundTripMs, downMbps, upMbps } }) => [
		...[momentCell(at), place, devices ?? ''],
		...[roundTripMs, downMbps, upMbps, school],
	]);
	return `\uFEFF${[columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** `R8_ネットワーク測定_青葉小学校.csv`; what a file's name may not hold becomes `_`. */
export const measurementCsvName = (fiscalYear: number, school: string): string =>
	`${[`R${fiscalYear - 2018}`, 'ネットワーク測定', ...(school === '' ? [] : [school])].join('_')}.csv`.replace(
		/[\\/:*?"<>|\s]/g,
		'_',
	);
