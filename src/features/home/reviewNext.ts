import type { Role } from '../../domain/record/operation.ts';
import { type Review, stepHeld } from '../../domain/record/review/readReview.ts';
import type { Phase, ReviewState, ReviewStep } from '../../domain/record/review/states.ts';

/**
 * What the review of a phase means for one post today: it is theirs to decide, the school has to mend something, what
 * was decided apart has to be settled, or somebody else is looked to.
 */
export interface ReviewNext {
	readonly phase: Phase;
	readonly kind: 'decide' | 'mend' | 'settle' | 'wait';
	/** The step that led there. */
	readonly step: ReviewStep;
	/** Whose turn it is; only where it is not this post's. */
	readonly awaits?: 'principal' | 'vicePrincipal';
}

const awaitedPost = (state: ReviewState, checksFirst: boolean): ReviewNext['awaits'] => {
	if (state === 'checked') return 'principal';
	if (state !== 'submitted') return undefined;
	return checksFirst ? 'vicePrincipal' : 'principal';
};

/** Posts that enter and submit, and therefore mend what was sent back by somebody above them. */
const mending: readonly Role[] = ['ictLead', 'vicePrincipal', 'principal'];

const isAbove = (by: Role, role: Role): boolean =>
	by === 'board' ? role !== 'board' : mending.indexOf(by) > mending.indexOf(role);

/** Undefined where nothing of this phase awaits anybody, or the post takes no part in it. */
export function reviewNext(review: Review, role: Role, checksFirst: boolean): ReviewNext | undefined {
	const { phase, state, step, others } = review;
	if (!step || !mending.includes(role)) return undefined;
	if (others.length > 0) return { phase, kind: 'settle', step: stepHeld(review) ?? step };
	const awaits = awaitedPost(state, checksFirst);
	if (awaits) return awaits === role ? { phase, kind: 'decide', step } : { phase, kind: 'wait', step, awaits };
	const sentBack = step.event === 'return' || step.event === 'reopen';
	return sentBack && isAbove(step.by, role) ? { phase, kind: 'mend', step } : undefined;
}
