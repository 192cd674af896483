import type { ColumnKey, ReportPassage, ReportRow, ReportTable, SelfEvaluation } from '../../domain/report/model.ts';

/** A heading of the big table, or one of its rows. */
export type PlanPiece =
	| { readonly kind: 'heading'; readonly words: string; readonly tally: string }
	| { readonly kind: 'row'; readonly row: ReportRow; readonly runs: readonly [measure: string, goals: string] };

/** These stand once beside the rows of a 項目, and in it, of the same goals. */
export const besideColumns: readonly (readonly ColumnKey[])[] = [['measure', 'summary'], ['goals']];

/** What stands on the sheet, from top to bottom. */
export type FlowPart =
	| { readonly kind: 'head'; readonly key: 'head' }
	| { readonly kind: 'plan'; readonly key: 'plan'; readonly pieces: readonly PlanPiece[] }
	| { readonly kind: 'table'; readonly key: string; readonly table: ReportTable }
	| { readonly kind: 'passage'; readonly key: string; readonly passage: ReportPassage };

/** 重点目標 under the head, then the plan's □ and the school's own, the small tables, and what was written about all of it. */
export function flowOf(report: SelfEvaluation): readonly FlowPart[] {
	const passage = (each: ReportPassage): FlowPart => ({ kind: 'passage', key: `passage ${each.key}`, passage: each });
	const focus = report.passages.filter(({ key }) => key === 'focus');
	const closing = report.passages.filter(({ key }) => key !== 'focus');
	const pieces = planPieces(report);
	return [
		{ kind: 'head', key: 'head' },
		...focus.map(passage),
		...(pieces.length > 0 ? [{ kind: 'plan', key: 'plan', pieces } as const] : []),
		...report.tables.map((table): FlowPart => ({ kind: 'table', key: `table ${table.key}`, table })),
		...closing.map(passage),
	];
}

function planPieces({ groups, own }: SelfEvaluation): PlanPiece[] {
	const rowsOf = (place: string, rows: readonly ReportRow[]): PlanPiece[] =>
		rows.map((row) => {
			const measure = `${place} ${row.cells.measure}`;
			return { kind: 'row', row, runs: [measure, `${measure} ${row.cells.goals}`] };
		});
	const ofPlan = groups.flatMap(({ policy, area, tally, rows }): PlanPiece[] => [
		{ kind: 'heading', words: `${policy}　／　${area}`, tally },
		...rowsOf(area, rows),
	]);
	if (own.length === 0) return ofPlan;
	return [...ofPlan, { kind: 'heading', words: '学校独自の取組', tally: '' }, ...rowsOf('own', own)];
}
