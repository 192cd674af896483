import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Refusal, type Result, refuse } from '../../domain/result.ts';
import type { Database } from '../storage/database.ts';
import type { StorageHandle } from '../storage/openStorage.ts';
import { backupName, pruneBackups, type Random } from './backupFolder.ts';
import { sameCounts } from './backupFormat.ts';
import { type OpenBackup, openBackup } from './openBackup.ts';
import { raiseDurable } from './raiseDurable.ts';
import { writeBackupFile } from './writeBackupFile.ts';

export interface BackupReport {
	/** Where it lies. */
	readonly file: string;
	/** How many operations it holds. */
	readonly operations: number;
	/** Its size. */
	readonly bytes: number;
}

export type BackupRefusal = Refusal<'cannotWriteBackup' | 'backupNotVerified'>;

/**
 * Takes a backup while everybody goes on working: written under another name, flushed, opened again and compared, and only
 * then given its name; after that `durableSequence` of every log moves to what the file holds, and all but the newest 48
 * of the folder are removed. `now`: ISO 8601 UTC.
 */
export async function writeBackup(
	storage: Pick<StorageHandle, 'database'>,
	folder: string,
	now: string,
	random: Random,
): Promise<Result<BackupReport, BackupRefusal>> {
	const { database } = storage;
	const kept = await keepBackup(database, folder, backupName('regular', now, random), now, (content) =>
		raiseDurable(database, content),
	);
	if (kept.ok) await pruneBackups(folder, now);
	return kept;
}

/** Writes and verifies one backup; `then` is called with its content once the file stands under its name. */
export async function keepBackup(
	database: Database,
	folder: string,
	name: string,
	now: string,
	then: (content: Database) => Promise<void>,
): Promise<Result<BackupReport, BackupRefusal>> {
	const file = join(folder, name);
	const part = `${file}.part`;
	let opened: OpenBackup | undefined;
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		const written = await writeBackupFile(database, part, now);
		const read = await openBackup(part);
		if (!read.ok) return notVerified(read.refusal.reason);
		opened = read.value;
		if (!sameCounts(opened.rows, written)) return notVerified('rows');
		const { size } = await stat(part);
		await rename(part, file);
		await flushFolder(folder);
		await then(opened.content);
		return ok({ file, operations: written.operation ?? 0, bytes: size });
	} catch (error) {
		if (!isOfTheFileSystem(error)) throw error;
		return cannotWrite(folder, error.code);
	} finally {
		await opened?.close();
		// Where even this fails, `pruneBackups` will do it another day; what went wrong above is what counts.
		await rm(part, { force: true }).catch(() => {});
	}
}

/** A new name lasts through a power cut only once its folder is flushed; systems that cannot do that need not. */
async function flushFolder(folder: string): Promise<void> {
	try {
		const handle = await open(folder);
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (!isOfTheFileSystem(error) || !['EISDIR', 'EPERM', 'EINVAL'].includes(error.code)) throw error;
	}
}

const isOfTheFileSystem = (error: unknown): error is Error & { code: string } =>
	error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';

const cannotWrite = (folder: string, code: string) =>
	refuse(
		'cannotWriteBackup',
		`バックアップを書けませんでした(${code}:${folder})。記録はそのまま無事です。空き容量と書き込みの許可を確かめて、もう一度行ってください。`,
	);

const notVerified = (why: string) =>
	refuse(
		'backupNotVerified',
		`書いたバックアップを読み返したところ、元と同じではありませんでした(${why})。記録はそのまま無事です。保存先のディスクを確かめて、もう一度行ってください。`,
	);
