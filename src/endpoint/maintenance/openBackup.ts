import { sql } from 'kysely';
import { ok, type Refusal, type Result } from '../../domain/result.ts';
import type { Database, Session } from '../storage/database.ts';
import { migrate } from '../storage/migrations.ts';
import { connectScratch } from '../storage/sqlite.ts';
import { BackupFault, type BackupFaultReason } from './backupFault.ts';
import type { RowCounts } from './backupFormat.ts';
import { loadBackup } from './loadBackup.ts';

/** A backup that was read to its end and found whole. */
export interface OpenBackup {
	/** All of it in a database of its own, at this version's level. */
	readonly content: Database;
	readonly takenAt: string;
	readonly rows: RowCounts;
	close(): Promise<void>;
}

/** Reads a whole file into a database of its own and checks every part of it. The caller closes what it is given. */
export async function openBackup(path: string): Promise<Result<OpenBackup, Refusal<BackupFaultReason>>> {
	const content = connectScratch();
	try {
		const { takenAt, rows } = await loadBackup(content, path);
		await migrate(content);
		if (!(await isCoherent(content.session))) throw new BackupFault('damagedBackup');
		return ok({ content, takenAt, rows, close: () => content.close() });
	} catch (error) {
		await content.close();
		if (error instanceof BackupFault) return { ok: false, refusal: error.refusal };
		throw error;
	}
}

/** Whether every log holds exactly the operations that its numbers promise, 1 to the last, and none stands outside a log. */
async function isCoherent(session: Session): Promise<boolean> {
	// Numbers of one log are unique: as many as the greatest, and none below 1, means that none is missing.
	const { rows } = await sql<{ broken: number; promised: number; held: number; misnumbered: number }>`
		select
			(select count(*) from log where sequence <> (
				select count(*) from operation where operation.municipality = log.municipality
					and operation.school = log.school and operation.fiscal_year = log.fiscal_year
			) or sequence <> (
				select coalesce(max(operation.sequence), 0) from operation where operation.municipality = log.municipality
					and operation.school = log.school and operation.fiscal_year = log.fiscal_year
			)) as broken,
			(select coalesce(sum(sequence), 0) from log) as promised,
			(select count(*) from operation) as held,
			(select count(*) from operation where sequence < 1) as misnumbered`.execute(session);
	const [found] = rows;
	return found !== undefined && found.broken === 0 && found.misnumbered === 0 && found.promised === found.held;
}
