import Dexie from 'dexie';
import type { Operation } from '../domain/record/operation.ts';
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

/** The log of the device's school for a year; undefined before the device has a school. */
export async function currentLog(database: MasumeDatabase, fiscalYear: number): Promise<string | undefined> {
	const device = await database.device.get('this');
	return device && logKey(device.school, fiscalYear);
}

/** An operation that is not in the log yet, with the key it will have there. */
export interface Addition {
	readonly key: string;
	readonly operation: Operation;
}

/** Puts operations behind the log's head; the log's lamport rises to the greatest seen. Returns their positions. */
export async function append(
	database: MasumeDatabase,
	head: LogRow,
	additions: readonly Addition[],
	{ wait }: { readonly wait: boolean },
): Promise<number[]> {
	const { log } = head;
	const rows = additions.map((addition, index) => ({ log, position: head.position + 1 + index, ...addition }));
	if (rows.length === 0) return [];
	await database.operations.bulkAdd(rows);
	if (wait) await database.waiting.bulkAdd(rows.map(({ position }) => ({ log, position })));
	await database.logs.put({
		log,
		lamport: additions.reduce((greatest, { operation }) => Math.max(greatest, operation.lamport), head.lamport),
		position: head.position + rows.length,
	});
	return rows.map(({ position }) => position);
}

/** This school's operations of a year after a position (0 = all). */
export function readAfter(database: MasumeDatabase, fiscalYear: number, position: number): Promise<LogSlice> {
	return transact(database, 'r', [database.device, database.operations], async () => {
		const log = await currentLog(database, fiscalYear);
		const rows = log ? await rowsAfter(database, log, position) : [];
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
