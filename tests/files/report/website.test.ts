import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnWord } from '../../../src/domain/report/columns.ts';
import { typed as textHeld } from '../../../src/domain/report/typed.ts';
import { reportHtml } from '../../../src/files/reportHtml.ts';
import { reportMarkdown } from '../../../src/files/reportMarkdown.ts';
import { hostile, modelSchool, reportOf, schoolThatTyped } from './school.ts';

const typed = fc.oneof(
	fc.constantFrom(...hostile),
	fc.string({ unit: 'binary' }),
	fc.array(fc.constantFrom(...hostile, '\n', '\r', ' ', '|', '\\', '`', '<', '&')).map((parts) => parts.join('')),
);

/** Every tag that the writer itself writes, attribute for attribute. Nothing else may begin with <. */
const ownTags = new RegExp(
	[
		'!doctype html|html lang="ja"|meta charset="utf-8"',
		`meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"`,
		'meta name="viewport" content="width=device-width, initial-scale=1"|meta name="referrer" content="no-referrer"',
		'p class="(school|note)"|ul class="facts"|div class="scroll" role="region" aria-label="[^"<>]*" tabindex="0"',
		'th scope="(row|col)"|td class="c-[a-zA-Z]+"',
		'a href="https?://[^"<>\\s]*" rel="noopener noreferrer external"',
		'/?(html|head|title|style|body|header|main|footer|section|h1|h2|h3|p|ul|li|span|table|caption|thead|tbody|tr|th|td|div|a|br)',
	]
		.map((tags) => `^<(${tags})>$`)
		.join('|'),
	'i',
);
const strangeTags = (html: string) => (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !ownTags.test(tag));

describe('the page for the website', () => {
	const report = reportOf(modelSchool(), 'public');
	const html = reportHtml(report);

	test('has every cell of the report, each mark with its word', () => {
		const text = html.replace(/<br>/g, '\n').replace(/<[^>]+>/g, '');
		for (const row of [...report.groups.flatMap(({ rows }) => rows), ...report.own]) {
			for (const key of ['measure', 'action', 'resultAndIssue', 'improvement'] as const) {
				expect(text).toContain(row.cells[key]);
			}
		}
		for (const key of report.columns) expect(html).toContain(`<th scope="col">${columnWord[key]}</th>`);
		expect(html).toContain('>◎ 十分</td>');
		expect(html).not.toMatch(/>[◎○△]<\/td>/);
	});

	test('is in Japanese, has its headings, and takes nothing from elsewhere', () => {
		expect(html).toMatch(/^<!doctype html>\n<html lang="ja">/);
		expect(html.match(/<h1>/g)).toHaveLength(1);
		expect(html.match(/<caption>/g)).toHaveLength(html.match(/<table>/g)?.length ?? 0);
		expect(html).not.toMatch(/<(script|link|img|iframe|form)|@import|url\(/i);
		expect(strangeTags(html)).toEqual([]);
	});

	test('has no markup but its own, whatever was typed', () => {
		fc.assert(
			fc.property(typed, (words) => {
				const page = reportHtml(reportOf(schoolThatTyped(words), 'public'));
				expect(strangeTags(page)).toEqual([]);
				expect(page.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
			}),
			{ numRuns: 150 },
		);
	});

	test('shows every mark as it was typed', () => {
		expect(reportHtml(reportOf(schoolThatTyped(`<"'&>`), 'public'))).toContain('&lt;&quot;&#39;&amp;&gt;');
	});

	test('links what the school publishes, by its title', () => {
		const page = reportHtml(reportOf(schoolThatTyped('https://aoba.example/a?b=1&c=2'), 'public'));
		expect(page).toContain('<a href="https://aoba.example/a?b=1&amp;c=2" rel="noopener noreferrer external">');
		expect(reportHtml(reportOf(schoolThatTyped('javascript:alert(1)'), 'public'))).not.toContain('<a ');
	});

	test('is written of no report for the board', () => {
		expect(() => reportHtml(reportOf(modelSchool(), 'board'))).toThrow();
		expect(() => reportMarkdown(reportOf(modelSchool(), 'board'))).toThrow();
	});
});

describe('the text for the website', () => {
	/** A letter for what is escaped, and without the links that the writer makes. */
	const bare = (markdown: string) =>
		markdown.replace(/\\[^\n]/g, 'x').replace(/<https?:\/\/[^\s<>"'`\\|]+>|<br>/gi, '');

	test('is a table with one line for each □', () => {
		const report = reportOf(modelSchool(), 'public');
		const lines = reportMarkdown(report).split('\n');
		const rows = [...report.groups.flatMap((group) => group.rows), ...report.own];
		const measures = new Set(rows.map(({ cells }) => cells.measure.replaceAll('\n', '<br>')));
		expect(lines.filter((line) => measures.has(line.split(' | ')[0]?.slice(2) ?? ''))).toHaveLength(rows.length);
		expect(lines[0]).toBe(`# ${report.head.title}`);
		expect(lines.join('\n')).toContain('| ◎ 十分 |');
	});

	test('has no markup but its own, whatever was typed', () => {
		const shape = (words: string) => {
			const text = bare(reportMarkdown(reportOf(schoolThatTyped(words), 'public')));
			expect(text).not.toMatch(/[<>`[\]!~$]/);
			const lines = text.split('\n');
			return {
				headings: lines.filter((line) => /^#/.test(line)).length,
				tables: lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').length),
				lists: lines.filter((line) => /^(\d+[.)]|[-+*=])/.test(line)).length,
			};
		};
		const plain = shape('文');
		fc.assert(
			fc.property(typed, (words) => {
				// Nothing to say leaves out its heading.
				fc.pre(textHeld(words) !== '');
				const { lists, ...rest } = shape(words);
				expect(rest).toEqual({ headings: plain.headings, tables: plain.tables });
				expect(lists).toBeLessThanOrEqual(plain.lists);
			}),
			{ numRuns: 150 },
		);
	});

	test('does not indent what was typed into code', () => {
		expect(reportMarkdown(reportOf(schoolThatTyped('    四つ空けた行'), 'public'))).not.toMatch(/^ {4}/m);
	});
});
