import type { Sheet } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { columnWord } from '../../../src/domain/report/columns.ts';
import type { ReportRequest } from '../../../src/domain/report/model.ts';
import { readReturned } from '../../../src/domain/report/returned.ts';
import { readWorkbook } from '../../../src/files/excel/readWorkbook.ts';
import { first, school, schoolYear, second, strange, strangeYear } from '../../domain/report/returnedSchool.ts';

import { board, bookOf, headRow } from './book.ts';

describe('印刷用', () => {
	let book: Awaited<ReturnType<typeof bookOf>>;
	let print: Sheet;
	beforeAll(async () => {
		book = await bookOf(strangeYear().source());
		print = book.sheet('印刷用');
	});

	test('is A4 landscape, as wide as the paper, with its heads on every page and in sight', () => {
		const heads = headRow(print) + 1;
		expect(print.pageSetup).toMatchObject({
			...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1 },
			printTitlesRow: `$${heads}:$${heads}`,
			printArea: `$A$2:$M$${print.rows.length}`,
		});
		expect(print.pageSetup?.fitToHeight ?? 0).toBe(0);
		expect(print.freezePane).toMatchObject({ rows: heads });
		expect(print.headerFooter?.oddFooter).toContain('&P / &N');
		expect(print.headerFooter?.oddFooter).toContain('架空あさひ小学校 && 髙﨑分校');
	});

	test('carries the very cells of every row, under the plan’s words', () => {
		const lines = new Set(print.merges?.map(({ startRow }) => startRow));
		const [heads, ...body] = print.rows.filter((_, index) => index >= headRow(print) && !lines.has(index));
		expect(heads).toEqual(book.report.columns.map((key) => columnWord[key]));
		// What is too long for a row goes on in the next, which begins without the words of a □.
		const rows: string[][] = [];
		for (const row of body) {
			const words = book.report.columns.map((_, column) => String(row[column] ?? ''));
			if (row[3] !== null) rows.push(words);
			else rows.push((rows.pop() ?? []).map((text, column) => text + words[column]));
		}
		const written = [...book.report.groups.flatMap((group) => group.rows), ...book.report.own];
		expect(rows).toEqual(written.map(({ cells }) => book.report.columns.map((key) => cells[key])));
		expect(body.length).toBeGreaterThan(rows.length);
	});

	test('says school, both calendars, approval, scale and 重点目標', () => {
		const words = print.rows.flat().join('\n');
		for (const part of [
			school,
			'令和7年度',
			'2025年度',
			'校長の確認はまだです',
			'◎',
			'一人一台端末を毎日の授業で使う',
		]) {
			expect(words).toContain(part);
		}
		for (const line of book.report.head.legend) expect(words).toContain(line);
		expect(String(print.rows[0]?.[0])).toContain('「データ」シート');
	});

	test('offers ◎○△ for every rating and nothing else', () => {
		const [row] = [...print.rows.keys()].filter((index) => print.rows[index]?.includes('◎'));
		expect(row).toBeDefined();
		const rating = String.fromCharCode(65 + book.report.columns.indexOf('rating'));
		const covered = (print.dataValidations ?? []).flatMap(({ range }) => {
			const [from = 0, to = from] = range.match(/\d+/g)?.map(Number) ?? [];
			expect(range).toMatch(new RegExp(`^${rating}\\d+:${rating}\\d+$`));
			return Array.from({ length: to - from + 1 }, (_, index) => from + index - 1);
		});
		const rated = [...print.rows.keys()].filter(
			(index) => index > headRow(print) && ['◎', '○', '△', '未入力', '―'].includes(String(print.rows[index]?.[9])),
		);
		expect(rated.filter((index) => !covered.includes(index))).toEqual([]);
		expect(print.dataValidations?.every(({ type, values }) => type === 'list' && values?.join() === '◎,○,△')).toBe(
			true,
		);
	});

	test('is set in 游ゴシック, wrapped, and counts by formula', () => {
		const cells = [...(print.cells?.values() ?? [])].filter(({ value }) => value !== null);
		// Cells in the workbook's own font name none.
		const fonts = new Set(cells.map(({ style }) => style?.font?.name ?? book.defaultFont));
		expect([...fonts]).toEqual(['游ゴシック']);
		const body = print.cells?.get(`${headRow(print) + 4},3`);
		expect(body?.style?.alignment?.wrapText).toBe(true);
		const counts = [...(print.cells?.values() ?? [])].filter(({ formula }) => formula);
		expect(counts).toHaveLength(1);
		expect(counts[0]?.formula).toContain('COUNTIF(');
		expect(counts[0]?.formulaResult ?? counts[0]?.value).toMatch(/^この表の数：達成 1、/);
	});
});

describe('データ', () => {
	test('one datum a cell: every text comes back sign by sign, and none is a formula', async () => {
		const { sheet } = await bookOf(strangeYear().source());
		const data = sheet('データ');
		const [heads = [], ...rows] = data.rows;
		const cell = (id: string, word: string) => rows.find((row) => row[0] === id)?.[heads.indexOf(word)];
		expect(data.merges ?? []).toEqual([]);
		expect(new Set(heads).size).toBe(heads.length);
		expect([cell(first, '実績'), cell(first, '課題')]).toEqual([strange.signs, strange.formula]);
		expect([cell(first, '改善策'), cell(first, '次年度（文）')]).toEqual([strange.plus, strange.minus]);
		expect([cell(second, '実績'), cell(second, '課題')]).toEqual([strange.long, strange.lines]);
		expect(cell(second, '改善策')).toBe(strange.at);
		expect([cell(first, '評価（中間）'), cell(first, '評価（最終）'), cell(first, '次年度（区分）')]).toEqual([
			'○',
			'◎',
			'拡充',
		]);
		expect([cell(first, '年度（西暦）'), cell(first, '学校名'), cell('o1', '種別')]).toEqual([
			2025,
			school,
			'学校独自',
		]);
		expect([...(data.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
		expect(data.freezePane).toMatchObject({ rows: 1 });
		expect(data.dataValidations?.map(({ values }) => values?.join())).toEqual(['◎,○,△', '◎,○,△', '新規,継続,拡充']);
	});

	test('集計 counts it by formula, area by area', async () => {
		const { sheet, names } = await bookOf(strangeYear().source());
		expect(names).toEqual(['印刷用', '端末活用', '集計', 'データ', 'ファイル情報']);
		const tally = sheet('集計');
		const total = tally.rows.at(-1);
		expect(total?.slice(0, 3)).toEqual(['計', 33, 1]);
		const formulas = [...(tally.cells?.values() ?? [])].filter(({ formula }) => formula);
		expect(formulas).toHaveLength((tally.rows.length - 1) * 8);
	});

	test('a year in which nothing is written yet, and an excerpt without a row, are whole workbooks too', async () => {
		const { source } = schoolYear();
		const empty = await bookOf(source());
		expect(empty.sheet('集計').rows.at(-1)?.slice(0, 3)).toEqual(['計', 32, 0]);
		const excerpt = await bookOf(source(), { ...board, short: true });
		expect(excerpt.sheet('データ').rows).toHaveLength(1);
		expect(excerpt.sheet('集計').rows.at(-1)?.slice(0, 3)).toEqual(['計', 0, 0]);
		const read = await readWorkbook(excerpt.content);
		expect(read.ok && readReturned(read.value, source())).toMatchObject({ ok: true, value: { differences: [] } });
	});

	test('the public version holds nothing that is only for inside', async () => {
		const { writes, source } = schoolYear([`action/${first}`, 'status', 'notApplicable']);
		writes(`action/${first}`, 'reason', '内緒の理由');
		writes('occurrence/c1', 'action', second);
		writes('occurrence/c1', 'date', '2025-06-11');
		writes('occurrence/c1', 'place', '内緒の学級');
		writes('evidence/e1', 'action', second);
		writes('evidence/e1', 'title', '内緒の資料');
		writes('evidence/e1', 'url', 'https://himitsu.example/');
		const wordsOf = async (request: ReportRequest) => {
			const { sheet, names } = await bookOf(source(), request);
			return names.flatMap((name) => sheet(name).rows.flat()).join('\n');
		};
		writes(`action/${second}`, 'result', '資料は https://typed.example/naisho にある');
		writes('own/o2', 'measure', '1-1-1');
		writes('own/o2', 'text', 'https://typed.example/own を見る会');
		const inside = ['内緒の理由', '2025-06-11', '内緒の学級', '内緒の資料', 'himitsu', 'naisho', 'typed.example/own'];
		const [full, open] = [await wordsOf(board), await wordsOf({ ...board, audience: 'public' })];
		expect(inside.filter((words) => !full.includes(words))).toEqual([]);
		expect(inside.filter((words) => open.includes(words))).toEqual([]);
	});

	test('集計 counts no rating of what is 該当なし, and データ no day that lies ahead', async () => {
		const { source } = schoolYear(
			[`action/${first}`, 'ratingFinal', 'excellent'],
			[`action/${first}`, 'status', 'notApplicable'],
			[`action/${second}`, 'ratingFinal', 'excellent'],
			['occurrence/c1', 'action', second],
			['occurrence/c1', 'date', '2025-06-11'],
			['occurrence/c2', 'action', second],
			['occurrence/c2', 'date', '2026-03-20'],
		);
		const { sheet } = await bookOf(source());
		const tally = sheet('集計');
		expect(tally.rows.at(-1)?.[tally.rows[0]?.indexOf('◎') ?? -1]).toBe(1);
		expect(tally.cells?.get(`1,${tally.rows[0]?.indexOf('◎')}`)?.formula).toContain('"<>該当なし"');
		const [heads = [], ...rows] = sheet('データ').rows;
		const row = rows.find(([id]) => id === second);
		expect(['実施記録の回数', '最後の実施日'].map((word) => row?.[heads.indexOf(word)])).toEqual([1, '2025-06-11']);
	});

	test('the footer of a school with an endless name is one that Excel takes', async () => {
		const name = `${'&長🏫'.repeat(100)}\n小学校`;
		const { sheet } = await bookOf(schoolYear().source({ profile: { name, schoolType: 'elementary', units: [] } }));
		for (const each of ['印刷用', 'データ']) {
			const footer = sheet(each).headerFooter?.oddFooter ?? '';
			expect(footer.length).toBeLessThanOrEqual(255);
			expect(footer).toContain('&&長🏫&&長');
		}
	});

	test('a text longer than a cell can hold is cut, and the person is told', async () => {
		const { source } = schoolYear([`action/${first}`, 'result', '長'.repeat(40_000)]);
		const { sheet, notes, content } = await bookOf(source());
		expect(notes).toEqual([expect.stringContaining('「実績」')]);
		expect(String(sheet('データ').rows[1]?.[17])).toHaveLength(32_767);
		const read = await readWorkbook(content);
		// What was cut is no change that somebody made.
		expect(read.ok && readReturned(read.value, source())).toMatchObject({ ok: true, value: { differences: [] } });
	});
});
