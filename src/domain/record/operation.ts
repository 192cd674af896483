/** Anything JSON can say. Values of operations are JSON so that an old app can relay what it does not understand. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Who uses the device: a post, not a person. */
export type Role = 'ictLead' | 'principal' | 'vicePrincipal' | 'teacher' | 'board';

/** Role and label of the device ("ICT担当", "校内のiPad"); never a person's name. */
export interface Author {
	readonly role: Role;
	readonly label: string;
}

/**
 * One field of one entity set to one value: the only thing a record is made of. Immutable once written.
 * See the decision "Operations" in src/README.md.
 */
export interface Operation {
	/** 1. Other versions are kept, relayed and not read. */
	readonly version: number;
	/** `<device>.<n>`: device = 128 random bits as hex, n = contiguous counter of that device from 1. */
	readonly id: string;
	/** 1 + the greatest lamport seen by the device. Breaks ties for display only. */
	readonly lamport: number;
	/** Wall clock, ISO 8601 UTC. For people; never used to order, merge or refuse. */
	readonly at: string;
	readonly by: Author;
	/** `action/<id>`, `own/<id>`, `occurrence/<id>`, `evidence/<id>`, `school`, … */
	readonly entity: string;
	readonly field: string;
	readonly value: Json;
	/** Ids of the heads of this field that the person saw when editing. A deletion names the heads of every field seen. */
	readonly replaces: readonly string[];
}

/** What a person did, before the store gives it an identity. */
export interface Edit {
	readonly entity: string;
	readonly field: string;
	readonly value: Json;
	/** Ids of the heads the person saw; becomes `replaces`. */
	readonly seen: readonly string[];
}

/** Device, counter, clock and author that turn edits into operations. All of it is handed in; nothing is read here. */
export interface Stamp {
	readonly device: string;
	/** The counter of the first operation. */
	readonly counter: number;
	/** The lamport of the first operation. */
	readonly lamport: number;
	readonly at: string;
	readonly by: Author;
}

/** Numbers edits as consecutive operations of one device. */
export const stampEdits = (edits: readonly Edit[], stamp: Stamp): Operation[] =>
	edits.map((edit, index) => ({
		version: 1,
		id: `${stamp.device}.${stamp.counter + index}`,
		lamport: stamp.lamport + index,
		at: stamp.at,
		by: stamp.by,
		entity: edit.entity,
		field: edit.field,
		value: edit.value,
		replaces: edit.seen,
	}));
