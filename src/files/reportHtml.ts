import { columnWord } from '../domain/report/columns.ts';
import type { ColumnKey, ReportPassage, ReportRow, ReportTable, SelfEvaluation } from '../domain/report/model.ts';
import { linesOf, linkAtEnd, markWords, passagesWith, publicCell, publicHeading } from './publicParts.ts';
import { reportHtmlStyle } from './reportHtmlStyle.ts';

/**
 * The public version as one HTML file for a school's website: its own style inside, no script, nothing fetched from
 * anywhere (its policy says so, too), no links but the school's public ones. Takes a report for the public only.
 */
export function reportHtml(report: SelfEvaluation): string {
	if (report.request.audience !== 'public') throw new Error('HTML is written of the public version only');
	const { head } = report;
	return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped([head.title, head.school].filter(Boolean).join(' '))}</title>
<style>${reportHtmlStyle}</style>
</head>
<body>
<header>
<p class="school">${escaped(head.school)}</p>
<h1>${escaped(head.title)}</h1>
<ul class="facts">
${[head.year, head.plan, head.tally, head.asOf, head.approval].map((words) => `<li>${escaped(words)}</li>`).join('\n')}
</ul>
</header>
<main>
${bodyOf(report).join('\n')}
</main>
<footer><p>${escaped([head.school, head.year].filter(Boolean).join(' '))}</p></footer>
</body>
</html>
`;
}

function bodyOf(report: SelfEvaluation): string[] {
	return [
		...passagesWith(report, ['focus']).map(passage),
		section(
			publicHeading.legend,
			`<ul>${report.head.legend.map((words) => `<li>${escaped(words)}</li>`).join('')}</ul>`,
		),
		...groups(report),
		...report.tables.map(figures),
		...(report.own.length > 0
			? [
					section(
						publicHeading.own,
						rowsTable(report, report.own, publicHeading.own, `<caption>${publicHeading.own}</caption>`),
					),
				]
			: []),
		...passagesWith(report, ['stakeholders', 'improvement']).map(passage),
	];
}

const section = (title: string, content: string): string =>
	`<section>\n<h2>${escaped(title)}</h2>\n${content}\n</section>`;

const passage = ({ title, text }: ReportPassage): string =>
	section(
		title,
		text
			.split(/(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)/)
			.filter((paragraph) => paragraph.trim() !== '')
			.map((paragraph) => `<p>${withLines(paragraph)}</p>`)
			.join('\n'),
	);

/** One section for each 基本方針, in it one table for each area. */
function groups(report: SelfEvaluation): string[] {
	const policies = [...new Set(report.groups.map(({ policy }) => policy))];
	return policies.map((policy) =>
		section(
			policy,
			report.groups
				.filter((group) => group.policy === policy)
				.map(({ area, tally, rows }) =>
					rowsTable(report, rows, area, `<caption><h3>${escaped(area)}</h3><span>${escaped(tally)}</span></caption>`),
				)
				.join('\n'),
		),
	);
}

function rowsTable(report: SelfEvaluation, rows: readonly ReportRow[], name: string, caption: string): string {
	const words = markWords(report);
	const cell = (row: ReportRow, key: ColumnKey) => {
		const content = withLines(publicCell(row, key, words));
		// The sentence of the □ names its row.
		return key === 'action' ? `<th scope="row">${content}</th>` : `<td class="c-${key}">${content}</td>`;
	};
	return table(
		name,
		caption,
		report.columns.map((key) => columnWord[key]),
		rows.map((row) => report.columns.map((key) => cell(row, key)).join('')),
	);
}

const figures = ({ title, note, columns, rows }: ReportTable): string =>
	section(
		title,
		`${table(
			title,
			`<caption>${escaped(title)}</caption>`,
			columns,
			rows.map((row) =>
				row
					.map((words, place) =>
						place === 0 ? `<th scope="row">${withLines(words)}</th>` : `<td>${withLines(words)}</td>`,
					)
					.join(''),
			),
		)}\n<p class="note">${escaped(note)}</p>`,
	);

/** Wide tables scroll by themselves, also by keyboard; the page never does. `caption` and the cells of `rows` are HTML. */
const table = (name: string, caption: string, columns: readonly string[], rows: readonly string[]): string =>
	`<div class="scroll" role="region" aria-label="${escaped(name)}" tabindex="0"><table>${caption}
<thead><tr>${columns.map((word) => `<th scope="col">${escaped(word)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((cells) => `<tr>${cells}</tr>`).join('\n')}
</tbody></table></div>`;

const withLines = (text: string): string => linesOf(text).map(withLink).join('<br>');

function withLink(text: string): string {
	const link = linkAtEnd(text);
	if (!link) return escaped(text);
	const { before, url } = link;
	return `<a href="${escaped(url)}" rel="noopener noreferrer external">${escaped(before || url)}</a>`;
}

const entity: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** What HTML has no place for at all: control characters but for blanks, and halves of characters. */
const noCharacters = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu;

const escaped = (text: string): string =>
	text.replace(noCharacters, '').replace(/[&<>"']/g, (mark) => entity[mark] ?? '');
