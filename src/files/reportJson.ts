import type { SelfEvaluationFile } from '../domain/exchange/selfEvaluationFile.ts';
import type { ReportRow, ReportSource, SelfEvaluation } from '../domain/report/model.ts';
import { summarise } from '../domain/summary/summarise.ts';

/** The school as its board has registered it. */
export interface RegisteredAs {
	readonly municipality: string;
	readonly code: string;
}

/** What the summary says of a school that no board has registered yet. */
const unregistered: RegisteredAs = { municipality: 'unregistered', code: 'unregistered' };

/**
 * The report as JSON. For the board with the year's record and the summary; for the public nothing but what the public
 * version shows: no operation, no entry of another column, not even the list of what was left out.
 */
export function reportJson(report: SelfEvaluation, source: ReportSource, school: RegisteredAs = unregistered): string {
	const isPublic = report.request.audience === 'public';
	const { omissions: _, groups, own, ...rest } = report;
	const row = (each: ReportRow) => (isPublic ? publicRow(each, report) : each);
	const file = {
		format: 'masume-self-evaluation',
		version: 1,
		report: { ...rest, groups: groups.map((group) => ({ ...group, rows: group.rows.map(row) })), own: own.map(row) },
		...(!isPublic && { record: operationsOf(source), summary: summaryOf(source, school) }),
	} satisfies { [Key in keyof SelfEvaluationFile]: unknown };
	return `${JSON.stringify(file, null, '\t')}\n`;
}

function publicRow({ action, own, status, rating, lastRating, cells }: ReportRow, { columns }: SelfEvaluation) {
	const shown = Object.fromEntries(columns.map((key) => [key, cells[key]]));
	return { action, own, status, rating, lastRating, cells: shown };
}

/** The same record gives the same file on every device. */
const operationsOf = ({ fold }: ReportSource) =>
	[...fold.operations()].sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : 1));

const summaryOf = ({ edition, fold, fiscalYear, today, profile }: ReportSource, school: RegisteredAs) =>
	summarise({ edition, school, fold, fiscalYear, today, profile });
