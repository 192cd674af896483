import type { ActionState } from '../reading.ts';
import type { Phase } from './states.ts';

/** What a □ lacks before its phase can be handed in. */
export interface Missing {
	readonly action: string;
	/**
	 * 食い違い・評価なし・実績なし・該当なしの理由なし・差戻しに未対応・計画の回数に足りない. What `blocks` has to be put right; the rest is
	 * shown before submitting and may be as it is: a school that did not get round to something says so, honestly.
	 */
	readonly what: 'conflict' | 'rating' | 'result' | 'reason' | 'returned' | 'cadence';
	readonly blocks: boolean;
}

/** What the □ of a school lack for a phase, in their order. 実績 are asked for at the end of the year; before that they are good to have. */
export const missingFor = (phase: Phase, states: readonly ActionState[]): Missing[] =>
	states.flatMap((state) => missingOf(phase, state).map((each) => ({ action: state.id, ...each })));

function missingOf(phase: Phase, state: ActionState): Omit<Missing, 'action'>[] {
	const missing: Omit<Missing, 'action'>[] = [];
	const lack = (what: Missing['what'], blocks: boolean) => missing.push({ what, blocks });
	if (state.comments.some(({ open }) => open)) lack('returned', true);
	if (state.conflicts.length > 0) lack('conflict', true);
	if (state.status === 'notApplicable') {
		if (state.reason.value.trim() === '') lack('reason', true);
		return missing;
	}
	const rating = phase === 'midyear' ? state.ratings.ratingMidyear : state.ratings.ratingFinal;
	if (rating.value === null) lack('rating', true);
	if (state.texts.result.value.trim() === '') lack('result', phase === 'final');
	if (state.judged && state.judged.status !== 'achieved') lack('cadence', false);
	return missing;
}
