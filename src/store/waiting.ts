import Dexie from 'dexie';
import type { Operation } from '../domain/record/operation.ts';
import type { Refused, Waiting } from './exchangeStore.ts';
import { heldOf } from './held.ts';
import { fiscalYearOf, type MasumeDatabase, type OperationRow, type WaitingRow } from './schema.ts';

/** What waits of one log after a position, oldest first; at most so many. */
export function waitingRows(
	database: MasumeDatabase,
	log: string,
	{ after = 0, limit = Number.POSITIVE_INFINITY } = {},
): Promise<WaitingRow[]> {
	const rows = database.waiting.where('[log+position]').between([log, after], [log, Dexie.maxKey], false, true);
	return (Number.isFinite(limit) ? rows.limit(limit) : rows).toArray();
}

/** These wait no more. Inside a transaction that may write `waiting`. */
export async function stopWaiting(database: MasumeDatabase, rows: readonly OperationRow[]): Promise<void> {
	await database.waiting.bulkDelete(rows.map(({ log, position }) => [log, position]));
}

/** Everything of a log waits (again). Refusals stand, unless the endpoint is to be asked anew. */
export async function letAllWait(
	database: MasumeDatabase,
	log: string,
	{ forgetRefusals }: { readonly forgetRefusals: boolean },
): Promise<void> {
	const all = database.operations.where('[log+position]').between([log, 0], [log, Dexie.maxKey], true, true);
	const waiting = new Map((await waitingRows(database, log)).map((row) => [row.position, row]));
	const rows = (await all.primaryKeys()).map(([, position]): WaitingRow => {
		const row = waiting.get(position);
		if (!row) return { log, position, again: true };
		return forgetRefusals ? withoutRefusal(row) : row;
	});
	await database.waiting.bulkPut(rows);
}

const withoutRefusal = ({ refused: _, ...row }: WaitingRow): WaitingRow => row;

const rowsOfSchool = (database: MasumeDatabase, school: string): Promise<WaitingRow[]> =>
	database.waiting
		.where('[log+position]')
		.between([`${school}/`, 0], [`${school}/\uffff`, Dexie.maxKey], true, true)
		.toArray();

/** What waits of a school, by year, oldest year first. */
export async function waitingByYear(database: MasumeDatabase, school: string): Promise<Waiting[]> {
	const years = new Map<number, { count: number; refused: Refused[] }>();
	for (const { log, refused } of await rowsOfSchool(database, school)) {
		const fiscalYear = fiscalYearOf(log, school);
		if (fiscalYear === undefined) continue;
		const year = years.get(fiscalYear) ?? { count: 0, refused: [] };
		if (refused) year.refused.push(refused);
		else year.count += 1;
		years.set(fiscalYear, year);
	}
	return [...years].map(([fiscalYear, year]) => ({ fiscalYear, ...year })).sort((a, b) => a.fiscalYear - b.fiscalYear);
}

const bytesOf = (operation: Operation): number => new TextEncoder().encode(JSON.stringify(operation)).length + 1;

/** The next to send, oldest first, without the refused. */
export async function nextToSend(
	database: MasumeDatabase,
	log: string,
	bounds: { readonly operations: number; readonly bytes: number },
): Promise<Operation[]> {
	const batch: Operation[] = [];
	let bytes = 0;
	for (let after = 0; ; ) {
		const rows = await waitingRows(database, log, { after, limit: bounds.operations });
		const sendable = rows.filter(({ refused }) => !refused);
		const found = await database.operations.bulkGet(sendable.map(({ position }) => [log, position]));
		for (const row of found) {
			if (!row) continue;
			bytes += bytesOf(row.operation);
			if (batch.length > 0 && (batch.length >= bounds.operations || bytes > bounds.bytes)) return batch;
			batch.push(row.operation);
		}
		const last = rows.at(-1);
		if (!last || rows.length < bounds.operations) return batch;
		after = last.position;
	}
}

/** The endpoint will not take these; what does not wait is not marked. Answers whether anything was. */
export async function refuseWaiting(
	database: MasumeDatabase,
	log: string,
	refused: readonly Refused[],
): Promise<boolean> {
	const held = await heldOf(
		database,
		log,
		refused.map(({ id }) => id),
	);
	let marked = false;
	for (const each of refused) {
		for (const { position } of held.get(each.id) ?? []) {
			const row = await database.waiting.get([log, position]);
			if (!row) continue;
			await database.waiting.put({ ...row, refused: each });
			marked = true;
		}
	}
	return marked;
}

/** The refused of a school are sent again. */
export async function offerRefusedAgain(database: MasumeDatabase, school: string): Promise<void> {
	const rows = await rowsOfSchool(database, school);
	await database.waiting.bulkPut(rows.filter(({ refused }) => refused).map(withoutRefusal));
}
