import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReturned } from '../../src/domain/report/returned.ts';
import { selfEvaluation } from '../../src/domain/report/selfEvaluation.ts';
import { readWorkbook } from '../../src/files/excel/readWorkbook.ts';
import { writeWorkbook } from '../../src/files/excel/workbook.ts';
import { school, strange, strangeYear } from '../domain/report/returnedSchool.ts';

const run = promisify(execFile);
const plain = (text: string) => text.replace(/\s/g, '');

describe('the workbook opened in LibreOffice', () => {
	const folder = mkdtempSync(join(tmpdir(), 'masume-office-'));
	const source = strangeYear().source();
	const report = selfEvaluation(source, { phase: 'final', audience: 'board', short: false });
	const at = (name: string) => join(folder, name);

	const convert = (format: string, name: string, folderTo = folder) => {
		const profile = `-env:UserInstallation=file://${folder}/profile`;
		return run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folderTo, at(name)]);
	};

	beforeAll(async () => {
		const { content } = await writeWorkbook(report, source);
		writeFileSync(at('report.xlsx'), content);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('prints as A4 landscape with its heads, texts and page numbers on every page', async () => {
		await convert('pdf', 'report.xlsx');
		const info = (await run('pdfinfo', [at('report.pdf')])).stdout;
		const [width = 0, height = 0] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)?.slice(1).map(Number) ?? [];
		expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
		const pages = (await run('pdftotext', ['-layout', at('report.pdf'), '-'])).stdout.split('\f').slice(0, -1);
		// The plan's table ends where the school's scenes begin; every page of it begins with the heads again.
		const table = pages.slice(
			0,
			pages.findIndex((page) => page.includes('場面ごとの端末活用')),
		);
		expect(table.length).toBeGreaterThan(3);
		for (const [index, page] of table.entries()) {
			expect(plain(page)).toContain('実績・課題');
			expect(plain(page)).toContain(`${index + 1}/${pages.length}`);
			expect(plain(page)).toContain(plain(school));
		}
		const all = plain(pages.join(''));
		for (const words of ['〜－①㈱髙﨑', '=1+1', '+81は国番号', '@全員', '学校だけの取組', 'この表の数：達成1、']) {
			expect(all).toContain(words);
		}
		expect(all).not.toMatch(/#(NAME|VALUE|REF|DIV)|###/);
	});

	test('counts by its own formulas what we counted, and gives every text back as CSV', async () => {
		await convert(
			'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
			'report.xlsx',
			at('csv'),
		);
		const sheet = (name: string) => readFileSync(at(`csv/report-${name}.csv`), 'utf8');
		expect(sheet('印刷用')).toContain('この表の数：達成 1、');
		expect(sheet('集計').trim().split('\n').at(-1)).toMatch(/^計,33,1,/);
		for (const words of [strange.signs, strange.plus, strange.minus, strange.at, strange.lines, strange.long]) {
			expect(sheet('データ')).toContain(words.replaceAll('"', '""'));
		}
	});

	test('saves a file that prints and asks as before, is still known, and says nothing otherwise', async () => {
		await convert('ods', 'report.xlsx');
		await convert('xlsx:Calc MS Excel 2007 XML', 'report.ods', at('saved'));
		const saved = new Uint8Array(readFileSync(at('saved/report.xlsx')));

		// How a sheet is looked at (its frozen heads) is not kept where there is no window; the workbook's own test sees to it.
		const print = (await readXlsx(saved, { readStyles: true })).sheets.find(({ name }) => name === '印刷用');
		expect(print?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 });
		expect(print?.pageSetup?.printTitlesRow).toMatch(/^\$\d+:\$\d+$/);
		expect(print?.dataValidations?.some(({ values }) => values?.join() === '◎,○,△')).toBe(true);
		const fonts = [...(print?.cells?.values() ?? [])].map(({ style }) => style?.font?.name);
		expect(fonts).toContain('游ゴシック');

		const read = await readWorkbook(saved);
		expect(read.ok && readReturned(read.value, source)).toMatchObject({
			ok: true,
			value: { differences: [], changedSince: false },
		});
	});
});
