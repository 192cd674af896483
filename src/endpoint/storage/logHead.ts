import { type RawBuilder, sql } from 'kysely';
import type { LogState } from '../../domain/exchange/logs.ts';
import type { VersionVector } from '../../domain/record/versionVector.ts';
import type { Database, Session } from './database.ts';
import type { LogKey } from './storage.ts';

/** Where a log stands. */
export interface LogHead {
	readonly sequence: number;
	readonly durableSequence: number;
	/** Device → greatest counter. */
	readonly greatest: ReadonlyMap<string, number>;
}

const emptyHead: LogHead = { sequence: 0, durableSequence: 0, greatest: new Map() };

interface HeadRow {
	readonly sequence: number;
	readonly durable_sequence: number;
	readonly version_vector: string;
}

/** JSON of a version vector, devices in order. */
export const vectorText = (greatest: ReadonlyMap<string, number>): string =>
	JSON.stringify(Object.fromEntries([...greatest].sort(([a], [b]) => (a < b ? -1 : 1))));

export const readVector = (text: string): VersionVector => JSON.parse(text) as VersionVector;

const headIn = (row: HeadRow): LogHead => ({
	sequence: row.sequence,
	durableSequence: row.durable_sequence,
	greatest: new Map(Object.entries(readVector(row.version_vector))),
});

async function find(session: Session, log: LogKey, lock: RawBuilder<unknown>): Promise<LogHead | undefined> {
	const { rows } = await sql<HeadRow>`
		select sequence, durable_sequence, version_vector from log
		where municipality = ${log.municipality} and school = ${log.school} and fiscal_year = ${log.fiscalYear}
		${lock}`.execute(session);
	return rows[0] && headIn(rows[0]);
}

/** An absent log is an empty one. */
export const readHead = async (session: Session, log: LogKey): Promise<LogHead> =>
	(await find(session, log, sql``)) ?? emptyHead;

/**
 * The head of a log that this transaction alone may move until it ends. That is what keeps numbers free of gaps and
 * cursors safe: nobody can be given n + 1 before n is committed or given back.
 */
export async function lockHead(
	{ dialect }: Database,
	transaction: Session,
	log: LogKey,
	now: string,
): Promise<LogHead> {
	const lock = dialect.rowLocks ? sql`for update` : sql``;
	const found = await find(transaction, log, lock);
	if (found) return found;
	await transaction
		.insertInto('log')
		.values({
			municipality: log.municipality,
			school: log.school,
			fiscal_year: log.fiscalYear,
			sequence: 0,
			durable_sequence: 0,
			version_vector: '{}',
			changed_at: now,
		})
		.onConflict((conflict) => conflict.columns(['municipality', 'school', 'fiscal_year']).doNothing())
		.execute();
	// Another process may have made it meanwhile.
	const made = await find(transaction, log, lock);
	if (!made) throw new Error(`The log ${log.school} ${log.fiscalYear} vanished while it was locked.`);
	return made;
}

/** A head as the devices hear of it. */
export const stateOf = (fiscalYear: number, head: LogHead): LogState => ({
	fiscalYear,
	sequence: head.sequence,
	count: head.sequence,
	durableSequence: head.durableSequence,
	versionVector: Object.fromEntries(head.greatest),
});
