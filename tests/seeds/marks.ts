import type { Continuation, Deadline, Goal, Measure, Rating } from '../../src/domain/plan/edition.ts';

const CONTINUATIONS: Record<Continuation, string> = { new: '新規', continued: '継続', expanded: '拡充' };
const DEADLINES: Record<Deadline, string> = { summer: '夏頃', yearEnd: '年内', fiscalYearEnd: '年度内' };
const RATINGS: Record<Rating, string> = { excellent: '◎', good: '○', insufficient: '△' };

/** 新規・継続 of the year before, 達成時期, 評価, 新規・継続・拡充 of the plan: as printed beside one goal. */
export const marksOf = (measure: Measure, goal: Goal): [string, string, string, string] => {
	const { progress } = goal;
	const actions = measure.boardActions.filter(({ goals }) => goals[0] === goal.letter);
	const marks = new Set(actions.flatMap(({ continuation }) => (continuation ? [CONTINUATIONS[continuation]] : [])));
	if (goal.continuation) marks.add(CONTINUATIONS[goal.continuation]);
	const bled = [...marks].filter((mark) => actions.some(({ sourceText }) => sourceText?.includes(mark)));
	return [
		progress?.continuation ? CONTINUATIONS[progress.continuation] : '',
		progress?.deadline ? DEADLINES[progress.deadline] : '',
		progress?.rating ? RATINGS[progress.rating] : '',
		[...marks].filter((mark) => !bled.includes(mark)).join(''),
	];
};
