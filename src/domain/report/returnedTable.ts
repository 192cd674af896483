import { ok, type Refusal, type Result, refuse } from '../result.ts';
import { describingColumns, infoWords, kindWords, type ReturnedColumn, returnedColumns } from './returnedSheet.ts';

/** A cell as a spreadsheet hands it over. */
export type SheetCell = string | number | boolean | Date | null | undefined;

/** One row of データ. */
export interface ReturnedRow {
	/** As Excel counts: the first row below the heads is 2. */
	readonly line: number;
	readonly id: string;
	readonly own: boolean;
	/** The words of the □ as they stand beside the id; empty where the file has no such column any more. */
	readonly action: string;
	readonly cells: Readonly<Record<ReturnedColumn['field'], SheetCell>>;
}

type Rows = readonly (readonly SheetCell[])[];

const unchanged = '記録は変わっていません。';
const structure = (words: string): { ok: false; refusal: Refusal<'structure'> } =>
	refuse('structure', `${words}もとのファイルをもう一度作り、列と行はそのままにして直してください。${unchanged}`);

/**
 * The rows of データ by the heads of its columns, in whatever order columns and rows now stand. Refused where a head, a
 * row or an id is missing or there twice: what was meant cannot be known then.
 */
export function readReturnedTable(rows: Rows, written: number): Result<readonly ReturnedRow[], Refusal<'structure'>> {
	const [heads = [], ...body] = rows;
	const columns = placesOf(heads);
	if (!columns.ok) return columns;
	const found = body.flatMap((cells, index): ReturnedRow[] => {
		if (cells.every((cell) => trimmed(cell) === '')) return [];
		const at = (word: string) => cells[columns.value.get(word) ?? -1];
		return [
			{
				line: index + 2,
				id: trimmed(at(idColumn)),
				own: trimmed(at(kindColumn)) === kindWords.own,
				action: trimmed(at(actionWord)),
				cells: Object.fromEntries(returnedColumns.map(({ field, word }) => [field, at(word)])) as ReturnedRow['cells'],
			},
		];
	});
	const fault = faultOf(found, written);
	return fault ? structure(fault) : ok(found);
}

const wordOf = (key: string): string => describingColumns.find((column) => column.key === key)?.word ?? '';
const idColumn = wordOf('id');
const kindColumn = wordOf('kind');
/** 「学校の取組」 */
export const actionWord = wordOf('action');

function placesOf(heads: readonly SheetCell[]): Result<ReadonlyMap<string, number>, Refusal<'structure'>> {
	const places = new Map<string, number>();
	for (const word of [idColumn, kindColumn, ...returnedColumns.map((column) => column.word)]) {
		const at = heads.flatMap((head, place) => (trimmed(head) === word ? [place] : []));
		const [place] = at;
		if (place === undefined) return structure(`「データ」に「${word}」の列がありません。`);
		if (at.length > 1) return structure(`「データ」に「${word}」の列が${at.length}つあります。`);
		places.set(word, place);
	}
	const action = heads.findIndex((head) => trimmed(head) === actionWord);
	if (action >= 0) places.set(actionWord, action);
	return ok(places);
}

function faultOf(found: readonly ReturnedRow[], written: number): string | undefined {
	const nameless = found.find(({ id }) => id === '');
	if (nameless) return `「データ」の${nameless.line}行目にIDがありません。`;
	const ids = new Map<string, number>();
	for (const { id, line } of found) {
		const earlier = ids.get(id);
		if (earlier !== undefined) return `「データ」の${earlier}行目と${line}行目のIDが同じです。`;
		ids.set(id, line);
	}
	if (!Number.isInteger(written)) return `「ファイル情報」の「${infoWords.rows}」が読めません。`;
	if (found.length === written) return undefined;
	return `「データ」は${written}行のはずが、${found.length}行になっています。`;
}

const trimmed = (cell: SheetCell): string => (cell === null || cell === undefined ? '' : String(cell).trim());
