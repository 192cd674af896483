import type { Continuation, PlanEdition, Rating } from '../plan/edition.ts';
import { continuationWord, ratingCell } from './cells.ts';
import type { ReportEntries } from './model.ts';

/** The sheets of a workbook that goes out and may come back. No spaces, brackets, hyphens: print titles break on them. */
export const sheetNames = { print: '印刷用', tally: '集計', data: 'データ', info: 'ファイル情報' } as const;

/** Columns of データ that tell what a row is. They are not read back, but for the id and the kind of □. */
export const describingColumns = [
	{ key: 'id', word: 'ID', width: 30 },
	{ key: 'year', word: '年度（西暦）', width: 11 },
	{ key: 'school', word: '学校名', width: 24 },
	{ key: 'kind', word: '種別', width: 10 },
	{ key: 'policy', word: '基本方針', width: 26 },
	{ key: 'area', word: '区分', width: 26 },
	{ key: 'measure', word: '項目', width: 28 },
	{ key: 'summary', word: '概要', width: 36 },
	{ key: 'goals', word: '目標', width: 36 },
	{ key: 'action', word: '学校の取組', width: 44 },
	{ key: 'status', word: '状態', width: 10 },
	{ key: 'reason', word: '該当なしの理由', width: 20 },
	{ key: 'deadline', word: '達成時期', width: 10 },
	{ key: 'occurrences', word: '実施記録の回数', width: 14 },
	{ key: 'lastOccurrence', word: '最後の実施日', width: 13 },
	{ key: 'evidence', word: '根拠', width: 30 },
	{ key: 'lastRating', word: '昨年度の評価', width: 12 },
] as const;
export type DescribingColumn = (typeof describingColumns)[number]['key'];

/** Columns of データ that are read back; each is a field of the record. */
export const returnedColumns = [
	{ field: 'result', word: '実績', kind: 'text', width: 40 },
	{ field: 'issue', word: '課題', kind: 'text', width: 40 },
	{ field: 'improvement', word: '改善策', kind: 'text', width: 40 },
	{ field: 'nextYear', word: '次年度（文）', kind: 'text', width: 40 },
	{ field: 'ratingMidyear', word: '評価（中間）', kind: 'rating', width: 12 },
	{ field: 'ratingFinal', word: '評価（最終）', kind: 'rating', width: 12 },
	{ field: 'continuation', word: '次年度（区分）', kind: 'continuation', width: 14 },
] as const satisfies readonly { field: keyof ReportEntries; word: string; kind: string; width: number }[];
export type ReturnedColumn = (typeof returnedColumns)[number];

export const kindWords = { plan: '計画', own: '学校独自' } as const;

/** Lines of ファイル情報: by them a returned file is known again. */
export const infoWords = {
	format: '形式',
	version: '形式の版',
	school: '学校名',
	year: '年度（西暦）',
	edition: '計画の版',
	phase: '時期',
	audience: '種類',
	made: '作成日',
	rows: 'データの行数',
	content: '記録の内容',
} as const;
export type InfoKey = keyof typeof infoWords;

export const workbookFormat = 'masume-self-evaluation';
export const workbookVersion = 1;

/** Excel holds so many UTF-16 units in a cell. */
export const mostInCell = 32_767;

/** Line ends as a cell has them, without what XML cannot hold, and no longer than a cell can be. */
export function cellText(text: string): string {
	const plain = text
		.replace(/\r\n?/g, '\n')
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a file
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
		.trimEnd();
	if (plain.length <= mostInCell) return plain;
	// Not between the two halves of one sign.
	return plain.slice(0, mostInCell).replace(/[\ud800-\udbff]$/, '');
}

/** What stands in a cell of データ for what was entered; nothing where nothing was. */
export function returnedCell(
	edition: PlanEdition,
	{ kind }: Pick<ReturnedColumn, 'kind'>,
	value: ReportEntries[keyof ReportEntries],
): string {
	if (value === null || value === '') return '';
	if (kind === 'rating') return ratingCell(edition, value as Rating, '');
	return kind === 'continuation' ? continuationWord[value as Continuation] : cellText(value);
}
