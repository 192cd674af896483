import { dominates } from '../../domain/record/versionVector.ts';
import type { Database, Session } from './database.ts';
import { lockHead, readVector } from './logHead.ts';
import { keepCases, sharedCases } from './sharedCases.ts';
import { epochForWriting } from './standing.ts';
import type { LogKey, SummaryMark, SummaryStorage } from './storage.ts';

/** 受付番号: year, school, and the how manyth summary of the log it is. */
const receiptOf = ({ fiscalYear, school }: LogKey, revision: number): string => `${fiscalYear}-${school}-${revision}`;

/** What a log says of its summary; null before the first. */
export const markOf = (
	log: LogKey,
	row: { revision: number | null; received_at: string | null; summary_vector: string | null },
): SummaryMark | null =>
	row.revision === null || row.received_at === null || row.summary_vector === null
		? null
		: {
				receipt: receiptOf(log, row.revision),
				receivedAt: row.received_at,
				versionVector: readVector(row.summary_vector),
			};

/** The schools' summaries, one for each log, in any database. */
export const summaryStorage = (database: Database): SummaryStorage => ({
	...sharedCases(database),

	put: (log, summary) =>
		database.write(async (transaction) => {
			const epoch = await epochForWriting(transaction, log, summary.epoch);
			if (epoch !== summary.epoch) return { outcome: 'resync', epoch };
			// Whoever holds the log's head is alone with its summary too.
			await lockHead(database, transaction, log, summary.now);
			const before = await find(transaction, log);
			if (before?.body === summary.body) {
				return { outcome: 'kept', receipt: before.receipt, receivedAt: before.receivedAt };
			}
			if (before && !dominates(summary.versionVector, readVector(before.version_vector)))
				return { outcome: 'pullFirst' };
			const revision = (before?.revision ?? 0) + 1;
			await keep(transaction, log, summary, revision);
			await keepCases(transaction, log, summary.cases ?? '[]', summary.now);
			return { outcome: 'kept', receipt: receiptOf(log, revision), receivedAt: summary.now };
		}),

	async get(log) {
		const found = await find(database.session, log);
		return found && { body: found.body, receipt: found.receipt, receivedAt: found.receivedAt };
	},

	async ofYear(municipality, fiscalYear) {
		const rows = await database.session
			.selectFrom('summary')
			.select(['school', 'body', 'received_at as receivedAt'])
			.where('municipality', '=', municipality)
			.where('fiscal_year', '=', fiscalYear)
			.orderBy('school')
			.execute();
		return rows;
	},
});

async function find(session: Session, log: LogKey) {
	const row = await session
		.selectFrom('summary')
		.select(['revision', 'version_vector', 'body', 'received_at as receivedAt'])
		.where('municipality', '=', log.municipality)
		.where('school', '=', log.school)
		.where('fiscal_year', '=', log.fiscalYear)
		.executeTakeFirst();
	return row && { ...row, receipt: receiptOf(log, row.revision) };
}

async function keep(
	transaction: Session,
	{ municipality, school, fiscalYear }: LogKey,
	summary: Parameters<SummaryStorage['put']>[1],
	revision: number,
): Promise<void> {
	const row = {
		revision,
		version_vector: JSON.stringify(summary.versionVector),
		body: summary.body,
		received_at: summary.now,
	};
	await transaction
		.insertInto('summary')
		.values({ municipality, school, fiscal_year: fiscalYear, ...row })
		.onConflict((conflict) => conflict.columns(['municipality', 'school', 'fiscal_year']).doUpdateSet(row))
		.execute();
}
