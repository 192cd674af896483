import { columnWord } from '../domain/report/columns.ts';
import type { ReportRow, ReportTable, SelfEvaluation } from '../domain/report/model.ts';
import { linesOf, linkAtEnd, markWords, passagesWith, publicCell, publicHeading } from './publicParts.ts';

/**
 * The public version as Markdown (CommonMark, tables of GFM), for a school's website. Nobody's words become markup:
 * a link, an image, a heading or HTML that was typed stands there as it was typed. Takes a report for the public only.
 */
export function reportMarkdown(report: SelfEvaluation): string {
	if (report.request.audience !== 'public') throw new Error('Markdown is written of the public version only');
	const { head } = report;
	const parts = [
		`# ${line(head.title)}`,
		[head.school, head.year, head.plan, head.tally, head.asOf, head.approval]
			.filter((words) => words !== '')
			.map((words) => `- ${line(words)}`)
			.join('\n'),
		...passages(report, ['focus']),
		`## ${publicHeading.legend}`,
		head.legend.map((words) => `- ${line(words)}`).join('\n'),
		...groups(report),
		...report.tables.flatMap(figures),
		...(report.own.length > 0 ? [`## ${publicHeading.own}`, rowsTable(report, report.own)] : []),
		...passages(report, ['stakeholders', 'improvement']),
	];
	return `${parts.join('\n\n')}\n`;
}

function groups(report: SelfEvaluation): string[] {
	return report.groups.flatMap(({ policy, area, tally, rows }, place) => [
		...(policy === report.groups[place - 1]?.policy ? [] : [`## ${line(policy)}`]),
		`### ${line(area)}`,
		line(tally),
		rowsTable(report, rows),
	]);
}

function rowsTable(report: SelfEvaluation, rows: readonly ReportRow[]): string {
	const words = markWords(report);
	return table(
		report.columns.map((key) => columnWord[key]),
		rows.map((row) => report.columns.map((key) => publicCell(row, key, words))),
	);
}

const figures = ({ title, note, columns, rows }: ReportTable): string[] => [
	`## ${line(title)}`,
	table(columns, rows),
	line(note),
];

const passages = (report: SelfEvaluation, keys: Parameters<typeof passagesWith>[1]): string[] =>
	passagesWith(report, keys).flatMap(({ title, text }) => [`## ${line(title)}`, paragraphs(text)]);

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
	[columns, columns.map(() => ''), ...rows]
		.map((cells, place) => `| ${cells.map((words) => (place === 1 ? '---' : cell(words))).join(' | ')} |`)
		.join('\n');

/** A cell is one line of the file; its own lines are parted by the one tag that tables of Markdown take. */
const cell = (text: string): string => linesOf(text).map(withLink).join('<br>');

/** Lines stay lines; an empty one parts paragraphs. */
const paragraphs = (text: string): string =>
	text
		.split(/(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)/)
		.map((paragraph) => linesOf(paragraph).map(withLink).filter(Boolean).join('\\\n'))
		.filter(Boolean)
		.join('\n\n');

/** Text of one line, where no link may be. */
const line = (text: string): string => escaped(linesOf(text).join(' '));

function withLink(text: string): string {
	const link = linkAtEnd(text);
	if (!link || /[|\\]/.test(link.url)) return escaped(text);
	return [link.before && escaped(link.before), `<${link.url}>`].filter(Boolean).join(' ');
}

/** Marks that mean something anywhere in a line; and at its beginning those of lists, headings and rules. */
const anywhere = /[\\`*_[\]<>#|~&!$@{}]/g;
const atBeginning = /^(?:([-+=:])|(\d+)([.)]))/;

function escaped(text: string): string {
	return text
		.trim()
		.replace(anywhere, '\\$&')
		.replace(atBeginning, (_, mark, digits, dot) => (mark ? `\\${mark}` : `${digits}\\${dot}`))
		.replace(/(https?|ftp|mailto|xmpp):/gi, '$1\\:')
		.replace(/www\./gi, 'www\\.');
}
