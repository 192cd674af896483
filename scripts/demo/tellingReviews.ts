import { setField } from '../../src/domain/record/edits.ts';
import type { RecordFold } from '../../src/domain/record/fold.ts';
import type { Edit } from '../../src/domain/record/operation.ts';
import { addComment, readComments } from '../../src/domain/record/review/comments.ts';
import { nameContent } from '../../src/domain/record/review/content.ts';
import { readReview, reviewEdit } from '../../src/domain/record/review/readReview.ts';
import type { ReviewValue } from '../../src/domain/record/review/states.ts';
import type { Step } from './step.ts';
import type { ToldDevice, ToldReviewStep, ToldSchool } from './told.ts';

const who: Readonly<Record<ToldReviewStep['does'], 'lead' | 'principal' | 'board'>> = {
	...{ submit: 'lead', mend: 'lead' },
	...{ comment: 'principal', return: 'principal', approve: 'principal' },
	...{ accept: 'board', reopen: 'board' },
};

/** What happens between the school, its principal and the board, as steps of their devices. */
export const stepsOfReviews = (school: ToldSchool, edition: string, told: readonly ToldReviewStep[]): Step[] =>
	told.map((step) => ({
		date: step.date,
		device: deviceOf(school, who[step.does]),
		edits: (fold) => editsOf(school, edition, step, fold),
	}));

function deviceOf(school: ToldSchool, whose: 'lead' | 'principal' | 'board'): ToldDevice {
	const device = school[whose];
	if (!device) throw new Error(`${school.profile.name} has no ${whose} who could do this.`);
	return device;
}

function editsOf(school: ToldSchool, edition: string, step: ToldReviewStep, fold: RecordFold): readonly Edit[] {
	const { date, phase } = step;
	if (step.does === 'comment') {
		const { text, returns = false } = step;
		const action = `${edition}-${step.action}`;
		return addComment(school.idOf(`comment ${date} ${phase} ${action}`), { action, phase, text, returns });
	}
	if (step.does === 'mend') {
		const action = `${edition}-${step.action}`;
		const open = readComments(fold, action).filter((comment) => comment.open);
		return [
			setField(fold, `action/${action}`, 'result', step.result),
			...open.map(({ id }) => setField(fold, `comment/${id}`, 'settled', true)),
		];
	}
	const review = readReview(fold, phase);
	const say = (value: ReviewValue) => [reviewEdit(review, value)];
	if (step.does === 'submit') return say({ state: 'submitted', content: nameContent(fold) });
	if (step.does === 'approve') return say({ state: 'approved', content: nameContent(fold) });
	if (step.does === 'return') return say({ state: 'returned', reason: step.reason, content: nameContent(fold) });
	if (step.does === 'reopen') return say({ state: 'draft', reason: step.reason });
	const content = review.approval?.content;
	return say({ state: 'accepted', ...(content && { content }) });
}
