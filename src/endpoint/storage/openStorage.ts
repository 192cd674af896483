import { boardStorage } from './board.ts';
import { codeStorage } from './codes.ts';
import type { Database } from './database.ts';
import { deviceStorage } from './devices.ts';
import { logStorage } from './logs.ts';
import { migrate } from './migrations.ts';
import { connectPostgres } from './postgres.ts';
import { connectSqlite } from './sqlite.ts';
import type { Storage } from './storage.ts';
import { summaryStorage } from './summaries.ts';

/** The endpoint's storage, and the database below it for backup and restore. */
export interface StorageHandle extends Storage {
	readonly database: Database;
}

/** Opens a SQLite file (`:memory:`: gone when closed), made and brought to the newest level if need be. */
export const openSqlite = async (file: string): Promise<StorageHandle> => storageOn(await connectSqlite(file));

/** Opens a PostgreSQL database by its URL, brought to the newest level if need be. */
export const openPostgres = async (url: string): Promise<StorageHandle> => storageOn(await connectPostgres(url));

/** Rejects, with nothing left open, where the database does not answer or is of a newer version (`NewerDatabase`). */
async function storageOn(database: Database): Promise<StorageHandle> {
	try {
		await migrate(database);
	} catch (error) {
		await database.close();
		throw error;
	}
	return {
		database,
		logs: logStorage(database),
		summaries: summaryStorage(database),
		access: { ...codeStorage(database), ...deviceStorage(database) },
		board: boardStorage(database),
		async ping() {
			await database.session.selectFrom('municipality').select('municipality').limit(1).execute();
		},
		close: () => database.close(),
	};
}
