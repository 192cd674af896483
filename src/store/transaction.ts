import type { Table } from 'dexie';
import type { MasumeDatabase } from './schema.ts';

const underWay = new WeakMap<MasumeDatabase, Set<IDBTransaction>>();

/** Keeps a transaction in mind until it has ended, so that leaving the page can end it. */
export function watch(database: MasumeDatabase, native: IDBTransaction): void {
	const live = underWay.get(database) ?? new Set();
	underWay.set(database, live.add(native));
	for (const end of ['complete', 'abort']) native.addEventListener(end, () => live.delete(native));
}

/** Ends every transaction under way; what they wrote is rolled back. One that is being committed is let go on. */
export function abortAll(database: MasumeDatabase): void {
	for (const native of underWay.get(database) ?? []) {
		try {
			native.abort();
		} catch {
			// Committing or over: it holds nobody up.
		}
	}
}

/**
 * One transaction. Where it fails, the error thrown is the transaction's own: requests that were under way only say
 * that it was aborted, the transaction says why (no room left, connection lost).
 */
export async function transact<Value>(
	database: MasumeDatabase,
	mode: 'r' | 'rw',
	tables: readonly Table[],
	work: () => Promise<Value>,
): Promise<Value> {
	let native: IDBTransaction | undefined;
	try {
		return await database.transaction(mode, tables, async (transaction) => {
			native = transaction.idbtrans;
			watch(database, native);
			return await work();
		});
	} catch (error) {
		throw native?.error ?? error;
	}
}
