import { canonical } from '../domain/record/canonical.ts';
import type { Operation } from '../domain/record/operation.ts';
import { partsOfId } from '../domain/record/versionVector.ts';
import type { Addition } from './log.ts';
import type { MasumeDatabase, OperationRow } from './schema.ts';

/** Rows of a log by operation id. Several under one id only after a profile was cloned. */
export type Held = ReadonlyMap<string, readonly OperationRow[]>;

/**
 * The rows of a log with these ids (and perhaps some others). One range per device and length of id: among ids of one
 * length the order of the index is the order of the counter. Longer ids lie in between; all pages of a log together read
 * each row at most once per length there is, so taking in a log never costs its square.
 */
export async function heldOf(database: MasumeDatabase, log: string, ids: Iterable<string>): Promise<Held> {
	const ranges = rangesOf(ids).map(({ first, last }) =>
		database.operations
			.where('[log+key]')
			// Variants of one id lie right behind it: `<id>`, `<id>#2`, `<id>#3`.
			.between([log, first], [log, `${last}#\uffff`], true, true)
			.toArray(),
	);
	const held = new Map<string, OperationRow[]>();
	for (const row of (await Promise.all(ranges)).flat()) {
		const variants = held.get(row.operation.id);
		// Two ranges of one device may overlap.
		if (!variants) held.set(row.operation.id, [row]);
		else if (!variants.some(({ position }) => position === row.position)) variants.push(row);
	}
	return held;
}

interface Range {
	readonly first: string;
	readonly last: string;
}

function rangesOf(ids: Iterable<string>): Range[] {
	const ranges = new Map<string, Range>();
	for (const id of ids) {
		const group = `${id.length} ${partsOfId(id).device}`;
		const { first, last } = ranges.get(group) ?? { first: id, last: id };
		ranges.set(group, { first: id < first ? id : first, last: id > last ? id : last });
	}
	return [...ranges.values()];
}

/** The row that says word for word the same. */
export function rowOf(held: Held, operation: Operation): OperationRow | undefined {
	const variants = held.get(operation.id);
	if (!variants) return undefined;
	const content = canonical(operation);
	return variants.find((row) => canonical(row.operation) === content);
}

/** What is new among the incoming: neither held nor twice in the batch. The same id with other content is kept beside it. */
export function additionsTo(held: Held, incoming: readonly Operation[]): Addition[] {
	const added = new Map<string, Addition[]>();
	return incoming.flatMap((operation) => {
		const before: readonly Addition[] = [...(held.get(operation.id) ?? []), ...(added.get(operation.id) ?? [])];
		if (before.length > 0) {
			const content = canonical(operation);
			if (before.some((variant) => canonical(variant.operation) === content)) return [];
		}
		const addition = { key: freeKey(operation.id, before), operation };
		added.set(operation.id, [...(added.get(operation.id) ?? []), addition]);
		return [addition];
	});
}

/** `<id>`, else the first `<id>#<n>` that none of the variants has; one in the middle may have left the log. */
function freeKey(id: string, variants: readonly Addition[]): string {
	const taken = new Set(variants.map(({ key }) => key));
	let key = id;
	for (let n = 2; taken.has(key); n += 1) key = `${id}#${n}`;
	return key;
}
