import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '../domain/result.ts';
import { openPostgres, openSqlite, type StorageHandle } from './storage/openStorage.ts';

/** Where everything that must last lies. */
export interface DataPlace {
	/** The folder of the embedded database and of the backups. */
	readonly data: string;
	/** PostgreSQL, where a city runs one. */
	readonly databaseUrl?: string;
}

/** The embedded database in its folder. */
export const databaseFile = (data: string): string => join(data, 'masume.sqlite');

/** Where backups go unless another folder is named. */
export const backupFolder = (data: string): string => join(data, 'backups');

const reasonOf = (error: unknown) =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '原因不明';

/** Opens the database of the settings. The folder is made for this account alone if it is not there. */
export async function openData({ data, databaseUrl }: DataPlace): Promise<Result<StorageHandle>> {
	try {
		if (databaseUrl !== undefined) return ok(await openPostgres(databaseUrl));
		mkdirSync(data, { recursive: true, mode: 0o700 });
		return ok(await openSqlite(databaseFile(data)));
	} catch (error) {
		if (error instanceof Error && error.name === 'NewerDatabase') return refuse('newerDatabase', error.message);
		if (databaseUrl !== undefined) {
			return refuse(
				'database',
				`データベース(DATABASE_URL)につながりません(${reasonOf(error)})。データベースが動いているか、アドレスとパスワードを確かめてください。`,
			);
		}
		return refuse(
			'database',
			`データの保存先「${data}」を開けません(${reasonOf(error)})。フォルダーに書き込めるか、空き容量があるかを確かめてください。別の場所を使うには:MASUME_DATA=フォルダー npm start`,
		);
	}
}
