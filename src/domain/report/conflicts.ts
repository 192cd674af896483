import type { ActionState, Reading } from '../record/reading.ts';
import type { Phase } from '../record/review/states.ts';

/** Stands in 報告用 wherever something was entered differently on two devices; ends with what it is about. */
export const disputedMark = '※食い違いあり';

/** What of a □'s row was entered differently on two devices and not yet decided, in the words of the columns. */
export function conflictWords(state: ActionState, phase: Phase, text?: Reading<string>): string[] {
	const { texts, ratings, occurrences } = state;
	const mark = phase === 'midyear' ? ratings.ratingMidyear : ratings.ratingFinal;
	const readings: readonly (readonly [string, Reading<unknown> | undefined])[] = [
		['学校の取組', text],
		['状態', state.statusReading],
		['該当なしの理由', state.status === 'notApplicable' ? state.reason : undefined],
		['達成時期', state.deadline],
		['実績', texts.result],
		['課題', texts.issue],
		['評価', mark],
		['改善策', texts.improvement],
		['次年度への言葉', texts.nextYear],
		['次年度', state.continuation],
	];
	const words = readings.flatMap(([word, reading]) => (reading && reading.others.length > 0 ? [word] : []));
	return occurrences.some(({ conflicts }) => conflicts.length > 0) ? [...words, '実施記録'] : words;
}
