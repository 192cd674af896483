import { Window } from 'happy-dom';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { columnWord } from '../../src/domain/report/columns.ts';
import type { ReportSource, SelfEvaluation } from '../../src/domain/report/model.ts';
import { selfEvaluation } from '../../src/domain/report/selfEvaluation.ts';
import { writeWorkbook } from '../../src/files/excel/workbook.ts';
import { reportCsv } from '../../src/files/reportCsv.ts';
import { reportHtml } from '../../src/files/reportHtml.ts';
import { reportMarkdown } from '../../src/files/reportMarkdown.ts';
import { emptyYear, fullYear } from './fullYear.ts';

/** How a format's own reader sees what we wrote: its text, cell after cell. */
const writers: Record<string, (report: SelfEvaluation, source: ReportSource) => Promise<readonly string[]>> = {
	CSV: async (report) => Papa.parse<string[]>(reportCsv(report).text.replace(/^\uFEFF/, '')).data.flat(),
	HTML: async (report) => {
		const page = new new Window().DOMParser().parseFromString(reportHtml(report), 'text/html');
		// An address stands behind its title.
		for (const link of page.querySelectorAll('a'))
			link.textContent = `${link.textContent} ${link.getAttribute('href')}`;
		return [...page.querySelectorAll('td, th')].map((cell) => cell.textContent ?? '');
	},
	Markdown: async (report) => [
		reportMarkdown(report)
			.replaceAll('<br>', '')
			.replace(/\\(.)/g, '$1')
			.replace(/<(https?:[^>]*)>/g, '$1'),
	],
	'Excel 印刷用': async (report, source) => {
		const { sheets } = await readXlsx((await writeWorkbook(report, source)).content);
		const rows = sheets.find(({ name }) => name === '印刷用')?.rows ?? [];
		return rejoined(rows.map((row) => row.map((value) => String(value ?? '')))).flat();
	},
};

/** A text of more lines than a row can be high goes on in the next row, which names no □. */
function rejoined(rows: readonly (readonly string[])[]): string[][] {
	const named = rows.find((row) => row.includes(columnWord.action))?.indexOf(columnWord.action) ?? -1;
	const whole: string[][] = [];
	for (const row of rows) {
		const last = whole.at(-1);
		const goesOn = last?.[named] && row[named] === '' && row.some((cell) => cell !== '') && row[0] === '';
		if (last && goesOn) whole[whole.length - 1] = last.map((cell, place) => cell + (row[place] ?? ''));
		else whole.push([...row]);
	}
	return whole;
}

/** Without blanks, line breaks and what formats set between or before words. */
const bare = (text: string): string => text.replace(/[\s'|]/gu, '');

const ratingCells = /^[◎○△]$/;

/** Cells of the table that do not follow one another in the text, in the order of the paper. */
function lost(report: SelfEvaluation, written: readonly string[]): string[] {
	const text = bare(written.join(' '));
	let from = 0;
	return [...report.groups.flatMap(({ rows }) => rows), ...report.own].flatMap((row) =>
		report.columns
			.map((key) => bare(row.cells[key]))
			// A mark is in every row; where it stands says the cell before and after it.
			.filter((cell) => cell !== '' && !ratingCells.test(cell))
			.flatMap((cell) => {
				const at = text.indexOf(cell, from);
				if (at < 0) return [cell];
				from = at + cell.length;
				return [];
			}),
	);
}

describe.each(Object.keys(writers))('%s', (name) => {
	test.each([
		['a full year', fullYear()],
		['an empty year', emptyYear()],
	])('carries every cell of the table of %s, in its order', async (_, source) => {
		const write = writers[name];
		if (!write) throw new Error(`no writer ${name}`);
		for (const audience of name === 'HTML' || name === 'Markdown'
			? (['public'] as const)
			: (['board', 'public'] as const)) {
			const report = selfEvaluation(source, { phase: 'final', audience, short: false });
			expect(report.groups.length).toBeGreaterThan(3);
			expect(lost(report, await write(report, source)), audience).toEqual([]);
		}
	});
});

test('a cell that a writer loses is found', async () => {
	const report = selfEvaluation(fullYear(), { phase: 'final', audience: 'board', short: false });
	const cells = await writers.CSV?.(report, fullYear());
	const [group] = report.groups;
	const gone = group?.rows[1]?.cells.action ?? '';
	expect(
		lost(
			report,
			(cells ?? []).filter((cell) => cell !== gone),
		),
	).toContain(bare(gone));
});
