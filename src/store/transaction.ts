import type { Table } from 'dexie';
import type { MasumeDatabase } from './schema.ts';

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
			return await work();
		});
	} catch (error) {
		throw native?.error ?? error;
	}
}
