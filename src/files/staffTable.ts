import { staffItems } from '../domain/plan/staffChecklist.ts';
import { mostTeachers, type StaffCounts } from '../domain/record/staffSurvey.ts';
import { ok, type Refusal, type Result, refuse } from '../domain/result.ts';

export type TableRefusal = Refusal<'empty' | 'rows' | 'columns'>;

/** Sixteen rows in the order of the sheet; null = the row's cells are empty. */
export type StaffTable = readonly (StaffCounts | null)[];

const cellsOf = (line: string): string[] =>
	line
		.normalize('NFKC')
		.split(line.includes('\t') ? '\t' : /[,\s]+/)
		.map((cell) => cell.trim().replace(/(?<=\d)[人名]$/, ''));

const isNumber = (cell: string): boolean => /^\d{1,4}$/.test(cell);

/** The four counts of a row; null where it names an item and leaves it empty, undefined where it is no row of counts. */
function countsOf(line: string): StaffCounts | null | undefined {
	const cells = cellsOf(line);
	const first = cells.findIndex(isNumber);
	if (first < 0) return /^\s*[a-dA-D]\s*[-－−‐ー]?\s*[1-4]\b/.test(line.normalize('NFKC')) ? null : undefined;
	const four = cells.slice(first, first + 4);
	const counts = four.map(Number);
	const rest = cells.slice(first + 4).filter((cell) => cell !== '');
	const isWhole = four.length === 4 && four.every(isNumber) && counts.every((count) => count <= mostTeachers);
	// A sum may stand after the four.
	const sum = counts.reduce((total, count) => total + count, 0);
	const isAlone = rest.length === 0 || (rest.length === 1 && Number(rest[0]) === sum);
	return isWhole && isAlone ? (counts as unknown as StaffCounts) : undefined;
}

const hasNumber = (line: string): boolean => cellsOf(line).some(isNumber);

/**
 * Reads what was copied from a spreadsheet: sixteen rows (A-1 to D-4), four numbers each, from できる to
 * ほとんどできない. Headings and words before the numbers are passed over. Refuses anything else, saying what was found.
 */
export function readStaffTable(pasted: string): Result<StaffTable, TableRefusal> {
	const lines = pasted.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
	if (lines.length === 0)
		return refuse('empty', '貼り付けられたものがありません。表をコピーしてから、もう一度貼り付けてください。');
	const rows = lines.map((line) => ({ line, counts: countsOf(line) }));
	const wrong = rows.findIndex(({ line, counts }) => counts === undefined && hasNumber(line) && !isHeading(line));
	if (wrong >= 0) {
		return refuse(
			'columns',
			`${wrong + 1}行目から4つの人数を読み取れません。人数は「できる・ややできる・あまりできない・ほとんどできない」の順に4つ、0から${mostTeachers}までの整数にしてください。何も記録していません。`,
		);
	}
	const table = rows.flatMap(({ counts }) => (counts === undefined ? [] : [counts]));
	if (table.length !== staffItems.length) {
		return refuse(
			'rows',
			`人数の行が${table.length}行ありました。A-1からD-4までの16行を、この順に貼り付けてください。何も記録していません。`,
		);
	}
	return ok(table);
}

/** 「4 できる　3 ややできる…」: the heads of the columns carry the numbers of the levels. */
const isHeading = (line: string): boolean => /できる|できない/.test(line) && !/[A-D]-?\d/.test(line.normalize('NFKC'));
