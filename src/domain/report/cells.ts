import { deadlineWord } from '../plan/deadline.ts';
import type { Continuation, PlanEdition, Rating } from '../plan/edition.ts';
import type { Status } from '../record/reading.ts';
import type { Audience, ColumnKey } from './model.ts';
import type { Reported } from './states.ts';

export const statusWords: Readonly<Record<Status, string>> = {
	notStarted: '未着手',
	inProgress: '実施中',
	achieved: '達成',
	notApplicable: '該当なし',
};

export const continuationWord: Record<Continuation, string> = { new: '新規', continued: '継続', expanded: '拡充' };

/** 「◎」, or 「未入力」 where a rating is asked for and missing. */
export const ratingCell = (edition: PlanEdition, rating: Rating | null, missing = '未入力'): string =>
	edition.ratingScale.steps.find((step) => step.rating === rating)?.mark ?? missing;

/** The words of one row. What is only for inside stays out of the public version's words. */
export function cellsOf(reported: Reported, edition: PlanEdition, audience: Audience): Record<ColumnKey, string> {
	const { measure, action, text, state, rating, lastRating, next } = reported;
	const notApplicable = state.status === 'notApplicable';
	return {
		measure: `${measure.label} ${measure.title}`,
		summary: measure.summary,
		goals: measure.goals
			.filter(({ letter }) => action?.goals.includes(letter))
			.map((goal) => `${goal.letter} ${goal.text}`)
			.join('\n'),
		action: action ? text : `（学校独自）${text}`,
		status: statusCell(reported, audience),
		achievement: audience === 'board' ? achievementCell(reported) : '',
		deadline: deadlineWord(state.deadline.value ?? 'fiscalYearEnd'),
		resultAndIssue: lines(labelled('実績', state.texts.result.value), labelled('課題', state.texts.issue.value)),
		lastRating: ratingCell(edition, lastRating, '―'),
		rating: ratingCell(edition, rating, notApplicable ? '―' : '未入力'),
		improvement: lines(state.texts.improvement.value, labelled('次年度', state.texts.nextYear.value)),
		continuation: next ? continuationWord[next] : '',
		evidence: evidenceCell(reported, audience),
	};
}

/** The reason is the school's own note; the public reads that the □ is not for this school. */
function statusCell({ state }: Reported, audience: Audience): string {
	const word = statusWords[state.status];
	if (state.status !== 'notApplicable' || state.reason.value === '') return word;
	return audience === 'board' || state.basis === 'profile' ? `${word}（${state.reason.value}）` : word;
}

function achievementCell({ state }: Reported): string {
	const { occurrences } = state;
	if (occurrences.length === 0) return '';
	const days = occurrences.map(({ date, place }) => [dayOf(date), place].filter(Boolean).join(' '));
	return lines(`実施記録 ${occurrences.length}回`, days.join('、'));
}

const dayOf = (date: string): string =>
	/^\d{4}-\d\d-\d\d$/.test(date) ? `${Number(date.slice(5, 7))}/${Number(date.slice(8))}` : date;

function evidenceCell({ state, publicEvidence }: Reported, audience: Audience): string {
	const shown = audience === 'board' ? state.evidence : publicEvidence;
	return shown.map(({ title, url }) => [title, url].filter(Boolean).join(' ')).join('\n');
}

const labelled = (label: string, words: string): string => (words.trim() === '' ? '' : `【${label}】${words}`);
const lines = (...parts: string[]): string => parts.filter((part) => part !== '').join('\n');
