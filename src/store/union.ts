import type { Operation } from '../domain/record/operation.ts';
import { partsOfId } from '../domain/record/versionVector.ts';
import { ensureDevice, type Random, replaceIdentity } from './device.ts';
import { additionsTo, type Held, heldOf } from './held.ts';
import { type Addition, append, headOfLog } from './log.ts';
import type { UnionCount } from './recordStore.ts';
import { type DeviceRow, logKey, logTables, type MasumeDatabase } from './schema.ts';
import { transact } from './transaction.ts';

export interface United {
	readonly additions: readonly Addition[];
	/** What stood in the log before, by id. */
	readonly held: Held;
}

/** Set union with one log. Inside a transaction that may write `logTables`. */
export async function unite(
	database: MasumeDatabase,
	log: string,
	incoming: readonly Operation[],
	options: { readonly wait: boolean },
): Promise<United> {
	const held = await heldOf(
		database,
		log,
		incoming.map(({ id }) => id),
	);
	const additions = additionsTo(held, incoming);
	if (additions.length > 0) await append(database, await headOfLog(database, log), additions, options);
	return { additions, held };
}

export interface UnionOutcome extends UnionCount {
	/** The device took a new identity. */
	readonly renamed: boolean;
}

/**
 * What came of a union. If something new arrived under the device's own id, another copy of this profile is writing too
 * (or this one was set back): the device then takes a new identity, so that no id is ever used twice.
 */
export async function outcomeOf(
	database: MasumeDatabase,
	device: DeviceRow,
	incoming: readonly Operation[],
	{ additions }: United,
	random: Random,
): Promise<UnionOutcome> {
	const renamed = additions.some(({ operation }) => partsOfId(operation.id).device === device.device);
	if (renamed) await replaceIdentity(database, device, random);
	return { added: additions.length, known: incoming.length - additions.length, renamed };
}

/** Set union with the school's log of that year, in one transaction. What is new waits; the device's counter never moves. */
export function uniteWithLog(
	database: MasumeDatabase,
	fiscalYear: number,
	incoming: readonly Operation[],
	random: Random,
): Promise<UnionOutcome> {
	return transact(database, 'rw', logTables(database), async () => {
		const device = await ensureDevice(database, random);
		const united = await unite(database, logKey(device.school, fiscalYear), incoming, { wait: true });
		return outcomeOf(database, device, incoming, united, random);
	});
}
