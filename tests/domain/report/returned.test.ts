import { describe, expect, test } from 'vitest';
import { allSchoolActions } from '../../../src/domain/plan/find.ts';
import { deleteEntity } from '../../../src/domain/record/edits.ts';
import { foldRecord } from '../../../src/domain/record/fold.ts';
import { contentHash } from '../../../src/domain/record/review/content.ts';
import { type ReturnedSheets, readReturned, returnedEdits } from '../../../src/domain/report/returned.ts';
import {
	describingColumns,
	infoWords,
	returnedCell,
	returnedColumns,
	workbookFormat,
} from '../../../src/domain/report/returnedSheet.ts';
import type { SheetCell } from '../../../src/domain/report/returnedTable.ts';
import { selfEvaluation } from '../../../src/domain/report/selfEvaluation.ts';
import { first, school, type schoolYear, second, strange, strangeYear } from './returnedSchool.ts';

type Source = ReturnType<ReturnType<typeof schoolYear>['source']>;
type Sheet = SheetCell[][];

const heads = [...describingColumns, ...returnedColumns].map(({ word }) => word);

/** The two sheets as this year's file has them. */
function written(source: Source): { info: Sheet; data: Sheet } {
	const report = selfEvaluation(source, { phase: 'final', audience: 'board', short: false });
	const rows = [...report.groups.flatMap((group) => group.rows), ...report.own];
	const described = { id: '', kind: '' };
	return {
		info: [
			['項目', '内容'],
			...Object.entries({
				...{ format: workbookFormat, version: '1', school, year: '2025', edition: source.edition.id, phase: '最終' },
				...{ made: '2026-02-10', rows: String(rows.length), content: contentHash(source.fold) },
			}).map(([key, value]) => [infoWords[key as keyof typeof infoWords], value]),
		],
		data: [
			heads,
			...rows.map((row) => [
				...describingColumns.map(
					({ key }) => ({ ...described, id: row.action, kind: row.own ? '学校独自' : '計画' })[key as 'id'] ?? 'x',
				),
				...returnedColumns.map((column) => returnedCell(source.edition, column, row.entries[column.field])),
			]),
		],
	};
}

const setCell = (data: Sheet, id: string, word: string, value: SheetCell): Sheet =>
	data.map((row) => (row[0] === id ? row.map((cell, at) => (heads[at] === word ? value : cell)) : row));

const setInfo = (info: Sheet, word: string, value: SheetCell): Sheet =>
	info.map((row) => (row[0] === word ? [word, value] : row));

function found(sheets: ReturnedSheets, source: Source) {
	const read = readReturned(sheets, source);
	if (!read.ok) throw new Error(read.refusal.sentence);
	return read.value;
}

const said = (sheets: ReturnedSheets, source: Source) =>
	found(sheets, source).differences.map(({ entity, field, current, returned }) => [entity, field, current, returned]);

/** The words of a □ of the plan. */
const wordsOf = (id: string): string =>
	allSchoolActions(strangeYear().source().edition).find(({ action }) => action.id === id)?.action.text ?? '';

/** データ with the words of the plan's □ beside their ids. */
const worded = (data: Sheet): Sheet =>
	data.map((row) => row.map((cell, at) => (heads[at] === '学校の取組' ? wordsOf(String(row[0])) || cell : cell)));

describe('a file that comes back', () => {
	test('says nothing otherwise when nobody wrote in it', () => {
		const source = strangeYear().source();
		const read = found(written(source), source);
		expect(read).toMatchObject({ differences: [], made: '2026-02-10', phase: '最終', changedSince: false, gone: 0 });
	});

	test('tells every cell that differs, beside what the record says', () => {
		const source = strangeYear().source();
		const { info, data } = written(source);
		const changed = [
			[first, '実績', '書き直した実績'],
			[first, '評価（最終）', '△'],
			[first, '次年度（区分）', '継続'],
			[second, '課題', ''],
			['o1', '評価（中間）', '〇'],
		].reduce((sheet, [id = '', word = '', value]) => setCell(sheet, id, word, value), data);
		expect(said({ info, data: changed }, source)).toEqual([
			[`action/${first}`, 'result', expect.stringContaining('〜－①㈱'), '書き直した実績'],
			[`action/${first}`, 'ratingFinal', '◎', '△'],
			[`action/${first}`, 'continuation', '拡充', '継続'],
			[`action/${second}`, 'issue', strange.lines, ''],
			['own/o1', 'ratingMidyear', '', '○'],
		]);
	});

	test('chosen cells become operations that the record then says', () => {
		const { device, source } = strangeYear();
		const { info, data } = written(source());
		const changed = setCell(setCell(data, first, '実績', '新しい'), first, '評価（最終）', '');
		const [text, mark] = found({ info, data: changed }, source()).differences;
		if (!text || !mark) throw new Error('two cells differ');
		const operations = device.does(returnedEdits([mark]));
		expect(operations).toMatchObject([{ entity: `action/${first}`, field: 'ratingFinal', value: null }]);
		expect(said({ info, data: changed }, source())).toEqual([[text.entity, text.field, text.current, '新しい']]);
		expect(found({ info, data: changed }, source()).changedSince).toBe(true);
	});

	test('what a colleague wrote while one looked is not lost', () => {
		const { device, writes, source } = strangeYear();
		const { info, data } = written(source());
		const [edit] = found({ info, data: setCell(data, second, '実績', 'Excelの文') }, source()).differences;
		writes(`action/${second}`, 'result', '同僚の文');
		device.does(returnedEdits(edit ? [edit] : []));
		expect(
			device.fold
				.heads(`action/${second}`, 'result')
				.map(({ value }) => value)
				.sort(),
		).toEqual(['Excelの文', '同僚の文']);
	});

	test('says where the record stands in 食い違い', () => {
		const { device, source } = strangeYear();
		const before = foldRecord([...device.fold.operations()]);
		const sheets = written(source());
		device.hears([
			{ ...[...before.operations()][0], id: 'b.1', lamport: 99, value: '別の端末の文', replaces: [] } as never,
		]);
		const { differences } = found(sheets, source());
		expect(differences).toMatchObject([{ field: 'result', disputed: true }]);
	});

	test('may have its columns and rows in another order, and columns beside ours', () => {
		const source = strangeYear().source();
		const { info, data } = written(source);
		const turned = [data[0] ?? [], ...data.slice(1).reverse()].map((row) => ['メモ', ...[...row].reverse()]);
		expect(said({ info, data: [...turned, ['', null, ' ']] }, source)).toEqual([]);
	});

	test('a number or a day typed into a text is read as what one sees', () => {
		const source = strangeYear().source();
		const { info, data } = written(source);
		const changed = setCell(setCell(data, first, '実績', 12), first, '課題', new Date('2025-10-02T00:00:00Z'));
		expect(said({ info, data: changed }, source).map(([, , , returned]) => returned)).toEqual(['12', '2025-10-02']);
	});

	test('line ends of another system are the same line ends', () => {
		const source = strangeYear().source();
		const { info, data } = written(source);
		expect(said({ info, data: setCell(data, second, '課題', strange.lines.replaceAll('\n', '\r\n')) }, source)).toEqual(
			[],
		);
	});

	test('a slip of the pen in the words of a □ is no reason to refuse the file', () => {
		const source = strangeYear().source();
		const { info, data } = written(source);
		const slipped = setCell(worded(data), first, '学校の取組', `${wordsOf(first)}。`);
		expect(said({ info, data: slipped }, source)).toEqual([]);
	});

	test('an own □ that was deleted meanwhile is passed over and counted', () => {
		const { device, source } = strangeYear();
		const sheets = written(source());
		device.does(deleteEntity(device.fold, 'own/o1'));
		const { gone, differences } = found(sheets, source());
		expect([gone, differences]).toEqual([1, []]);
	});
});

describe('a file that is refused changes nothing and says why', () => {
	const source = strangeYear().source();
	const { info, data } = written(source);
	const without = (word: string) => data.map((row) => row.filter((_, at) => heads[at] !== word));
	test.each<[string, ReturnedSheets, string, string]>([
		['no ファイル情報', { info: undefined, data }, 'notOurs', 'ます目で作った'],
		['no データ', { info, data: undefined }, 'notOurs', 'ます目で作った'],
		['another format', { info: setInfo(info, '形式', 'x'), data }, 'notOurs', 'ます目で作った'],
		['a newer format', { info: setInfo(info, '形式の版', 2), data }, 'newer', '更新'],
		['another school', { info: setInfo(info, '学校名', '架空ゆうひ小学校'), data }, 'otherSchool', '架空ゆうひ小学校'],
		['another year', { info: setInfo(info, '年度（西暦）', 2024), data }, 'otherYear', '2024年度'],
		['another edition', { info: setInfo(info, '計画の版', 'sendai-2024'), data }, 'otherEdition', '別の版'],
		['a column is missing', { info, data: without('課題') }, 'structure', '「課題」の列がありません'],
		['the ids are missing', { info, data: without('ID') }, 'structure', '「ID」の列がありません'],
		['a column is there twice', { info, data: data.map((row) => [...row, row.at(-1)]) }, 'structure', '2つあります'],
		['a row is missing', { info, data: data.slice(0, -1) }, 'structure', '行のはずが'],
		[
			'a row is new',
			{ info, data: [...data, ['sendai-2025-x', ...(data[1] ?? []).slice(1)]] },
			'structure',
			'行のはずが',
		],
		['an id is there twice', { info, data: [...data, data[1] ?? []] }, 'structure', '2行目と'],
		['an id is gone', { info, data: setCell(data, first, 'ID', '') }, 'structure', '2行目にIDがありません'],
		['no number of rows', { info: setInfo(info, 'データの行数', ''), data }, 'structure', '行数」が読めません'],
		[
			'ids sorted without the rest of their rows',
			{ info, data: setCell(worded(data), first, '学校の取組', wordsOf(second)) },
			'structure',
			'2行目のIDと「学校の取組」が合いません',
		],
		['an id of no □', { info, data: setCell(data, first, 'ID', 'x') }, 'structure', '2行目のID'],
		[
			'a rating that is none',
			{ info, data: setCell(data, second, '評価（最終）', 'A') },
			'unreadable',
			'3行目の「評価（最終）」が「A」',
		],
		[
			'a 次年度 that is none',
			{ info, data: setCell(data, second, '次年度（区分）', '終了') },
			'unreadable',
			'新規・継続・拡充',
		],
	])('%s', (_, sheets, reason, words) => {
		const read = readReturned(sheets, source);
		expect(read.ok || read.refusal).toMatchObject({ reason, sentence: expect.stringContaining(words) });
		expect(read.ok || read.refusal.sentence).toMatch(/記録は変わっていません。$/);
	});
});
