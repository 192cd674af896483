import BetterSqlite3 from 'better-sqlite3';
import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	Kysely,
	SqliteAdapter,
	type SqliteDatabase,
	SqliteDriver,
	SqliteIntrospector,
	SqliteQueryCompiler,
	type SqliteStatement,
	type TransactionSettings,
} from 'kysely';
import { type Database, type Session, waysOf } from './database.ts';
import { sqlite } from './dialect.ts';
import { sharingCommits } from './sharedCommit.ts';
import type { Tables } from './tables.ts';

/** Statements kept prepared; the endpoint has fewer. */
const statementsKept = 200;

/**
 * While another process writes, SQLite waits this long with the whole process standing still, so it is short;
 * in between, others get their turn, up to `attempts` times (about two minutes: a restore of a large city).
 */
const blockedWait = 20;
const pause = 20;
const attempts = 3_000;

/** better-sqlite3 with statements that are prepared once. */
function withPreparedStatements(connection: BetterSqlite3.Database): SqliteDatabase {
	const prepared = new Map<string, SqliteStatement>();
	return {
		prepare(text) {
			const known = prepared.get(text);
			if (known) return known;
			const statement = connection.prepare<unknown[], unknown>(text) as unknown as SqliteStatement;
			const [oldest] = prepared.keys();
			if (prepared.size >= statementsKept && oldest !== undefined) prepared.delete(oldest);
			prepared.set(text, statement);
			return statement;
		},
		close: () => {
			connection.close();
		},
	};
}

const isBusy = (error: unknown): boolean =>
	error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Tries again while another process writes. */
async function patiently<Value>(attempt: () => Promise<Value>): Promise<Value> {
	for (let left = attempts; ; left -= 1) {
		try {
			return await attempt();
		} catch (error) {
			if (left === 0 || !isBusy(error)) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
}

/**
 * Kysely begins with `begin`, which takes the write lock only at the first write: two processes that read and then write
 * would fail each other. A transaction that may write takes it at once. Within the process kysely hands its single
 * connection to one transaction after the other.
 */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
		const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
		await patiently(() => connection.executeQuery(CompiledQuery.raw(begin)));
	}
}

const dialectOf = (database: SqliteDatabase): Dialect => ({
	createDriver: () => new ImmediateDriver({ database }),
	createQueryCompiler: () => new SqliteQueryCompiler(),
	createAdapter: () => new SqliteAdapter(),
	createIntrospector: (db) => new SqliteIntrospector(db),
});

const sessionOn = (connection: BetterSqlite3.Database): Session =>
	new Kysely<Tables>({ dialect: dialectOf(withPreparedStatements(connection)) });

/** Reads with a connection of its own: in WAL a reader and the writers do not wait for each other. */
async function readBeside<Value>(file: string, work: (view: Session) => Promise<Value>): Promise<Value> {
	const session = sessionOn(new BetterSqlite3(file, { readonly: true, fileMustExist: true }));
	try {
		return await waysOf(session).read(work);
	} finally {
		await session.destroy();
	}
}

/** Opens a file, made if need be; `:memory:` is gone when closed. Several processes may have the same file open. */
export async function connectSqlite(file: string): Promise<Database> {
	const connection = new BetterSqlite3(file, { timeout: blockedWait });
	try {
		await patiently(async () => connection.pragma('journal_mode = WAL'));
		// Every commit is on the disk before it is acknowledged.
		connection.pragma('synchronous = FULL');
		connection.pragma('foreign_keys = ON');
		// 16 MB of log before it is worked into the file: pages written again and again are then worked in once.
		connection.pragma('wal_autocheckpoint = 4000');
		// 16 MB of pages go into the main file at once: four times SQLite's own measure, so that writers stop for it less often.
		connection.pragma('wal_autocheckpoint = 4000');
	} catch (error) {
		connection.close();
		throw error;
	}
	const session = sessionOn(connection);
	const ways = waysOf(session);
	return {
		...ways,
		writeTogether: sharingCommits(ways.write),
		dialect: sqlite,
		snapshot: file === ':memory:' ? ways.read : (work) => readBeside(file, work),
		close: () => session.destroy(),
	};
}

/** An empty database that nobody else sees, on the disk once it grows, gone when closed. Nothing in it is durable. */
export function connectScratch(): Database {
	const connection = new BetterSqlite3('');
	connection.pragma('journal_mode = OFF');
	connection.pragma('synchronous = OFF');
	const session = sessionOn(connection);
	const ways = waysOf(session);
	return { ...ways, dialect: sqlite, snapshot: ways.read, close: () => session.destroy() };
}
