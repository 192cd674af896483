import { sql } from 'kysely';
import { partsOfId } from '../../domain/record/versionVector.ts';
import { beyondMostDevices, compareWithLog, readBatch } from './batch.ts';
import type { Database, Session } from './database.ts';
import { insertRows } from './insertRows.ts';
import { type LogHead, lockHead, readHead, readVector, stateOf, vectorText } from './logHead.ts';
import { epochForWriting, standingOf } from './standing.ts';
import type { LogKey, LogStorage } from './storage.ts';
import { markOf } from './summaries.ts';

/** Operations fetched by one statement, so that a page of long ones does not fill the memory. */
const rowsAtOnce = 200;

/** A page ends early once it holds this many characters; `more` says so. */
const pageCharacters = 4_000_000;

const operationColumns = ['municipality', 'school', 'fiscal_year', 'sequence', 'id', 'body'];

/** The logs of the schools, in any database. */
export const logStorage = (database: Database): LogStorage => ({
	async append(log, { epoch, operations, now }) {
		const batch = readBatch(operations);
		return database.writeTogether(async (transaction) => {
			const counts = await epochForWriting(transaction, log, epoch);
			if (counts !== epoch) return { outcome: 'resync', epoch: counts };
			if (batch.forked.length > 0) return { outcome: 'fork', operations: batch.forked };
			const head = await lockHead(database, transaction, log, now);
			const { added, forked } = await compareWithLog(database, transaction, log, head, batch.texts);
			if (forked.length > 0) return { outcome: 'fork', operations: forked };
			const beyond = beyondMostDevices(head, added);
			if (beyond.length > 0) return { outcome: 'tooManyDevices', operations: beyond };
			const { sequence } = added.length > 0 ? await store(database, transaction, log, head, added, now) : head;
			return { outcome: 'appended', epoch, sequence, added: added.length, durableSequence: head.durableSequence };
		});
	},

	read: (log, { after, limit, epoch }) =>
		database.read(async (view) => {
			const standing = await standingOf(view, log.municipality, log.school);
			const head = await readHead(view, log);
			const isElsewhere = epoch !== undefined && epoch !== standing.epoch;
			if (isElsewhere || after > head.sequence) return { resync: standing.epoch };
			const operations = await pageOf(view, log, after, limit);
			const next = after + operations.length;
			const state = stateOf(log.fiscalYear, head);
			return { ...state, epoch: standing.epoch, operations, next, more: next < head.sequence };
		}),

	reviews: (municipality, fiscalYear, school) => reviewsOf(database, municipality, fiscalYear, school),

	years: (municipality, school) =>
		database.read(async (view) => {
			const { epoch } = await standingOf(view, municipality, school);
			const years = await yearsOf(view, municipality, school);
			return { epoch, years };
		}),
});

/** Stores what is new to a locked log, and returns where the log stands then. */
async function store(
	{ dialect }: Database,
	transaction: Session,
	{ municipality, school, fiscalYear }: LogKey,
	head: LogHead,
	added: readonly (readonly [id: string, text: string])[],
	now: string,
): Promise<LogHead> {
	const greatest = new Map(head.greatest);
	const rows = added.map(([id, text], index) => {
		const { device, n } = partsOfId(id);
		greatest.set(device, Math.max(n, greatest.get(device) ?? 0));
		return [municipality, school, fiscalYear, head.sequence + index + 1, id, text];
	});
	await insertRows(transaction, dialect, { table: 'operation', columns: operationColumns }, rows);
	const sequence = head.sequence + added.length;
	await transaction
		.updateTable('log')
		.set({ sequence, version_vector: vectorText(greatest), changed_at: now })
		.where('municipality', '=', municipality)
		.where('school', '=', school)
		.where('fiscal_year', '=', fiscalYear)
		.execute();
	return { ...head, sequence, greatest };
}

/** At most `limit` operations behind a number; fewer where they are long. Numbers have no gaps. */
async function pageOf(view: Session, log: LogKey, after: number, limit: number): Promise<string[]> {
	const bodies: string[] = [];
	for (let characters = 0; bodies.length < limit && characters < pageCharacters; ) {
		const rows = await view
			.selectFrom('operation')
			.select('body')
			.where('municipality', '=', log.municipality)
			.where('school', '=', log.school)
			.where('fiscal_year', '=', log.fiscalYear)
			.where('sequence', '>', after + bodies.length)
			.orderBy('sequence')
			.limit(Math.min(rowsAtOnce, limit - bodies.length))
			.execute();
		if (rows.length === 0) break;
		for (const { body } of rows) {
			bodies.push(body);
			characters += body.length;
		}
	}
	return bodies;
}

async function yearsOf(view: Session, municipality: string, school: string) {
	const rows = await view
		.selectFrom('log')
		.leftJoin('summary', (join) =>
			join
				.onRef('summary.municipality', '=', 'log.municipality')
				.onRef('summary.school', '=', 'log.school')
				.onRef('summary.fiscal_year', '=', 'log.fiscal_year'),
		)
		.select(['log.fiscal_year', 'log.sequence', 'log.durable_sequence', 'log.version_vector'])
		.select(['summary.revision', 'summary.received_at', 'summary.version_vector as summary_vector'])
		.where('log.municipality', '=', municipality)
		.where('log.school', '=', school)
		.orderBy('log.fiscal_year')
		.execute();
	return rows.map((row) => ({
		fiscalYear: row.fiscal_year,
		sequence: row.sequence,
		count: row.sequence,
		durableSequence: row.durable_sequence,
		versionVector: readVector(row.version_vector),
		summary: markOf({ municipality, school, fiscalYear: row.fiscal_year }, row),
	}));
}

/** The condition is written as the index has it: only then is it found by. */
async function reviewsOf({ session, dialect }: Database, municipality: string, fiscalYear: number, school?: string) {
	const ofSchool = school === undefined ? sql`` : sql`and school = ${school}`;
	const { rows } = await sql<{ school: string; body: string }>`
		select school, body from ${dialect.operationOfReviews}
		where municipality = ${municipality} and fiscal_year = ${fiscalYear} ${ofSchool} and ${sql.raw(dialect.isOfReview)}
		order by school, sequence`.execute(session);
	return rows;
}
