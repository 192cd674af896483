import type { SelfEvaluation } from '../../src/domain/report/model.ts';

/**
 * Everything of a report that a reader sees, piece by piece and in the order of the paper: what every writer has to carry,
 * word for word. Words over columns and headings that a writer sets itself are not among them.
 */
export function visibleCells(report: SelfEvaluation): string[] {
	const { head, columns, groups, own, tables, passages, omissions } = report;
	const cells = [...groups.flatMap(({ rows }) => rows), ...own].flatMap((row) => columns.map((key) => row.cells[key]));
	return [
		...[head.title, head.plan, head.school, head.year, head.phase, head.audience, head.tally, head.asOf, head.approval],
		...head.legend,
		...groups.flatMap(({ policy, area, tally }) => [policy, area, tally]),
		...cells,
		...tables.flatMap((table) => [table.title, table.note, ...table.columns, ...table.rows.flat()]),
		...passages.flatMap(({ title, text }) => [title, text]),
		...omissions.flatMap(({ what, count }) => [what, String(count)]),
	].filter((cell) => cell !== '');
}

/** As a format may lay a text out: line breaks and runs of blanks are one blank. */
export const laidOut = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** How often each text stands among others. */
export function counted(cells: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const cell of cells.map(laidOut)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
	return counts;
}

/** Cells of the report that stand less often among what a writer wrote than they should. */
export function missingFrom(written: readonly string[], report: SelfEvaluation): string[] {
	const found = counted(written);
	return [...counted(visibleCells(report))].flatMap(([cell, times]) =>
		(found.get(cell) ?? 0) >= times ? [] : [`${found.get(cell) ?? 0}/${times} ${cell}`],
	);
}
