import type { Operation } from '../domain/record/operation.ts';
import type { ExchangeStore } from './exchangeStore.ts';
import { heldOf, rowOf } from './held.ts';
import { currentLog } from './log.ts';
import { positionOf, putPosition, speaksOfNow } from './position.ts';
import { logTables, type MasumeDatabase } from './schema.ts';
import { transact } from './transaction.ts';
import { stopWaiting } from './waiting.ts';

type Answer = Parameters<ExchangeStore['acknowledge']>[2];

/** These stand at the endpoint. An answer under another epoch, or of another school's log, acknowledges nothing here. */
export function acknowledgeSent(
	database: MasumeDatabase,
	fiscalYear: number,
	operations: readonly Operation[],
	{ epoch, sequence, durableSequence, at }: Answer,
): Promise<void> {
	return transact(database, 'rw', [...logTables(database), database.exchange], async () => {
		const log = await currentLog(database, fiscalYear);
		if (!log) return;
		const position = await positionOf(database, log);
		if (!speaksOfNow(position, epoch)) return;
		const held = await heldOf(
			database,
			log,
			operations.map(({ id }) => id),
		);
		const rows = operations.flatMap((operation) => rowOf(held, operation) ?? []);
		if (rows.length === 0) return;
		await stopWaiting(database, rows);
		await putPosition(database, log, {
			...position,
			epoch,
			reach: Math.max(position.reach, sequence),
			durableSequence: Math.max(position.durableSequence, durableSequence),
			arrived: { sequence, at },
		});
	});
}
