import { describe, expect, test } from 'vitest';
import type { ReportSource } from '../../../src/domain/report/model.ts';
import { csvDownload } from '../../../src/features/selfEvaluation/csvDownload.ts';
import type { Download } from '../../../src/features/selfEvaluation/downloads.ts';
import { htmlDownload } from '../../../src/features/selfEvaluation/htmlDownload.ts';
import { jsonDownloadFor } from '../../../src/features/selfEvaluation/jsonDownload.ts';
import { markdownDownload } from '../../../src/features/selfEvaluation/markdownDownload.ts';
import { shiftJisCsvDownload } from '../../../src/features/selfEvaluation/shiftJisCsvDownload.ts';
import { reportCsv, reportShiftJisCsv } from '../../../src/files/reportCsv.ts';
import { reportJson } from '../../../src/files/reportJson.ts';
import { modelSchool, reportOf, schoolWithSecrets, sign } from './school.ts';

const source = schoolWithSecrets();
const downloads = [csvDownload, shiftJisCsvDownload, jsonDownloadFor(), markdownDownload, htmlDownload];

async function textOf(download: Download, of: ReportSource, audience: 'board' | 'public') {
	const file = await download.write(reportOf(of, audience), of);
	const encoding = download === shiftJisCsvDownload ? 'shift_jis' : 'utf-8';
	const text = typeof file.content === 'string' ? file.content : new TextDecoder(encoding).decode(file.content);
	return { ...file, text };
}

describe('what a school keeps to itself', () => {
	test('is really there, and the board sees it', () => {
		const board = reportOf(source, 'board');
		expect(reportJson(board, source).split(sign).length).toBeGreaterThan(10);
		expect(reportCsv(board).text).toContain(`${sign}の場所`);
	});

	test.each(downloads)('stays out of the public version: $label', async (download) => {
		const { text, name } = await textOf(download, source, 'public');
		expect(text).toContain('見せてよい実績');
		expect(text).toContain('https://aoba.example/tayori');
		expect(text).not.toContain(sign);
		expect(text).not.toContain('secret.example');
		expect(text).not.toContain('c'.repeat(32));
		expect(name).toContain('公表用');
	});

	test.each([markdownDownload, htmlDownload])(
		'stays out of what is only ever for the public: $label',
		async (download) => {
			const { text, name } = await textOf(download, source, 'board');
			expect(text).not.toContain(sign);
			expect(text).not.toContain('実施記録');
			expect(name).toContain('公表用');
		},
	);

	test('of a whole fictional year no memo, place, comment or label is told', async () => {
		const school = modelSchool();
		const inside = [...school.fold.operations()].flatMap(({ entity, field, value, by }) => {
			const kept = /^(occurrence|comment)\//.test(entity) && /^(memo|place|text|what)$/.test(field);
			return kept && typeof value === 'string' ? [value, by.label] : [];
		});
		// A few of them are words that the school wrote in its results, too.
		const board = reportOf(school, 'public');
		const shown = JSON.stringify(
			board.groups.map(({ rows }) => rows.map(({ cells }) => [cells.resultAndIssue, cells.action, cells.improvement])),
		);
		const secrets = [...new Set(inside)].filter((words) => words.length > 6 && !shown.includes(words));
		expect(secrets.length).toBeGreaterThan(10);
		for (const download of downloads) {
			const { text } = await textOf(download, school, 'public');
			for (const words of secrets) expect(text).not.toContain(words);
		}
	});

	test('files are named after year, school, phase and reader', async () => {
		const names = await Promise.all(downloads.map(async (each) => (await textOf(each, source, 'public')).name));
		expect(names).toEqual(
			['.csv', '_SJIS.csv', '.json', '.md', '.html'].map(
				(end) => `R7_自己評価書_青葉モデル小学校（架空）_最終_公表用${end}`,
			),
		);
		expect(reportShiftJisCsv(reportOf(source, 'public')).notes).toEqual([]);
	});
});
