import { ok, type Refusal, type Result, refuse } from '../../domain/result.ts';
import type { Database, Session } from '../storage/database.ts';
import { insertRows } from '../storage/insertRows.ts';
import type { StorageHandle } from '../storage/openStorage.ts';
import { tableOrder } from '../storage/tables.ts';
import { keepBackup } from './backup.ts';
import type { BackupFaultReason } from './backupFault.ts';
import { backupName, type Random } from './backupFolder.ts';
import { backupTables, portionsIn } from './backupTables.ts';
import { keepAccess, presentAccess } from './keepAccess.ts';
import { openBackup } from './openBackup.ts';

export interface RestoreReport {
	/** When the backup was taken. ISO 8601 UTC. */
	readonly takenAt: string;
	readonly operations: number;
	/** Where the state before the restore was saved; null where there was none. */
	readonly savedBefore: string | null;
}

/**
 * Puts the content of a backup in the place of everything, in one transaction, while servers go on running. The file is
 * checked to its end first, and the present state is saved to `folder`; a refusal means that nothing was changed. After
 * it, every municipality has a new epoch, all numbers are durable, nobody is signed in, and who may exchange is as it was
 * just before. `now`: ISO 8601 UTC.
 */
export async function restoreBackup(
	storage: Pick<StorageHandle, 'database'>,
	file: string,
	{ folder, now, random }: { readonly folder: string; readonly now: string; readonly random: Random },
): Promise<Result<RestoreReport, Refusal<BackupFaultReason | 'presentNotSaved'>>> {
	const { database } = storage;
	const opened = await openBackup(file);
	if (!opened.ok) return opened;
	const { content, takenAt, rows, close } = opened.value;
	try {
		const saved = await savePresent(database, folder, now, random);
		if (!saved.ok) return saved;
		await database.write((transaction) => replaceEverything(database, transaction, content, random));
		return ok({ takenAt, operations: rows.operation ?? 0, savedBefore: saved.value });
	} finally {
		await close();
	}
}

/** Saves what is about to be replaced. A database that nobody has set up yet holds nothing to save. */
async function savePresent(
	database: Database,
	folder: string,
	now: string,
	random: Random,
): Promise<Result<string | null, Refusal<'presentNotSaved'>>> {
	const anything = await database.session.selectFrom('municipality').select('municipality').limit(1).execute();
	if (anything.length === 0) return ok(null);
	const kept = await keepBackup(database, folder, backupName('beforeRestore', now, random), now, async () => {});
	if (kept.ok) return ok(kept.value.file);
	return refuse(
		'presentNotSaved',
		`戻す前に今の内容を保存できなかったので、何も変えていません。${kept.refusal.sentence} 今の内容そのものが壊れているときは、データの置き場所(MASUME_DATA か DATABASE_URL)を空のものに替えてから、もう一度戻してください。`,
	);
}

async function replaceEverything(
	database: Database,
	transaction: Session,
	content: Database,
	random: Random,
): Promise<void> {
	await database.dialect.lockEverybody(transaction, tableOrder);
	const access = await presentAccess(transaction);
	for (const table of tableOrder) await transaction.deleteFrom(table).execute();
	for (const table of backupTables) {
		for await (const portion of portionsIn(content.session, content, table)) {
			await insertRows(transaction, database.dialect, table, portion);
		}
	}
	// What this file holds lies in a backup by definition.
	await transaction
		.updateTable('log')
		.set((eb) => ({ durable_sequence: eb.ref('sequence') }))
		.execute();
	for (const { municipality } of await transaction.selectFrom('municipality').select('municipality').execute()) {
		const epoch = Buffer.from(random(new Uint8Array(16))).toString('hex');
		await transaction.updateTable('municipality').set({ epoch }).where('municipality', '=', municipality).execute();
	}
	await keepAccess(database, transaction, access);
}
