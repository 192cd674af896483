import type { PhaseStanding, SchoolReviews } from '../../domain/exchange/review.ts';
import { Instant } from '../../domain/exchange/words.ts';
import { foldRecord, type RecordFold } from '../../domain/record/fold.ts';
import type { Operation } from '../../domain/record/operation.ts';
import { shortHash } from '../../domain/record/review/content.ts';
import { type Review, readReview, stateHeld, stepHeld } from '../../domain/record/review/readReview.ts';
import type { Phase } from '../../domain/record/review/states.ts';

/** The reviews of a log, folded from what `LogStorage.reviews` gives of it. */
export const foldReviews = (bodies: readonly string[]): RecordFold =>
	foldRecord(bodies.map((body) => JSON.parse(body) as Operation));

/** What the board may see of a school's reviews: where they stand. Not who said what within the school. */
export const standingsOf = (school: string, fold: RecordFold, summary: unknown): SchoolReviews => ({
	school,
	midyear: standingOf(readReview(fold, 'midyear'), summary),
	final: standingOf(readReview(fold, 'final'), summary),
});

function standingOf(review: Review, summary: unknown): PhaseStanding {
	const { phase, approval } = review;
	const [state, step] = [stateHeld(review), stepHeld(review)];
	const content = approval?.content;
	return {
		state,
		at: step ? readableAt(step.at) : null,
		approval: approval ? { at: readableAt(approval.at), content: content ? shortHash(content) : null } : null,
		changedSince: state === 'approved' && saysChanged(summary, phase, content?.hash),
		reopenedBecause: state === 'draft' && step?.by === 'board' ? (step.reason ?? null) : null,
	};
}

/** A device's clock may say anything. */
const readableAt = (at: string): string | null => (Instant.safeParse(at).success ? at : null);

/**
 * Whether the summary says so of this very approval: the one it knows may be an earlier one. A summary of an older app
 * knows nothing of reviews.
 */
function saysChanged(summary: unknown, phase: Phase, hash: string | undefined): boolean {
	const reviews = memberOf(summary, 'review');
	if (!Array.isArray(reviews)) return false;
	const told: unknown = reviews.find((each) => memberOf(each, 'phase') === phase);
	return memberOf(told, 'changedAfterApproval') === true && memberOf(told, 'approved') === hash;
}

const memberOf = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
