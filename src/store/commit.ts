import { canonical } from '../domain/record/canonical.ts';
import { type Author, type Edit, type Operation, stampEdits } from '../domain/record/operation.ts';
import { ensureDevice, type Random } from './device.ts';
import { append, headOfLog } from './log.ts';
import { logKey, logTables, type MasumeDatabase } from './schema.ts';
import { type Signatures, withSignatures } from './signing.ts';
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

async function write(
	database: MasumeDatabase,
	commit: Commit,
	random: Random,
	signatures: Signatures,
): Promise<Operation[] | 'unsigned'> {
	const device = await ensureDevice(database, random);
	const log = logKey(device.school, commit.fiscalYear);
	if (commit.earlier && (await stands(database, log, commit.earlier))) return [...commit.earlier];
	const head = await headOfLog(database, log);
	const stamp = {
		device: device.device,
		counter: device.counter,
		lamport: head.lamport + 1,
		at: commit.at,
		by: commit.by ?? device.author,
	};
	const operations = signatures.on(stampEdits(commit.edits, stamp), log);
	if (!operations) return 'unsigned';
	commit.stamped(operations);
	const additions = operations.map((operation) => ({ key: operation.id, operation }));
	await append(database, head, additions, { wait: true });
	await database.device.put({ ...device, counter: device.counter + operations.length });
	return operations;
}

/** Counter, lamport, operations and their waiting in one transaction: all of it is kept, or none. */
export function commitEdits(
	database: MasumeDatabase,
	commit: Commit,
	random: Random,
	subtle: SubtleCrypto | undefined,
): Promise<Operation[]> {
	return withSignatures(database, subtle, (signatures) =>
		transact(database, 'rw', logTables(database), () => write(database, commit, random, signatures)),
	);
}
