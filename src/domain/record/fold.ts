import { byRecency, canonical, fingerprint } from './canonical.ts';
import { FieldHeads, type NameOf } from './fieldHeads.ts';
import { type Liveness, livenessOf } from './liveness.ts';
import type { Operation } from './operation.ts';

export type { Liveness } from './liveness.ts';

/**
 * A school's year as it follows from its operations. A fold only ever grows; the same set of operations gives the same
 * answers in whatever order they were added. Operations of a version other than 1 are kept and not read: they show in
 * `operations`, `find`, `size` and `lamport` only.
 */
export interface RecordFold {
	/** Adds one operation in constant time; returns the entity it touched, or undefined where it was known already. */
	add(operation: Operation): string | undefined;
	/** Operations of a field that no other operation replaces, greatest (lamport, id) first. */
	heads(entity: string, field: string): readonly Operation[];
	/**
	 * How an edit names an operation in `seen`: its id, or id and fingerprint where a cloned profile used the id twice.
	 * The bare id then names neither, so that whoever saw only one of the two cannot replace both.
	 */
	readonly nameOf: NameOf;
	/** Fields of an entity that have heads, in alphabetical order. */
	fields(entity: string): readonly string[];
	/** Every entity that was ever written to, deleted ones included. */
	entities(): Iterable<string>;
	/** Ids of all entities of a kind (`occurrence` → the part behind the slash), including deleted ones, sorted. */
	ids(kind: string): readonly string[];
	/** Ids of the occurrences, evidence, comments or own actions with a head of `field` saying `value`; see `referenceFields`. */
	referring(kind: ReferringKind, value: string): readonly string[];
	liveness(entity: string): Liveness;
	/** Every operation of an entity, oldest (lamport, id) first. */
	history(entity: string): readonly Operation[];
	/** The operation(s) with this id; more than one only after a profile was cloned. */
	find(id: string): readonly Operation[];
	/** Every operation, in no particular order. */
	operations(): Iterable<Operation>;
	/** The greatest lamport seen; 0 for an empty record. */
	readonly lamport: number;
	readonly size: number;
}

/** Fields that point from one thing to another and are therefore indexed. */
export const referenceFields = { occurrence: 'action', evidence: 'action', comment: 'action', own: 'measure' } as const;
export type ReferringKind = keyof typeof referenceFields;

/** The record that a set of operations folds to. Pure and total: order, duplication and batches make no difference. */
export function foldRecord(operations: Iterable<Operation>): RecordFold {
	const fold = new Fold();
	for (const operation of operations) fold.add(operation);
	return fold;
}

class Fold implements RecordFold {
	lamport = 0;
	size = 0;
	readonly #first = new Map<string, Operation>();
	/** Every variant of an id that stands for more than one operation. */
	readonly #variants = new Map<string, Operation[]>();
	readonly #entities = new Map<string, Map<string, FieldHeads>>();
	readonly #kinds = new Map<string, string[]>();
	readonly #references = new Map<string, Set<string>>();
	/** Ids that stand for several operations that are read. */
	readonly #forked = new Set<string>();

	readonly nameOf: NameOf = (operation) =>
		this.#forked.has(operation.id) ? `${operation.id}~${fingerprint(operation)}` : operation.id;

	add(operation: Operation): string | undefined {
		const forked = this.#first.has(operation.id);
		if (forked && this.#knows(operation)) return undefined;
		this.#keep(operation, forked);
		if (operation.version === 1) this.#read(operation);
		if (forked) this.#nameVariants(operation.id);
		return operation.entity;
	}

	heads(entity: string, field: string): readonly Operation[] {
		return this.#entities.get(entity)?.get(field)?.heads ?? [];
	}

	fields(entity: string): readonly string[] {
		return [...(this.#entities.get(entity)?.keys() ?? [])].sort();
	}

	entities(): Iterable<string> {
		return this.#entities.keys();
	}

	ids(kind: string): readonly string[] {
		return [...(this.#kinds.get(kind) ?? [])].sort();
	}

	referring(kind: ReferringKind, value: string): readonly string[] {
		const said = this.#references.get(referenceKey(kind, value)) ?? [];
		return [...said].filter((id) => this.#says(`${kind}/${id}`, referenceFields[kind], value)).sort();
	}

	liveness(entity: string): Liveness {
		return livenessOf(this.#entities.get(entity), this.nameOf);
	}

	history(entity: string): readonly Operation[] {
		const fields = this.#entities.get(entity);
		if (fields === undefined) return [];
		return [...fields.values()].flatMap((field) => field.all).sort((a, b) => byRecency(b, a));
	}

	find(id: string): readonly Operation[] {
		const first = this.#first.get(id);
		if (first === undefined) return [];
		return [...(this.#variants.get(id) ?? [first])].sort(byRecency);
	}

	*operations(): Iterable<Operation> {
		for (const [id, first] of this.#first) yield* this.#variants.get(id) ?? [first];
	}

	#knows(operation: Operation): boolean {
		const known = this.#variants.get(operation.id) ?? [this.#first.get(operation.id)];
		if (known.includes(operation)) return true;
		const text = canonical(operation);
		return known.some((variant) => canonical(variant) === text);
	}

	#keep(operation: Operation, forked: boolean): void {
		const first = this.#first.get(operation.id);
		if (!forked || first === undefined) this.#first.set(operation.id, operation);
		else this.#variants.set(operation.id, [...(this.#variants.get(operation.id) ?? [first]), operation]);
		this.size += 1;
		if (operation.lamport > this.lamport) this.lamport = operation.lamport;
	}

	#read(operation: Operation): void {
		const fields = this.#entities.get(operation.entity) ?? this.#open(operation.entity);
		const field = fields.get(operation.field) ?? new FieldHeads(this.nameOf);
		fields.set(operation.field, field);
		field.add(operation);
		this.#index(operation);
	}

	#nameVariants(id: string): void {
		const read = (this.#variants.get(id) ?? []).filter(({ version }) => version === 1);
		if (read.length < 2) return;
		this.#forked.add(id);
		for (const { entity, field } of read) this.#entities.get(entity)?.get(field)?.recompute();
	}

	#open(entity: string): Map<string, FieldHeads> {
		const fields = new Map<string, FieldHeads>();
		this.#entities.set(entity, fields);
		const { kind, id } = partsOf(entity);
		const ids = this.#kinds.get(kind);
		if (ids === undefined) this.#kinds.set(kind, [id]);
		else ids.push(id);
		return fields;
	}

	#index(operation: Operation): void {
		const { kind, id } = partsOf(operation.entity);
		if (!isReferring(kind) || operation.field !== referenceFields[kind]) return;
		if (typeof operation.value !== 'string') return;
		const key = referenceKey(kind, operation.value);
		const ids = this.#references.get(key);
		if (ids === undefined) this.#references.set(key, new Set([id]));
		else ids.add(id);
	}

	#says(entity: string, field: string, value: string): boolean {
		return this.heads(entity, field).some((head) => head.value === value);
	}
}

function partsOf(entity: string): { kind: string; id: string } {
	const slash = entity.indexOf('/');
	return slash < 0 ? { kind: entity, id: '' } : { kind: entity.slice(0, slash), id: entity.slice(slash + 1) };
}

const referenceKey = (kind: string, value: string): string => `${kind} ${value}`;

const isReferring = (kind: string): kind is ReferringKind => Object.hasOwn(referenceFields, kind);
