import Dexie, { type Table } from 'dexie';
import type { Author, Json, Operation } from '../domain/record/operation.ts';

/** One operation of one log. `position` is contiguous per log from 1, in the order the device came to know them. */
export interface OperationRow {
	readonly log: string;
	readonly position: number;
	/** The operation's id; `<id>#<n>` for the nth variant of an id that two copies of one profile both used. */
	readonly key: string;
	/** The operation whole, keys of newer versions too. */
	readonly operation: Operation;
}

export interface LogRow {
	readonly log: string;
	/** The greatest lamport seen in the log. */
	readonly lamport: number;
	/** The position of the last operation. */
	readonly position: number;
}

export interface DeviceRow {
	readonly key: 'this';
	readonly device: string;
	readonly counter: number;
	readonly school: string;
	readonly author: Author;
}

export interface SettingRow {
	readonly key: string;
	readonly value: Json;
}

export type MasumeDatabase = Dexie & {
	readonly operations: Table<OperationRow, [string, number]>;
	readonly logs: Table<LogRow, string>;
	readonly device: Table<DeviceRow, string>;
	readonly settings: Table<SettingRow, string>;
};

export const databaseName = 'masume';

/**
 * Describes the database; does not open it yet. Versions are additive: a later one adds tables and indexes below,
 * and never changes or drops what an older one wrote.
 */
export function describeDatabase(indexedDB: IDBFactory, IDBKeyRange: typeof globalThis.IDBKeyRange): MasumeDatabase {
	const database = new Dexie(databaseName, {
		indexedDB,
		IDBKeyRange,
		// Opening goes through `connection.ts` alone, so that its guards see every failure.
		autoOpen: false,
		// Nothing here uses live queries; their cache would hold every operation a second time.
		cache: 'disabled',
		// A tick must survive the lid being closed the moment after.
		chromeTransactionDurability: 'strict',
	}) as MasumeDatabase;
	// Positions are written by us, not auto-incremented: WebKit has failed to inject generated keys after losing its
	// database process, and a position per log makes "since" a plain range.
	database.version(1).stores({
		operations: '[log+position], &[log+key]',
		logs: 'log',
		device: 'key',
		settings: 'key',
	});
	return database;
}

/** Key of a log: one school's one fiscal year. */
export const logKey = (school: string, fiscalYear: number): string => `${school}/${fiscalYear}`;

/** The fiscal year of a log of this school; undefined for another school's log. */
export function fiscalYearOf(log: string, school: string): number | undefined {
	if (!log.startsWith(`${school}/`)) return undefined;
	const year = Number(log.slice(school.length + 1));
	return Number.isInteger(year) ? year : undefined;
}
