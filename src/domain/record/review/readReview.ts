import type { RecordFold } from '../fold.ts';
import type { Edit, Json, Operation } from '../operation.ts';
import { eventBetween } from './rules.ts';
import { type Phase, type ReviewState, type ReviewStep, type ReviewValue, rankOf, reviewValue } from './states.ts';

/** Where the review of a phase stands. */
export interface Review {
	readonly phase: Phase;
	/** The least finished of what stands. */
	readonly state: ReviewState;
	/** The step that led there; undefined where nothing has happened yet. */
	readonly step: ReviewStep | undefined;
	/** Steps to another state, made elsewhere without knowing of it: they stand beside it until one more step settles it. */
	readonly others: readonly ReviewStep[];
	/** The board has accepted the phase: nobody else may move it. */
	readonly locked: boolean;
	/** The latest approval that was not taken back; in a phase that the board has accepted the one that it accepted. */
	readonly approval: ReviewStep | undefined;
	/** Every step that holds, oldest first. */
	readonly steps: readonly ReviewStep[];
	/** Names of what the next step replaces. */
	readonly seen: readonly string[];
}

/** The state that everybody has to reckon with: what the board has accepted stays so, whatever stands beside it. */
export const stateHeld = ({ state, locked }: Pick<Review, 'state' | 'locked'>): ReviewState =>
	locked ? 'accepted' : state;

/** The step that led to `stateHeld`. */
export const stepHeld = ({
	locked,
	step,
	others,
}: Pick<Review, 'locked' | 'step' | 'others'>): ReviewStep | undefined =>
	locked ? [step, ...others].find((each) => each?.state === 'accepted') : step;

export const reviewEntity = (phase: Phase): string => `review/${phase}`;

/**
 * Reads a review from its operations: a pure function of their set. A step holds where the state that its author saw
 * (the least finished of the steps it replaces) leads there in the hands of their post. What does not hold replaces
 * nothing: a forged or mistaken step can neither approve nor take an approval away.
 */
export function readReview(fold: RecordFold, phase: Phase): Review {
	const entity = reviewEntity(phase);
	const steps: ReviewStep[] = [];
	const replacedBy = new Set<string>();
	const seenBy = new Map<string, readonly string[]>();
	for (const operation of fold.history(entity)) {
		const step = stepOf(fold, operation, steps);
		if (!step) continue;
		for (const earlier of steps) if (operation.replaces.includes(earlier.name)) replacedBy.add(earlier.name);
		steps.push(step);
		seenBy.set(step.name, operation.replaces);
	}
	// Of several to the same state the latest is told.
	const standing = steps
		.filter(({ name }) => !replacedBy.has(name))
		.reverse()
		.sort(leastFinishedFirst);
	const [step] = standing;
	const state = step?.state ?? 'draft';
	const acceptance = standing.find((each) => each.state === 'accepted');
	return {
		phase,
		state,
		step,
		others: standing.filter((other) => other.state !== state),
		locked: acceptance !== undefined,
		approval: acceptance ? approvalIn(steps, seenBy.get(acceptance.name)) : approvalAmong(steps, state),
		steps,
		seen: [...new Set([...standing.map(({ name }) => name), ...fold.heads(entity, 'state').map(fold.nameOf)])],
	};
}

/** One step, as it is written. */
export const reviewEdit = ({ phase, seen }: Pick<Review, 'phase' | 'seen'>, value: ReviewValue): Edit => ({
	entity: reviewEntity(phase),
	field: 'state',
	value: value as unknown as Json,
	seen,
});

function stepOf(fold: RecordFold, operation: Operation, earlier: readonly ReviewStep[]): ReviewStep | undefined {
	if (operation.field !== 'state') return undefined;
	const value = reviewValue.parse(operation.value);
	if (!value) return undefined;
	const from = stateSeen(earlier.filter(({ name }) => operation.replaces.includes(name)));
	const event = eventBetween(from, value.state, operation.by.role);
	if (!event) return undefined;
	const { id, at, by } = operation;
	return { ...value, event, from, by: by.role, label: by.label, at, id, name: fold.nameOf(operation) };
}

/** Whoever saw an acceptance saw a locked phase, whatever stood beside it. */
function stateSeen(seen: readonly ReviewStep[]): ReviewState {
	if (seen.some(({ state }) => state === 'accepted')) return 'accepted';
	return [...seen].sort(leastFinishedFirst)[0]?.state ?? 'draft';
}

const approvalAmong = (steps: readonly ReviewStep[], state: ReviewState): ReviewStep | undefined =>
	rankOf(state) < rankOf('approved') ? undefined : steps.findLast((step) => step.state === 'approved');

/** The approval that the board had before it when it accepted. */
const approvalIn = (steps: readonly ReviewStep[], seen: readonly string[] = []): ReviewStep | undefined =>
	steps.findLast(({ state, name }) => state === 'approved' && seen.includes(name));

const leastFinishedFirst = (a: ReviewStep, b: ReviewStep): number => rankOf(a.state) - rankOf(b.state);
