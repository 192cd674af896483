import type { BoardEvent, PhaseStanding } from '../../domain/exchange/review.ts';
import type { Phase, ReviewState } from '../../domain/record/review/states.ts';

export const phasesInOrder: readonly Phase[] = ['midyear', 'final'];

export const phaseWord: Readonly<Record<Phase, string>> = { midyear: '中間', final: '最終' };

const words: Readonly<Record<ReviewState, string>> = {
	draft: '作成中',
	returned: '校内で差戻し',
	submitted: '校長の確認待ち',
	checked: '校長の確認待ち',
	approved: '受理待ち',
	accepted: '受理',
};

/** What follows the state, in small: what it means for the board. */
const afterwords: Partial<Readonly<Record<ReviewState, string>>> = {
	returned: '学校で直しています',
	checked: '教頭が確認',
	approved: '校長が承認',
};

/** The state as the board speaks of it. */
export const standingWord = ({ state }: PhaseStanding): string => words[state];

export const standingAfterword = ({ state, reopenedBecause }: PhaseStanding): string =>
	reopenedBecause === null ? (afterwords[state] ?? '') : '教育委員会が開き直し';

/** What the board may do with a phase as it stands. The endpoint judges again, by the same rules as the school's app. */
export const possibleEvents = ({ state }: PhaseStanding): readonly BoardEvent[] => {
	if (state === 'approved') return ['accept', 'reopen'];
	return state === 'accepted' ? ['reopen'] : [];
};

export const doneWords: Readonly<Record<BoardEvent, string>> = {
	accept: '受理しました。学校の端末には、次につながったときに伝わります。',
	reopen: '開き直しました。理由は学校の端末に出ます。学校がもう一度提出し、校長が承認すると、受理できます。',
};
