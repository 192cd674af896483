import { personalWordsIn } from '../record/personalWords.ts';
import { columnWord } from './columns.ts';
import type { SelfEvaluation } from './model.ts';

/** Words of a report that look like a person or a way to reach one. */
export interface PublicWarning {
	readonly words: string;
	/** 「1-(1)-① … 実績・課題」 */
	readonly place: string;
	/** The □ they were written at; absent where they stand in a text of the whole report. */
	readonly action?: string;
}

/** Looks through everything in a report that the school has typed; what the plan says is left alone. */
export function publicWarnings({ groups, own, tables, passages, columns }: SelfEvaluation): PublicWarning[] {
	const rows = [...groups.flatMap((group) => group.rows), ...own];
	const typed = (['resultAndIssue', 'improvement', 'evidence', 'status', 'achievement'] as const).filter((column) =>
		columns.includes(column),
	);
	return [
		...rows.flatMap((row) =>
			[...typed, ...(row.own ? (['action'] as const) : [])].flatMap((column) =>
				wordsIn(row.cells[column]).map((words) => ({
					words,
					place: `${row.cells.measure} ${columnWord[column]}`,
					action: row.action,
				})),
			),
		),
		// The first cell of a row is the plan's, or the ministry's; a school types its own aims beside it.
		...tables.flatMap(({ title, rows: figures }) =>
			figures.flatMap(([, ...cells]) =>
				cells.flatMap((cell) => wordsIn(cell).map((words) => ({ words, place: title }))),
			),
		),
		...passages.flatMap(({ title, text }) => wordsIn(text).map((words) => ({ words, place: title }))),
	];
}

const wordsIn = (text: string): readonly string[] => [...new Set(personalWordsIn(text).map(({ words }) => words))];
