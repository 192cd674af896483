import { columnWord } from '../domain/report/columns.ts';
import type { ReportRow, SelfEvaluation } from '../domain/report/model.ts';
import { shiftJisBytes } from './shiftJis.ts';

/**
 * What a spreadsheet takes for a formula at the beginning of a cell: also behind blanks, and in full width, which
 * Japanese Excel reads alike, the minus of mathematics among them (Shift_JIS has the full-width one in its place). What is
 * not to be seen may stand before it, and Shift_JIS may lose it.
 */
const formula = /^[\s\p{Cf}\p{Mn}]*[=+\-@＝＋－＠\u2212]/u;

interface CsvCell {
	/** Where it stands, in words: 「1-(1)-① …」の「改善策」. */
	readonly place: string;
	readonly words: string;
}

const allRows = ({ groups, own }: SelfEvaluation): ReportRow[] => [...groups.flatMap(({ rows }) => rows), ...own];

/** The report as a plain table: the words of the columns, then one line for each □, the school's own last. */
function cellsOf(report: SelfEvaluation): CsvCell[][] {
	const head = report.columns.map((key) => ({ place: '見出し', words: columnWord[key] }));
	const rows = allRows(report).map((row) =>
		report.columns.map((key) => ({
			place: `「${row.cells.measure}」の「${columnWord[key]}」`,
			words: row.cells[key].replace(/\r\n?/g, '\n'),
		})),
	);
	return [head, ...rows];
}

/** An apostrophe keeps the words as they are to read; taking the sign away, or a blank in its place, would change them. */
const harmless = (words: string): string => (formula.test(words) ? `'${words}` : words);

/** RFC 4180: quoted where it must be, CRLF after each line. Line ends inside a cell stay LF, as spreadsheets write them. */
const quoted = (words: string): string => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);

const textOf = (rows: readonly (readonly CsvCell[])[]): string =>
	rows.map((row) => `${row.map(({ words }) => quoted(harmless(words))).join(',')}\r\n`).join('');

/** Tells where an apostrophe was put, for whoever wonders about it. */
function apostropheNotes(rows: readonly (readonly CsvCell[])[]): string[] {
	const places = rows.flat().filter(({ words }) => formula.test(words));
	if (places.length === 0) return [];
	const named = placesInWords(places.map(({ place }) => place));
	return [`表計算ソフトが式として計算しないように、先頭に「'」を付けたところがあります：${named}。`];
}

const mostNamed = 5;

/** 「A、B」, or the first five and how many more. */
function placesInWords(places: readonly string[]): string {
	const each = [...new Set(places)];
	const more = each.length > mostNamed ? `、ほか${each.length - mostNamed}か所` : '';
	return `${each.slice(0, mostNamed).join('、')}${more}`;
}

/** UTF-8 with a byte order mark, as Excel opens it without asking. */
export function reportCsv(report: SelfEvaluation): { readonly text: string; readonly notes: readonly string[] } {
	const rows = cellsOf(report);
	return { text: `\uFEFF${textOf(rows)}`, notes: apostropheNotes(rows) };
}

/** Shift_JIS (CP932) for older systems; each character that it has no place for becomes 〓 and is named with its place. */
export function reportShiftJisCsv(report: SelfEvaluation): {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly notes: readonly string[];
} {
	const rows = cellsOf(report);
	const { bytes } = shiftJisBytes(textOf(rows));
	return { bytes, notes: [...replacedNotes(rows), ...apostropheNotes(rows)] };
}

/** One sentence for each character that was replaced. */
function replacedNotes(rows: readonly (readonly CsvCell[])[]): string[] {
	const places = new Map<string, string[]>();
	for (const { place, words } of rows.flat()) {
		for (const character of shiftJisBytes(words).replaced) {
			places.set(character, [...(places.get(character) ?? []), place]);
		}
	}
	return Array.from(
		places,
		([character, where]) =>
			`Shift_JISにない文字「${character}」を、似た字か「〓」に置きかえました：${placesInWords(where)}。`,
	);
}
