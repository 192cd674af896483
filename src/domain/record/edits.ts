import { sameJson } from './canonical.ts';
import { headsAmong } from './fieldHeads.ts';
import { foldRecord, type RecordFold } from './fold.ts';
import { deletedField } from './liveness.ts';
import type { Edit, Json, Operation } from './operation.ts';
import { seenHeads } from './readField.ts';
import type { ActionState, Status } from './reading.ts';

/** The words of a new 実施記録. Empty ones are not recorded. */
export interface NewOccurrence {
	readonly action: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly place?: string;
	readonly memo?: string;
}

export interface NewEvidence {
	readonly action: string;
	readonly title: string;
	readonly url: string;
}

export interface NewOwnAction {
	readonly measure: string;
	readonly text: string;
}

type Ticked = Pick<ActionState, 'entity' | 'status' | 'unforced'>;

/** One field set to a value, over everything that was readable there. */
export const setField = (fold: RecordFold, entity: string, field: string, value: Json): Edit => ({
	entity,
	field,
	value,
	seen: seenHeads(fold, entity, field),
});

/**
 * □ ↔ ☑. Unticking takes back what a person said where that is enough; where the 実施記録 (or the older edition) alone
 * would still say 達成, it says 実施中 against them.
 */
export function tick(state: Ticked, fold: RecordFold): Edit[] {
	if (state.status !== 'achieved') return setStatus(state, fold, 'achieved');
	return setStatus(state, fold, state.unforced === 'achieved' ? 'inProgress' : null);
}

/** A status of a person's own; null leaves it to the 実施記録 again. */
export const setStatus = ({ entity }: Pick<Ticked, 'entity'>, fold: RecordFold, status: Status | null): Edit[] => [
	setField(fold, entity, 'status', status),
];

/** 該当なし, with its reason. */
export const markNotApplicable = (state: Pick<Ticked, 'entity'>, fold: RecordFold, reason: string): Edit[] => [
	...setStatus(state, fold, 'notApplicable'),
	setField(fold, state.entity, 'reason', reason),
];

/** A new 実施記録 under an id that nobody has used. */
export const addOccurrence = (id: string, occurrence: NewOccurrence): Edit[] =>
	newEntity(`occurrence/${id}`, { ...occurrence });

/** Changes to a 実施記録; what is the same already is not written again. */
export function changeOccurrence(fold: RecordFold, id: string, changes: Partial<NewOccurrence>): Edit[] {
	const entity = `occurrence/${id}`;
	return Object.entries(changes).flatMap(([field, value]) => {
		const heads = fold.heads(entity, field);
		const same = heads.length > 0 ? heads.every((head) => head.value === value) : value === '';
		return same ? [] : [setField(fold, entity, field, value)];
	});
}

/** A new 根拠資料 under an id that nobody has used. */
export const addEvidence = (id: string, evidence: NewEvidence): Edit[] => newEntity(`evidence/${id}`, { ...evidence });

/** A new □ of the school's own under an id that nobody has used. */
export const addOwnAction = (id: string, action: NewOwnAction): Edit[] => newEntity(`own/${id}`, { ...action });

/** Deletes what is there as it is now: anything entered elsewhere without knowing of it brings the thing back. */
export const deleteEntity = (fold: RecordFold, entity: string): Edit[] => [
	{
		entity,
		field: deletedField,
		value: true,
		seen: fold.fields(entity).flatMap((field) => fold.heads(entity, field).map((head) => fold.nameOf(head))),
	},
];

/** Brings a deleted thing back, or settles that a revived one stays. */
export const reviveEntity = (fold: RecordFold, entity: string): Edit[] => [setField(fold, entity, deletedField, false)];

/** Settles a conflict: the value of the chosen operation stands for all of them. */
export const chooseHead = (fold: RecordFold, entity: string, field: string, chosen: Operation): Edit[] => [
	setField(fold, entity, field, chosen.value),
];

/**
 * Takes back one step of a person: each field says again what it would say without the step, conflicts included; what
 * the step made is deleted, what it deleted comes back. A field that was changed again since is left alone.
 */
export function undoEdits(fold: RecordFold, step: readonly Operation[]): Edit[] {
	const undone = new Set(step.map(({ id }) => id));
	const entities = [...new Set(step.map(({ entity }) => entity))];
	return entities.flatMap((entity) => {
		if (wasMadeBy(undone, fold, entity)) return fold.liveness(entity) === 'deleted' ? [] : deleteEntity(fold, entity);
		const fields = [...new Set(step.filter((operation) => operation.entity === entity).map(({ field }) => field))];
		return fields.flatMap((field) => undoField(fold, entity, field, undone));
	});
}

function undoField(fold: RecordFold, entity: string, field: string, undone: ReadonlySet<string>): Edit[] {
	const heads = fold.heads(entity, field);
	const ours = heads.filter(({ id }) => undone.has(id)).map((head) => fold.nameOf(head));
	if (ours.length === 0) return [];
	const earlier = fold.history(entity).filter(({ id }) => !undone.has(id));
	if (field === deletedField) return undoVerdict(fold, entity, earlier, ours);
	const before = headsAmong(
		earlier.filter((operation) => operation.field === field),
		fold.nameOf,
	);

	const standing = heads.filter(({ id }) => !undone.has(id));
	const gone = before.filter((head, index) => {
		const newer = [...standing, ...before.slice(0, index)];
		return !newer.some((other) => sameJson(other.value, head.value));
	});
	// The latest is written last, so that of several texts the same one is shown as before.
	if (gone.length > 0) return gone.reverse().map(({ value }) => ({ entity, field, value, seen: ours }));
	const [first] = standing;
	if (first === undefined) return [{ entity, field, value: null, seen: ours }];
	return [{ entity, field, value: first.value, seen: [...ours, fold.nameOf(first)] }];
}

/** What the thing was without the step: deleted, standing, or standing flagged (then both verdicts stand again). */
function undoVerdict(fold: RecordFold, entity: string, earlier: readonly Operation[], ours: readonly string[]): Edit[] {
	const before = foldRecord(earlier).liveness(entity);
	const stands = { entity, field: deletedField, value: false, seen: ours };
	if (before === 'deleted') return deleteEntity(fold, entity);
	return before === 'revived' ? [...deleteEntity(fold, entity), stands] : [stands];
}

/** Only what stands by itself can have been made; a □ of the plan or the school is merely written to. */
function wasMadeBy(step: ReadonlySet<string>, fold: RecordFold, entity: string): boolean {
	const [first] = fold.history(entity);
	return /^(occurrence|evidence|own|indicator|comment)\//.test(entity) && first !== undefined && step.has(first.id);
}

const newEntity = (entity: string, fields: Readonly<Record<string, string>>): Edit[] =>
	Object.entries(fields)
		.filter(([, value]) => value !== '')
		.map(([field, value]) => ({ entity, field, value, seen: [] }));
