import type { LogPosition } from './exchangeStore.ts';
import type { MasumeDatabase } from './schema.ts';

const beginning: LogPosition = { cursor: 0, reach: 0, durableSequence: 0 };

/** How far a log is exchanged; an unknown log not at all. */
export async function positionOf(database: MasumeDatabase, log: string): Promise<LogPosition> {
	const row = await database.exchange.get(log);
	if (!row) return beginning;
	const { log: _, ...position } = row;
	return position;
}

export async function putPosition(database: MasumeDatabase, log: string, position: LogPosition): Promise<void> {
	await database.exchange.put({ ...position, log });
}

/**
 * Whether an answer given under this epoch speaks of the log that the position speaks of. Of two epochs nobody can tell
 * which is the later: an answer of another one proves nothing, and `offerAll` is the only way from one to the next.
 */
export const speaksOfNow = (position: LogPosition, epoch: string): boolean =>
	position.epoch === undefined || position.epoch === epoch;

/** A log whose endpoint may have lost something: pulled from 0. What it said before is no longer known to hold. */
export const startAgain = (epoch: string): LogPosition => ({ ...beginning, epoch });
