import { canonical } from '../domain/record/canonical.ts';
import { type Author, type Edit, type Operation, stampEdits } from '../domain/record/operation.ts';
import { ensureDevice, type Random } from './device.ts';
import { headOfLog } from './log.ts';
import { logKey, type MasumeDatabase } from './schema.ts';
import { transact } from './transaction.ts';

export interface Commit {
	readonly fiscalYear: number;
	readonly edits: readonly Edit[];
	readonly by: Author | undefined;
	readonly at: string;
	/**
	 * What an earlier, failed try stamped. A connection can be lost after the commit and before its answer; then these
	 * stand in the log already and are the answer.
	 */
	readonly earlier: readonly Operation[] | undefined;
	/** Told what is about to be written, for the next try. */
	stamped(operations: readonly Operation[]): void;
}

async function stands(database: MasumeDatabase, log: string, operations: readonly Operation[]): Promise<boolean> {
	const first = operations[0];
	if (!first) return false;
	const row = await database.operations.where('[log+key]').equals([log, first.id]).first();
	return row !== undefined && canonical(row.operation) === canonical(first);
}

/** Counter, lamport and operations in one transaction: all of it is kept, or none. */
export function commitEdits(database: MasumeDatabase, commit: Commit, random: Random): Promise<Operation[]> {
	return transact(database, 'rw', [database.device, database.logs, database.operations], async () => {
		const device = await ensureDevice(database, random);
		const log = logKey(device.school, commit.fiscalYear);
		if (commit.earlier && (await stands(database, log, commit.earlier))) return [...commit.earlier];
		const head = await headOfLog(database, log);
		const operations = stampEdits(commit.edits, {
			device: device.device,
			counter: device.counter,
			lamport: head.lamport + 1,
			at: commit.at,
			by: commit.by ?? device.author,
		});
		commit.stamped(operations);
		await database.operations.bulkAdd(
			operations.map((operation, index) => ({
				log,
				position: head.position + 1 + index,
				key: operation.id,
				operation,
			})),
		);
		await database.logs.put({
			log,
			lamport: head.lamport + operations.length,
			position: head.position + operations.length,
		});
		await database.device.put({ ...device, counter: device.counter + operations.length });
		return operations;
	});
}
