import type { SchoolType } from '../plan/edition.ts';
import { readSharedCase } from '../record/attachments.ts';
import type { RecordFold } from '../record/fold.ts';
import type { ActionState } from '../record/reading.ts';
import { type CaseSummary, summaryBounds } from './schema.ts';
import { isDay } from './written.ts';

/**
 * The 実施記録 that the school has marked 「市内で共有する」, and only those: in the order of the □, then of the days, each
 * once. Of more than there is room for, the latest. What the school wrote for itself (place, memo) stays.
 */
export function caseSummaries(fold: RecordFold, states: readonly ActionState[], schoolType: SchoolType): CaseSummary[] {
	const cases = new Map<string, CaseSummary>();
	for (const { id: action, occurrences } of states) {
		for (const { id, date } of occurrences) {
			const shared = readSharedCase(fold, id).value;
			if (!shared || !isDay(date) || cases.has(id)) continue;
			const { title, grade, what, link } = shared;
			cases.set(id, { action, date, schoolType, title, grade, what, link });
		}
	}
	const all = [...cases.values()];
	if (all.length <= summaryBounds.cases) return all;
	const newestFirst = all.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
	const latest = new Set(newestFirst.slice(0, summaryBounds.cases));
	return all.filter((each) => latest.has(each));
}
