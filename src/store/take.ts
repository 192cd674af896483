import type { Operation } from '../domain/record/operation.ts';
import { ensureDevice, type Random } from './device.ts';
import type { ExchangeStore } from './exchangeStore.ts';
import { rowOf } from './held.ts';
import { positionOf, putPosition, speaksOfNow } from './position.ts';
import { logKey, logTables, type MasumeDatabase } from './schema.ts';
import { transact } from './transaction.ts';
import { outcomeOf, type UnionOutcome, unite } from './union.ts';
import { stopWaiting } from './waiting.ts';

type PageEnd = Parameters<ExchangeStore['take']>[2];

/**
 * A page of the endpoint's log and where it ends, in one transaction. Under another epoch than the log's the page is no
 * proof that anything stands there now: it is taken in as a file would be, and the cursor stays.
 */
export function takePage(
	database: MasumeDatabase,
	fiscalYear: number,
	incoming: readonly Operation[],
	at: PageEnd,
	random: Random,
): Promise<UnionOutcome> {
	return transact(database, 'rw', [...logTables(database), database.exchange], async () => {
		const device = await ensureDevice(database, random);
		const log = logKey(device.school, fiscalYear);
		const position = await positionOf(database, log);
		const now = speaksOfNow(position, at.epoch);
		const united = await unite(database, log, incoming, { wait: !now });
		if (now) {
			const standing = incoming.flatMap((operation) => rowOf(united.held, operation) ?? []);
			if (standing.length > 0) await stopWaiting(database, standing);
			await putPosition(database, log, {
				...position,
				epoch: at.epoch,
				cursor: at.cursor,
				reach: Math.max(position.reach, at.cursor),
				durableSequence: Math.max(position.durableSequence, at.durableSequence),
			});
		}
		return outcomeOf(database, device, incoming, united, random);
	});
}
