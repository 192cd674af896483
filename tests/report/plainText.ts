import { columnWord } from '../../src/domain/report/columns.ts';
import type { ReportRow, SelfEvaluation } from '../../src/domain/report/model.ts';

/** A report as text that a person can read and compare line by line: the golden files. */
export function plainText(report: SelfEvaluation): string {
	const { head, columns, groups, own, tables, passages, omissions, fileName } = report;
	const row = ({ cells, entity, conflicts }: ReportRow) => [
		`### ${entity}`,
		...columns.map((key) => `- ${columnWord[key]}: ${indented(cells[key])}`),
		...conflicts.map((conflict) => `- ! ${conflict}`),
		'',
	];
	return [
		`# ${head.title}`,
		...[
			fileName,
			head.audience,
			head.plan,
			head.school,
			head.year,
			head.tally,
			head.asOf,
			head.approval,
			...head.legend,
		],
		'',
		...passages.flatMap(({ title, text }) => [`${title}: ${indented(text)}`, '']),
		...groups.flatMap(({ policy, area, tally, rows }) => [
			`## ${policy} / ${area} / ${tally}`,
			'',
			...rows.flatMap(row),
		]),
		...['## own', '', ...own.flatMap(row)],
		...tables.flatMap(({ title, note, columns: heads, rows }) => [
			...[`## ${title}`, note, '', heads.join(' | ')],
			...rows.map((cells) => cells.join(' | ')),
			'',
		]),
		...['## omissions', ...omissions.map(({ what, count }) => `- ${what}: ${count}`)],
		'',
	].join('\n');
}

const indented = (words: string): string => words.replaceAll('\n', '\n    ');
