import { canonical } from '../domain/record/canonical.ts';
import type { Operation } from '../domain/record/operation.ts';
import { ensureDevice, type Random, replaceIdentity } from './device.ts';
import { headOfLog, rowsAfter } from './log.ts';
import type { UnionCount } from './recordStore.ts';
import { logKey, type MasumeDatabase } from './schema.ts';
import { transact } from './transaction.ts';

/** Above this many, reading the whole log once is cheaper than asking for each id. */
const fewEnoughToAskEach = 300;

/** What a log holds, by id. Several under one id only after a profile was cloned. */
type Held = Map<string, Operation[]>;

/** An operation that is not in the log yet, with the key it will have there. */
interface Addition {
	readonly key: string;
	readonly operation: Operation;
}

async function heldOf(database: MasumeDatabase, log: string, incoming: readonly Operation[]): Promise<Held> {
	const ids = [...new Set(incoming.map((operation) => operation.id))];
	const rows =
		ids.length > fewEnoughToAskEach
			? await rowsAfter(database, log, 0)
			: (await Promise.all(ids.map((id) => rowsOfId(database, log, id)))).flat();
	const held: Held = new Map();
	for (const { operation } of rows) held.set(operation.id, [...(held.get(operation.id) ?? []), operation]);
	return held;
}

/** Variants of one id lie right behind it: `<id>`, `<id>#2`, `<id>#3`. */
const rowsOfId = (database: MasumeDatabase, log: string, id: string) =>
	database.operations
		.where('[log+key]')
		.between([log, id], [log, `${id}#\uffff`], true, true)
		.toArray();

/** What is new among the incoming: neither held nor twice in the batch. The same id with other content is kept beside it. */
export function additionsTo(held: Held, incoming: readonly Operation[]): Addition[] {
	const seen: Held = new Map(held);
	return incoming.flatMap((operation) => {
		const variants = seen.get(operation.id) ?? [];
		const content = canonical(operation);
		if (variants.some((variant) => canonical(variant) === content)) return [];
		seen.set(operation.id, [...variants, operation]);
		return [{ key: variants.length === 0 ? operation.id : `${operation.id}#${variants.length + 1}`, operation }];
	});
}

const deviceOf = (operation: Operation): string => operation.id.slice(0, operation.id.lastIndexOf('.'));

export interface UnionOutcome extends UnionCount {
	/** The device took a new identity. */
	readonly renamed: boolean;
}

/**
 * Set union with the school's log of that year, in one transaction. The log's lamport rises to the greatest seen; the
 * device's own counter is never moved. If something new arrives under the device's own id, another copy of this profile
 * is writing too (or this one was set back): the device then takes a new identity, so that no id is ever used twice.
 */
export function uniteWithLog(
	database: MasumeDatabase,
	fiscalYear: number,
	incoming: readonly Operation[],
	random: Random,
): Promise<UnionOutcome> {
	return transact(database, 'rw', [database.device, database.logs, database.operations], async () => {
		const device = await ensureDevice(database, random);
		const log = logKey(device.school, fiscalYear);
		const head = await headOfLog(database, log);
		const additions = additionsTo(await heldOf(database, log, incoming), incoming);
		const known = incoming.length - additions.length;
		if (additions.length === 0) return { added: 0, known, renamed: false };
		await database.operations.bulkAdd(
			additions.map((addition, index) => ({ log, position: head.position + 1 + index, ...addition })),
		);
		await database.logs.put({
			log,
			lamport: additions.reduce((greatest, { operation }) => Math.max(greatest, operation.lamport), head.lamport),
			position: head.position + additions.length,
		});
		const renamed = additions.some(({ operation }) => deviceOf(operation) === device.device);
		if (renamed) await replaceIdentity(database, device, random);
		return { added: additions.length, known, renamed };
	});
}
