import type { Goal, Measure } from '../../src/domain/plan/edition.ts';
import type { TranscriptionLog } from './editions.ts';
import type { Range } from './printedPage.ts';

/** Neighbouring goals whose words are printed in one cell, and the part of the page up to the next such cell. */
export interface Rows {
	readonly goals: readonly Goal[];
	readonly range: Range;
}

/** A text to strike: the ways it may be printed, and the parts of the page where it may stand, best first. */
export interface Wanted {
	readonly place: string;
	/** Which column of the table it stands in, from the left; headings stand between the □. */
	readonly column?: number;
	readonly printed: readonly string[];
	readonly ranges: readonly Range[];
	/** Cells that say the same beside two goals of one cell may be printed once. */
	readonly mayBeMerged?: boolean;
}

/** 担当課 and 進捗・評価 beside one goal. */
export const wantedOfGoal = (measure: Measure, goal: Goal, row: Rows): Wanted[] => {
	const place = `${measure.id} goal ${goal.letter}`;
	const divisions = goal.divisions.join('、');
	const cell = (column: number, text: string | undefined): Wanted[] =>
		text === undefined ? [] : [{ place: `${place} progress`, column, printed: [text], ranges: [row.range] }];
	return [
		{
			place: `${place} divisions`,
			column: 1,
			printed: [divisions, divisions.replace('、他', '他'), goal.divisions.join('')],
			ranges: [row.range],
			mayBeMerged: row.goals.length > 1,
		},
		...cell(2, goal.progress?.achievement),
		...cell(3, goal.progress?.resultAndIssue),
	];
};

/** ● and □, with their mark. A cell that runs on beside later goals is printed beside the first of them or above. */
export const wantedOfActions = (measure: Measure, rows: readonly Rows[], log: TranscriptionLog): Wanted[] => {
	const rowOf = (letter: string) => rows.findIndex(({ goals }) => goals.some((goal) => goal.letter === letter));
	const marked = [
		...measure.boardActions.map((action) => ({ action, column: 4, marks: ['●', '・', ''] })),
		...measure.schoolActions.map((action) => ({ action, column: 5, marks: ['□'] })),
	];
	return marked.flatMap(({ action, column, marks }) => {
		const printed = marks.map((mark) => mark + (action.sourceText ?? action.text));
		const own = action.goals.map(rowOf).filter((at) => at >= 0);
		const above = [...Array(own[0] ?? 0).keys()].reverse();
		const ranges = [...own, ...above].flatMap((at) => rows.slice(at, at + 1).map((row) => row.range));
		const again = log.reprints.filter(({ actions }) => actions.includes(action.id));
		return [
			{ place: action.id, column, printed, ranges },
			...again.map(({ goal }) => ({
				place: `${action.id} printed again`,
				column,
				printed,
				ranges: rows.filter((row) => row.goals.some(({ letter }) => letter === goal)).map((row) => row.range),
			})),
		];
	});
};

/** Headings over □ that became a scope: printed once for all □ below them. */
export const wantedHeadings = (measure: Measure, range: Range): Wanted[] => {
	const words = [...measure.schoolActions, ...measure.goals].map(({ text }) => text).join('\n');
	const headings = measure.schoolActions
		.flatMap(({ scope }) => scope?.basis ?? [])
		.filter((text) => !words.includes(text));
	return [...new Set(headings)].map((text) => ({
		place: `${measure.id} heading`,
		printed: [text],
		ranges: [range],
	}));
};
