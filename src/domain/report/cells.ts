import { deadlineWord } from '../plan/deadline.ts';
import type { Continuation, Measure, PlanEdition, Rating } from '../plan/edition.ts';
import { allMeasures } from '../plan/find.ts';
import { statusWord } from '../record/words.ts';
import { disputedMark } from './conflicts.ts';
import type { Audience, ColumnKey } from './model.ts';
import type { Reported } from './states.ts';
import { typed } from './typed.ts';

/** Before the words of a □ of the school's own. */
export const ownMark = '（学校独自）';

export const continuationWord: Record<Continuation, string> = { new: '新規', continued: '継続', expanded: '拡充' };

/** 「◎」, or 「未入力」 where a rating is asked for and missing. */
export const ratingCell = (edition: PlanEdition, rating: Rating | null, missing = '未入力'): string =>
	edition.ratingScale.steps.find((step) => step.rating === rating)?.mark ?? missing;

/** The words of one row. What is only for inside stays out of the public version's words. */
export function cellsOf(reported: Reported, edition: PlanEdition, audience: Audience): Record<ColumnKey, string> {
	const { action, text, state, rating, lastRating, next } = reported;
	const notApplicable = state.status === 'notApplicable';
	return {
		...measureCells(reported, edition),
		action: action ? text : `${ownMark}${typed(text)}`,
		status: statusCell(reported, audience),
		achievement: audience === 'board' ? achievementCell(reported) : '',
		deadline: deadlineWord(state.deadline.value ?? 'fiscalYearEnd'),
		resultAndIssue: lines(labelled('実績', state.texts.result.value), labelled('課題', state.texts.issue.value)),
		lastRating: ratingCell(edition, lastRating, '―'),
		rating: ratingCell(edition, rating, notApplicable ? '―' : '未入力'),
		improvement: lines(typed(state.texts.improvement.value), labelled('次年度', state.texts.nextYear.value)),
		continuation: next ? continuationWord[next] : '',
		evidence: evidenceCell(reported, audience),
	};
}

/** What the plan says around a □: its 項目, and those beside it that the plan prints the same □ for, each with its own. */
function measureCells({ measure, action }: Reported, edition: PlanEdition) {
	if (!measure) return { measure: 'この版にない項目', summary: '', goals: '' };
	const beside = allMeasures(edition).filter(({ id }) => action?.alsoBeside?.includes(id));
	const all = [measure, ...beside];
	// Letters of goals begin anew in each 項目.
	const under = ({ label }: Measure, words: string) => (all.length > 1 ? `${label} ${words}` : words);
	const served = ({ goals }: Measure) =>
		goals === measure.goals ? goals.filter(({ letter }) => action?.goals.includes(letter)) : goals;
	return {
		measure: all.map(({ label, title }) => `${label} ${title}`).join('\n'),
		summary: all.map((each) => under(each, each.summary)).join('\n'),
		goals: all.flatMap((each) => served(each).map(({ letter, text }) => under(each, `${letter} ${text}`))).join('\n'),
	};
}

/** The reason is the school's own note; the public reads that the □ is not for this school. */
function statusCell({ state }: Reported, audience: Audience): string {
	const word = statusWord[state.status];
	const reason = typed(state.reason.value);
	if (state.status !== 'notApplicable' || reason === '') return word;
	return audience === 'board' || state.basis === 'profile' ? `${word}（${reason}）` : word;
}

/** A weekly □ has more days than a cell should hold; the record has them all. */
const mostDays = 12;

function achievementCell({ state, done, conflicts }: Reported): string {
	const days = done
		.slice(-mostDays)
		.map(({ date, place }) => [dayOf(typed(date)), typed(place)].filter(Boolean).join(' '));
	const { judged } = state;
	return lines(
		done.length > 0 ? `実施記録 ${done.length}回` : '',
		state.status !== 'notApplicable' && judged?.per === 'week' && judged.needed > 0
			? `学校のある${judged.needed}週のうち${judged.counted}週`
			: '',
		[done.length > mostDays ? `ほか${done.length - mostDays}回` : '', ...days].filter(Boolean).join('、'),
		conflicts.length > 0 ? `${disputedMark}（${conflicts.join('・')}）` : '',
	);
}

const dayOf = (date: string): string =>
	/^\d{4}-\d\d-\d\d$/.test(date) ? `${Number(date.slice(5, 7))}/${Number(date.slice(8))}` : date;

function evidenceCell({ state, publicEvidence }: Reported, audience: Audience): string {
	const shown = audience === 'board' ? state.evidence : publicEvidence;
	return lines(...shown.map(({ title, url }) => [typed(title), typed(url)].filter(Boolean).join(' ')));
}

const labelled = (label: string, words: string): string => (typed(words) === '' ? '' : `【${label}】${typed(words)}`);
const lines = (...parts: string[]): string => parts.filter((part) => part !== '').join('\n');
