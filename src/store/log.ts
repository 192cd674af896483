import Dexie from 'dexie';
import type { LogSlice } from './recordStore.ts';
import { fiscalYearOf, type LogRow, logKey, type MasumeDatabase, type OperationRow } from './schema.ts';
import { transact } from './transaction.ts';

/** Where a log stands; an unknown log stands at its beginning. */
export async function headOfLog(database: MasumeDatabase, log: string): Promise<LogRow> {
	return (await database.logs.get(log)) ?? { log, lamport: 0, position: 0 };
}

/** A log's rows after a position, in the order the device came to know them. */
export function rowsAfter(database: MasumeDatabase, log: string, position: number): Promise<OperationRow[]> {
	return database.operations
		.where('[log+position]')
		.between([log, position], [log, Dexie.maxKey], false, true)
		.toArray();
}

/** This school's operations of a year after a position (0 = all). */
export function readAfter(database: MasumeDatabase, fiscalYear: number, position: number): Promise<LogSlice> {
	return transact(database, 'r', [database.device, database.operations], async () => {
		const device = await database.device.get('this');
		const rows = device ? await rowsAfter(database, logKey(device.school, fiscalYear), position) : [];
		return { operations: rows.map((row) => row.operation), position: rows.at(-1)?.position ?? position };
	});
}

/** This school's fiscal years that have operations, oldest first. */
export function readYears(database: MasumeDatabase): Promise<number[]> {
	return transact(database, 'r', [database.device, database.logs], async () => {
		const device = await database.device.get('this');
		const logs = device ? await database.logs.toArray() : [];
		return logs.flatMap(({ log }) => fiscalYearOf(log, device?.school ?? '') ?? []).sort((a, b) => a - b);
	});
}
