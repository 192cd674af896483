import type { FieldKind } from '../fields.ts';
import type { Json, Role } from '../operation.ts';
import type { VersionVector } from '../versionVector.ts';

/** 中間・最終: the two times a year that a school's evaluation is reviewed. */
export type Phase = 'midyear' | 'final';
export const phases: readonly Phase[] = ['midyear', 'final'];

/** The less finished comes first: of several that stand, the first is shown until somebody settles it. */
export const reviewStates = ['draft', 'returned', 'submitted', 'checked', 'approved', 'accepted'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What moves a review: 提出・取り下げ・教頭の確認・差戻し・承認・開き直し・受理. */
export type ReviewEvent = 'submit' | 'withdraw' | 'check' | 'return' | 'approve' | 'reopen' | 'accept';

/** Which content somebody had before them. */
export interface ContentName {
	/** SHA-256 of `contentText`, as hex; the first eight characters are what people compare. */
	readonly hash: string;
	readonly versionVector: VersionVector;
	/** How many operations that was. */
	readonly operations: number;
}

/** Value of field `state` of `review/<phase>`: one event as one operation, so that nothing of it can arrive without the rest. */
export interface ReviewValue {
	readonly state: ReviewState;
	/** Why it was returned, reopened or taken back. */
	readonly reason?: string;
	readonly content?: ContentName;
}

/** One event that holds. */
export interface ReviewStep extends ReviewValue {
	readonly event: ReviewEvent;
	readonly from: ReviewState;
	readonly by: Role;
	readonly label: string;
	/** Wall clock of the device, as it stood. */
	readonly at: string;
	/** Name of the operation, as `seen` of a later one calls it. */
	readonly name: string;
	readonly id: string;
}

const isReviewState = (word: unknown): word is ReviewState => reviewStates.some((state) => state === word);

/** The state that a value of field `state` names, also where the rest of it is not understood. */
export const stateNamed = (value: Json): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { state?: Json }).state : value;

/** Reads the field's values; a bare word is a state without reason or content. */
export const reviewValue: FieldKind<ReviewValue> = {
	empty: { state: 'draft' },
	parse(value) {
		const state = stateNamed(value);
		if (!isReviewState(state)) return undefined;
		const { reason, content } = (typeof value === 'object' ? value : {}) as { reason?: Json; content?: Json };
		const read = contentNameIn(content);
		return { state, ...(typeof reason === 'string' && reason !== '' && { reason }), ...(read && { content: read }) };
	},
	rank: ({ state }) => rankOf(state),
	together: ([first = { state: 'draft' }]) => first,
};

export const rankOf = (state: ReviewState): number => reviewStates.indexOf(state);

function contentNameIn(value: Json | undefined): ContentName | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const { hash, versionVector, operations } = value as { readonly [key: string]: Json };
	if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash) || typeof operations !== 'number') return undefined;
	if (typeof versionVector !== 'object' || versionVector === null || Array.isArray(versionVector)) return undefined;
	const counters = Object.entries(versionVector).filter(
		(entry): entry is [string, number] => typeof entry[1] === 'number',
	);
	return { hash, operations, versionVector: Object.fromEntries(counters) };
}
