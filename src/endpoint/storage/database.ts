import type { Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Tables } from './tables.ts';

/** A database or a transaction in it. */
export type Session = Kysely<Tables>;

/** An open database, and the ways of working in it. */
export interface Database {
	readonly dialect: Dialect;
	/** For a single statement that only reads. */
	readonly session: Session;
	/** Several reads with one unchanging view. */
	read<Value>(work: (view: Session) => Promise<Value>): Promise<Value>;
	/** One transaction, durable when its promise resolves; nothing of it stands when the work throws. */
	write<Value>(work: (transaction: Session) => Promise<Value>): Promise<Value>;
	/**
	 * As `write`, for the many small writes of many devices: where a commit costs what a hundred statements cost, works
	 * that are there at the same moment share one. Each must be able to run again from the start.
	 */
	writeTogether<Value>(work: (transaction: Session) => Promise<Value>): Promise<Value>;
	/** As `read`, for long reads: writers and other readers go on meanwhile (not so in SQLite's memory). */
	snapshot<Value>(work: (view: Session) => Promise<Value>): Promise<Value>;
	close(): Promise<void>;
}

/** The ways of working that any kysely has. */
export const waysOf = (session: Session): Pick<Database, 'session' | 'read' | 'write' | 'writeTogether'> => ({
	session,
	read: (work) => session.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
	write: (work) => session.transaction().execute(work),
	writeTogether: (work) => session.transaction().execute(work),
});
