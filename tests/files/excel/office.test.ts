import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReturned } from '../../../src/domain/report/returned.ts';
import { selfEvaluation } from '../../../src/domain/report/selfEvaluation.ts';
import { readWorkbook } from '../../../src/files/excel/readWorkbook.ts';
import { writeWorkbook } from '../../../src/files/excel/workbook.ts';
import { school, strange, strangeYear } from '../../domain/report/returnedSchool.ts';

/** LibreOffice and what reads a PDF, where they stand on this machine. */
const stands = (command: string, argument: string): boolean => {
	try {
		execFileSync(command, [argument], { stdio: 'ignore', timeout: 30_000 });
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ENOENT';
	}
};
const missing = ['soffice', 'pdftotext'].filter(
	(command) => !stands(command, command === 'soffice' ? '--version' : '-v'),
);
if (missing.length > 0) {
	console.warn(
		`Not opened in LibreOffice: ${missing.join(', ')} is not installed (libreoffice-calc-nogui, poppler-utils).`,
	);
}

describe.skipIf(missing.length > 0)('the workbook opened in LibreOffice', () => {
	const folder = mkdtempSync(join(tmpdir(), 'masume-office-'));
	const source = strangeYear().source();
	const convert = (format: string, file: string) =>
		execFileSync(
			'soffice',
			[
				`-env:UserInstallation=file://${folder}/profile`,
				'--headless',
				'--convert-to',
				format,
				'--outdir',
				folder,
				file,
			],
			{ stdio: 'ignore', timeout: 120_000 },
		);
	const report = selfEvaluation(source, { phase: 'final', audience: 'board', short: false });

	beforeAll(async () => {
		const { content } = await writeWorkbook(report, source);
		writeFileSync(join(folder, 'report.xlsx'), content);
	}, 30_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('prints as A4 landscape with its heads, texts and page numbers on every page', { timeout: 130_000 }, () => {
		convert('pdf', join(folder, 'report.xlsx'));
		const file = join(folder, 'report.pdf');
		const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
		const [width = 0, height = 0] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)?.slice(1).map(Number) ?? [];
		expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
		const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
		const plain = (text: string) => text.replace(/\s/g, '');
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

	// Each start of LibreOffice takes two seconds: the rest is for who changes the writer.
	describe.runIf(process.env.MASUME_OFFICE === 'all')('and looked at more closely', () => {
		test('counts by its own formulas what we counted', { timeout: 130_000 }, async () => {
			const { content } = await writeWorkbook(report, source);
			writeFileSync(join(folder, 'counted.xlsx'), content);
			convert(
				'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
				join(folder, 'counted.xlsx'),
			);
			const sheet = (name: string) => readFileSync(join(folder, `counted-${name}.csv`), 'utf8');
			expect(sheet('印刷用')).toContain('この表の数：達成 1、');
			expect(sheet('集計').trim().split('\n').at(-1)).toMatch(/^計,33,1,/);
			for (const words of [strange.plus, strange.minus, strange.at, strange.lines, strange.long]) {
				expect(sheet('データ')).toContain(words);
			}
		});

		test('saves a file that is still known and says nothing otherwise', { timeout: 130_000 }, async () => {
			convert('ods', join(folder, 'report.xlsx'));
			convert('xlsx:Calc MS Excel 2007 XML', join(folder, 'report.ods'));
			const read = await readWorkbook(new Uint8Array(readFileSync(join(folder, 'report.xlsx'))));
			const returned = read.ok && readReturned(read.value, source);
			expect(returned).toMatchObject({ ok: true, value: { differences: [], changedSince: false } });
		});
	});
});
