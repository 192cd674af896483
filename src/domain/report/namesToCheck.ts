import { personalWordsIn } from '../record/personalWords.ts';
import type { SelfEvaluation } from './model.ts';

/** Words in a report that look like a person or a contact, to be read again before it is published. */
export interface NameToCheck {
	/** The passage's heading, or the 項目 of the row. */
	readonly where: string;
	/** `action/<id>` or `own/<id>`; absent for a passage or a table. */
	readonly entity?: string;
	readonly words: string;
}

/**
 * No program can take names out of sentences: this points at what looks like one, in everything that the report shows.
 * What it finds stays in the report until a person rewrites it, and what it does not find may still be a name.
 */
export function namesToCheck({ groups, own, columns, passages, tables }: SelfEvaluation): NameToCheck[] {
	const inText = (text: string) => personalWordsIn(text).map(({ words }) => words);
	const rows = [...groups.flatMap((group) => group.rows), ...own];
	const found: NameToCheck[] = [
		...passages.flatMap(({ title, text }) => inText(text).map((words) => ({ where: title, words }))),
		...rows.flatMap(({ cells, entity }) =>
			columns
				.filter((key) => fromSchool.has(key))
				.flatMap((key) => inText(cells[key]))
				.map((words) => ({ where: cells.measure, entity, words })),
		),
		...tables.flatMap(({ title, rows: lines }) =>
			lines.flatMap((line) =>
				line
					.slice(1)
					.flatMap(inText)
					.map((words) => ({ where: title, words })),
			),
		),
	];
	return found;
}

/** Columns with words that somebody at the school typed; a □ of the plan itself names nobody. */
const fromSchool: ReadonlySet<string> = new Set([
	...['action', 'status', 'achievement', 'resultAndIssue', 'improvement', 'evidence'],
]);
