import { sql } from 'kysely';
import type { Database, Session } from '../storage/database.ts';

/** Logs raised by one transaction, so that nobody waits long for it. */
const atOnce = 100;

interface Covered {
	readonly municipality: string;
	readonly school: string;
	readonly fiscalYear: number;
	readonly sequence: number;
	readonly epoch: string;
}

/**
 * Tells every log that a backup holds it up to the number that stands in the backup's content. A log whose municipality
 * was restored meanwhile is left alone: its numbers mean something else now. Never moves a log back.
 */
export async function raiseDurable(database: Database, content: Database): Promise<void> {
	for (let last: Covered | undefined; ; ) {
		const covered = await coveredBehind(content.session, last);
		last = covered.at(-1);
		if (!last) return;
		await database.write((transaction) => raise(transaction, covered));
	}
}

/** The next logs of the content that the backup says more of than the one before it did. */
async function coveredBehind(content: Session, last: Covered | undefined): Promise<readonly Covered[]> {
	return content
		.selectFrom('log')
		.innerJoin('municipality', 'municipality.municipality', 'log.municipality')
		.select(['log.municipality', 'log.school', 'log.fiscal_year as fiscalYear', 'log.sequence', 'municipality.epoch'])
		.whereRef('log.durable_sequence', '<', 'log.sequence')
		.$if(last !== undefined, (query) =>
			query.where(
				sql<boolean>`(log.municipality, log.school, log.fiscal_year) > (${last?.municipality}, ${last?.school}, ${last?.fiscalYear})`,
			),
		)
		.orderBy('log.municipality')
		.orderBy('log.school')
		.orderBy('log.fiscal_year')
		.limit(atOnce)
		.execute();
}

async function raise(transaction: Session, covered: readonly Covered[]): Promise<void> {
	const municipalities = await transaction.selectFrom('municipality').select(['municipality', 'epoch']).execute();
	const epochs = new Map(municipalities.map(({ municipality, epoch }) => [municipality, epoch]));
	for (const { municipality, school, fiscalYear, sequence, epoch } of covered) {
		if (epochs.get(municipality) !== epoch) continue;
		await transaction
			.updateTable('log')
			.set({ durable_sequence: sequence })
			.where('municipality', '=', municipality)
			.where('school', '=', school)
			.where('fiscal_year', '=', fiscalYear)
			.where('durable_sequence', '<', sequence)
			.execute();
	}
}
