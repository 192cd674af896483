import type { RecordFold } from '../record/fold.ts';
import { contentHash } from '../record/review/content.ts';
import { readReview, stateHeld, stepHeld } from '../record/review/readReview.ts';
import { phases } from '../record/review/states.ts';
import type { ReviewSummary } from './schema.ts';
import { isInstant } from './written.ts';

/** Where 中間 and 最終 stand. Reasons, posts and labels stay. */
export function reviewSummaries(fold: RecordFold): ReviewSummary[] {
	const reviews = phases.map((phase) => readReview(fold, phase));
	// What stands now is only worked out where something was approved.
	const now = reviews.some(({ approval }) => approval?.content) ? contentHash(fold) : undefined;
	return reviews.map((review) => {
		const { phase, steps, approval } = review;
		const step = stepHeld(review);
		const submitted = steps.findLast((each) => each.event === 'submit');
		const approved = approval?.content?.hash ?? null;
		return {
			phase,
			state: stateHeld(review),
			at: step && isInstant(step.at) ? step.at : null,
			submitted: submitted?.content?.hash ?? null,
			approved,
			changedAfterApproval: approved !== null && approved !== now,
		};
	});
}
