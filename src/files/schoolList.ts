import Papa from 'papaparse';
import type { SchoolRow } from '../domain/exchange/board.ts';
import { SchoolCode } from '../domain/exchange/words.ts';
import { defaultUnits } from '../domain/plan/applicability.ts';
import type { SchoolType, SchoolUnit } from '../domain/plan/edition.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';
import {
	type Column,
	columnOf,
	columnWord,
	neededColumns,
	readPresence,
	readSchoolType,
	unitColumns,
} from './schoolListWords.ts';
import { delimiterOf, rowsBeforeHeading } from './tableText.ts';

/** A school and the row it stands in, counted as Excel counts: the first row is 1, empty ones count. */
export interface ListedSchool {
	readonly row: number;
	readonly school: SchoolRow;
}

export interface ListFault {
	/** Undefined where the list as a whole is meant. */
	readonly row: number | undefined;
	readonly sentence: string;
}

/** A list of schools as read. With any fault, nothing of it may be registered. */
export interface SchoolList {
	readonly schools: readonly ListedSchool[];
	readonly faults: readonly ListFault[];
	/** What was assumed, for the person to know. */
	readonly notices: readonly string[];
}

export const mostSchools = 5_000;
const longestName = 60;

type Places = ReadonlyMap<Column, number>;

/** Reads a CSV, or what was copied out of a spreadsheet. Never throws: whatever is wrong stands in `faults`. */
export function readSchoolList(text: string): SchoolList {
	const { data: rows, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: delimiterOf(text) });
	const open = errors.find(({ type }) => type === 'Quotes');
	if (open) return failed(quoteFault((open.row ?? 0) + 1));
	const head = findHeading(rows);
	if (!head.ok) return failed({ row: undefined, sentence: head.refusal.sentence });

	const { at, places } = head.value;
	const listed = rows.flatMap((cells, index) =>
		index > at && cells.some((cell) => cell.trim()) ? [{ row: index + 1, cells }] : [],
	);
	if (listed.length === 0) return failed({ row: undefined, sentence: noSchool });
	if (listed.length > mostSchools) return failed({ row: undefined, sentence: tooMany(listed.length) });
	return { ...readRows(listed, places), notices: noticesOf(places) };
}

const failed = (fault: ListFault): SchoolList => ({ schools: [], faults: [fault], notices: [] });

const noSchool = '見出しの下に学校が1校もありません。1行に1校ずつ入れてください。';
const tooMany = (count: number) =>
	`一度に登録できるのは${mostSchools.toLocaleString('ja')}校までです（このファイルは${count.toLocaleString('ja')}行）。分けて登録してください。`;
const quoteFault = (row: number): ListFault => ({
	row,
	sentence: '引用符（"）の始まりと終わりが合っていません。Excelで開いてCSVに保存し直すと直ります。',
});

/** The row with the columns' names, and where each column stands. */
function findHeading(
	rows: readonly (readonly string[])[],
): Result<{ at: number; places: Places }, Refusal<'noHeading' | 'missingColumn' | 'doubleColumn'>> {
	const columnsOf = (row: readonly string[]) => row.map(columnOf);
	const near = rows.slice(0, rowsBeforeHeading).map(columnsOf);
	const found = near.map((columns) => new Set(columns.filter((column) => column !== undefined)).size);
	const at = found.indexOf(Math.max(0, ...found));
	const columns = near[at] ?? [];
	// One word that happens to be a heading, 「学校」 in a title, does not make a heading row.
	if ((found[at] ?? 0) < 2) {
		return refuse('noHeading', `見出しの行が見つかりません。1行目に「${headingLine}」を入れてください。`);
	}
	const twice = columns.find((column, index) => column && columns.indexOf(column) < index);
	if (twice) return refuse('doubleColumn', `「${columnWord[twice]}」の列が2つあります。1つにしてください。`);
	const missing = neededColumns
		.filter((column) => !columns.includes(column))
		.map((column) => `「${columnWord[column]}」`);
	if (missing.length > 0) return refuse('missingColumn', `${missing.join('と')}の列がありません。列を加えてください。`);
	return ok({ at, places: new Map(columns.flatMap((column, index) => (column ? [[column, index]] : []))) });
}

const headingLine = (['code', 'name', 'schoolType', 'specialNeedsClass', 'hospitalClass'] as const)
	.map((column) => columnWord[column])
	.join('、');

function noticesOf(places: Places): string[] {
	const absent = (['specialNeedsClass', 'hospitalClass'] as const).filter((column) => !places.has(column));
	return absent.map((column) => `「${columnWord[column]}」の列がないので、どの学校も「なし」として読みました。`);
}

function readRows(listed: readonly { row: number; cells: readonly string[] }[], places: Places) {
	const schools: ListedSchool[] = [];
	const faults: ListFault[] = [];
	const rowOfCode = new Map<string, number>();
	for (const { row, cells } of listed) {
		const read = readRow((column) => cellOf(cells, places.get(column)), places);
		const earlier = rowOfCode.get(read.school.code);
		if (earlier !== undefined) read.sentences.push(doubleCode(read.school.code, earlier));
		else if (read.school.code) rowOfCode.set(read.school.code, row);
		faults.push(...read.sentences.map((sentence) => ({ row, sentence })));
		if (read.sentences.length === 0) schools.push({ row, school: read.school });
	}
	return { schools, faults };
}

const doubleCode = (code: string, row: number) =>
	`学校コード「${code}」は${row}行目にもあります。学校ごとに別のコードにしてください。`;

/** A cell on one line: line ends inside a cell are a matter of layout. */
const cellOf = (cells: readonly string[], place: number | undefined): string =>
	(place === undefined ? '' : (cells[place] ?? '')).replace(/\s*[\r\n]+\s*/g, '').trim();

function readRow(cell: (column: Column) => string, places: Places): { school: SchoolRow; sentences: string[] } {
	const code = cell('code').normalize('NFKC').replace(/\s/g, '');
	const name = cell('name');
	const schoolType = readSchoolType(cell('schoolType'));
	const sentences = [
		codeFault(code),
		nameFault(name),
		schoolType.ok ? undefined : schoolType.refusal.sentence,
		...unitColumns.map((unit) => presenceFault(unit, cell(unit))),
	].filter((sentence) => sentence !== undefined);
	const type = schoolType.ok ? schoolType.value : 'elementary';
	return { school: { code, name, schoolType: type, units: unitsOf(type, cell, places) }, sentences };
}

function codeFault(code: string): string | undefined {
	if (!code) return '学校コードが空です。';
	if (/^\d(\.\d+)?e\+?\d+$/i.test(code)) {
		return `学校コードが「${code}」になっています。Excelが長い数を縮めたものです。列の表示形式を「文字列」にして、コードを入れ直してください。`;
	}
	return SchoolCode.safeParse(code).success
		? undefined
		: `学校コード「${code}」は使えません。英数字と「-」「_」で32文字までにしてください。`;
}

function nameFault(name: string): string | undefined {
	if (!name) return '学校名が空です。';
	if (/^[（(]例[)）]/.test(name)) return 'ひな形の例のままです。学校の名前に書きかえるか、この行を消してください。';
	return name.length > longestName ? `学校名が長すぎます（${longestName}文字まで）。` : undefined;
}

const presenceFault = (unit: SchoolUnit, written: string): string | undefined =>
	readPresence(written) === undefined
		? `「${columnWord[unit]}」の「${written}」が分かりません。「ある」か「なし」を入れてください。`
		: undefined;

/** 情報科 comes with the 校種 unless the list has a column for it. */
function unitsOf(schoolType: SchoolType, cell: (column: Column) => string, places: Places): SchoolUnit[] {
	const byDefault = defaultUnits(schoolType);
	return unitColumns.filter((unit) =>
		unit === 'informatics' && !places.has(unit) ? byDefault.includes(unit) : readPresence(cell(unit)),
	);
}
