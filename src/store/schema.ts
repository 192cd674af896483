import Dexie, { type Table } from 'dexie';
import type { SignedPlace } from '../domain/exchange/signature.ts';
import type { Author, Json, Operation } from '../domain/record/operation.ts';
import type { Enrolment, LogPosition, Refused, SigningKey } from './exchangeStore.ts';
import { watch } from './transaction.ts';

/**
 * One operation of one log. `position` rises per log from 1, in the order the device came to know them; it has holes
 * where operations were issued again under another id.
 */
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
	/** The last position given in the log. */
	readonly position: number;
}

/** The operation at this place of a log is not known to stand at the endpoint. */
export interface WaitingRow {
	readonly log: string;
	readonly position: number;
	/** It stood there once, and is offered again because the endpoint may have lost it. */
	readonly again?: true;
	/** The endpoint would not take it: it is not sent by itself. */
	readonly refused?: Refused;
}

export interface ExchangeRow extends LogPosition {
	readonly log: string;
}

export interface EnrolmentRow {
	readonly key: 'this';
	readonly enrolment: Enrolment;
}

export interface KeyRow extends SigningKey {
	readonly key: 'signing';
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
	readonly waiting: Table<WaitingRow, [string, number]>;
	readonly exchange: Table<ExchangeRow, string>;
	readonly enrolment: Table<EnrolmentRow, string>;
	readonly keys: Table<KeyRow, string>;
};

/** What a transaction writes that puts operations into a log. */
export const logTables = ({ device, logs, operations, waiting }: MasumeDatabase): readonly Table[] => [
	device,
	logs,
	operations,
	waiting,
];

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
	database
		.version(2)
		.stores({ waiting: '[log+position]', exchange: 'log', enrolment: 'key', keys: 'key' })
		.upgrade(async (transaction) => {
			watch(database, transaction.idbtrans);
			const known = (await transaction.table('operations').toCollection().primaryKeys()) as [string, number][];
			await transaction.table('waiting').bulkPut(known.map(([log, position]) => ({ log, position })));
		});
	database.on('populate', (transaction) => watch(database, transaction.idbtrans));
	return database;
}

/** Key of a log: one school's one fiscal year. */
export const logKey = (school: string, fiscalYear: number): string => `${school}/${fiscalYear}`;

/** What the logs of a school enrolled at an endpoint are called; no part has a slash in it. */
export const schoolKey = ({ municipality, code }: Enrolment['school']): string => `${municipality}/${code}`;

/** A trial's school, before the device is enrolled. */
export const trialPrefix = 'local-';

/** Where a log stands at an endpoint; undefined for a trial's. */
export function placeOf(log: string): SignedPlace | undefined {
	const [municipality, school, year, ...more] = log.split('/');
	const known = municipality !== undefined && school !== undefined && year !== undefined && more.length === 0;
	return known ? { municipality, school, fiscalYear: Number(year) } : undefined;
}

/** The fiscal year of a log of this school; undefined for another school's log. */
export function fiscalYearOf(log: string, school: string): number | undefined {
	if (!log.startsWith(`${school}/`)) return undefined;
	const year = Number(log.slice(school.length + 1));
	return Number.isInteger(year) ? year : undefined;
}
