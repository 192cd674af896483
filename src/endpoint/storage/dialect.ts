import { CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import type { TableName, Tables } from './tables.ts';

/** The whole difference between the two databases, as far as statements go. */
export interface Dialect {
	readonly name: 'sqlite' | 'postgres';
	/** Type of a text column that is compared or ordered: by its code units, never by the rules of a language. */
	readonly key: string;
	/** Type of a number that grows without end. */
	readonly count: string;
	/** What stands behind the brackets of `create table`. */
	readonly tableEnd: string;
	/** Whether rows are locked one by one; SQLite's writing transactions stand one behind the other anyway. */
	readonly rowLocks: boolean;
	/** The table of operations where they are searched by id. */
	readonly operationById: RawBuilder<unknown>;
	/** The table of operations where the reviews are searched. */
	readonly operationOfReviews: RawBuilder<unknown>;
	/** Condition on an operation's body that lets through everything of a review, and hardly anything else. */
	readonly isOfReview: string;
	/** The nth parameter of a statement, from 1. */
	placeholder(nth: number): string;
	/** How many of the rows left one statement inserts. */
	rowsAtOnce(left: number): number;
	/** Waits until no other process migrates; until the transaction ends, none does. */
	lockMigrations(transaction: Kysely<Tables>): Promise<void>;
	/** Waits until nobody else writes to these tables; until the transaction ends, nobody does. */
	lockWriters(transaction: Kysely<Tables>, tables: readonly TableName[]): Promise<void>;
	/** As `lockWriters`, and keeps readers out too, so that nobody sees old and new side by side. */
	lockEverybody(transaction: Kysely<Tables>, tables: readonly TableName[]): Promise<void>;
}

// The transaction that writes is `begin immediate`: from its first statement on it is alone.
const aloneAlready = async (): Promise<void> => {};

/** How an operation of a review is written: `JSON.stringify` puts no spaces in, and escapes the marks inside a text. */
const ofReview = '"entity":"review/';

export const sqlite: Dialect = {
	name: 'sqlite',
	key: 'text',
	count: 'integer',
	// Without rowid: a log's operations lie side by side in the order of their numbers, and there is one index less.
	tableEnd: 'strict, without rowid',
	rowLocks: false,
	// Left alone, SQLite takes the primary key and reads the whole log to find a few ids.
	operationById: sql`operation indexed by operation_id`,
	operationOfReviews: sql`operation indexed by operation_review`,
	isOfReview: `instr(body, '${ofReview}') > 0`,
	placeholder: () => '?',
	// Powers of two: few different statements, so that each is prepared once.
	rowsAtOnce: (left) => 2 ** Math.min(8, Math.floor(Math.log2(left))),
	lockMigrations: aloneAlready,
	lockWriters: aloneAlready,
	lockEverybody: aloneAlready,
};

/** Any number, the same for every process of every version. */
const migrationLock = 6_241_947;

const lockTables = async (transaction: Kysely<Tables>, tables: readonly TableName[], mode: string): Promise<void> => {
	const names = tables.map((table) => `"${table}"`).join(', ');
	await transaction.executeQuery(CompiledQuery.raw(`lock table ${names} in ${mode} mode`));
};

export const postgres: Dialect = {
	name: 'postgres',
	key: 'text collate "C"',
	count: 'bigint',
	tableEnd: '',
	rowLocks: true,
	operationById: sql`operation`,
	operationOfReviews: sql`operation`,
	isOfReview: `strpos(body, '${ofReview}') > 0`,
	placeholder: (nth) => `$${nth}`,
	rowsAtOnce: (left) => Math.min(left, 1_000),
	lockMigrations: async (transaction) => {
		await transaction.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${migrationLock})`));
	},
	lockWriters: (transaction, tables) => lockTables(transaction, tables, 'exclusive'),
	lockEverybody: (transaction, tables) => lockTables(transaction, tables, 'access exclusive'),
};
