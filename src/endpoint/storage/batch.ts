import { sql } from 'kysely';
import { canonical } from '../../domain/record/canonical.ts';
import type { Operation } from '../../domain/record/operation.ts';
import { partsOfId } from '../../domain/record/versionVector.ts';
import type { Database, Session } from './database.ts';
import type { LogHead } from './logHead.ts';
import type { LogKey } from './storage.ts';

/** Id → the operation as JSON text. */
type Texts = ReadonlyMap<string, string>;

/** Another version of the app may write the same operation with its keys in another order. */
const saysTheSame = (a: string, b: string): boolean => a === b || canonical(JSON.parse(a)) === canonical(JSON.parse(b));

/** The operations of a batch by id, and the ids that stand for two things in it. */
export function readBatch(operations: readonly Operation[]): { readonly texts: Texts; readonly forked: string[] } {
	const texts = new Map<string, string>();
	const forked = new Set<string>();
	for (const operation of operations) {
		const text = JSON.stringify(operation);
		const before = texts.get(operation.id);
		if (before === undefined) texts.set(operation.id, text);
		else if (!saysTheSame(before, text)) forked.add(operation.id);
	}
	return { texts, forked: [...forked] };
}

/** What the log already holds under the ids of the batch. */
async function heldOf(
	{ dialect }: Database,
	transaction: Session,
	log: LogKey,
	head: LogHead,
	texts: Texts,
): Promise<Texts> {
	// A counter beyond the greatest known of its device is new: mostly there is nothing to ask.
	const perhapsKnown = [...texts.keys()].filter((id) => {
		const { device, n } = partsOfId(id);
		return n <= (head.greatest.get(device) ?? 0);
	});
	if (perhapsKnown.length === 0) return new Map();
	const { rows } = await sql<{ id: string; body: string }>`
		select id, body from ${dialect.operationById}
		where municipality = ${log.municipality} and school = ${log.school} and fiscal_year = ${log.fiscalYear}
			and id in (${sql.join(perhapsKnown)})`.execute(transaction);
	return new Map(rows.map(({ id, body }) => [id, body]));
}

/** Of a batch, what is new to the log, and which ids stand for something else in it. */
export async function compareWithLog(
	database: Database,
	transaction: Session,
	log: LogKey,
	head: LogHead,
	texts: Texts,
): Promise<{ readonly added: readonly (readonly [id: string, text: string])[]; readonly forked: string[] }> {
	const held = await heldOf(database, transaction, log, head, texts);
	const forked = [...held].filter(([id, text]) => !saysTheSame(text, texts.get(id) ?? '')).map(([id]) => id);
	return { added: [...texts].filter(([id]) => !held.has(id)), forked };
}

/** What `VersionVectorSchema` lets through; beyond it no device could read the log's state any more. */
const mostDevices = 10_000;

/** The new operations of devices that the log does not know, where it cannot take in so many more. */
export function beyondMostDevices(head: LogHead, added: readonly (readonly [id: string, text: string])[]): string[] {
	const strangers = added.map(([id]) => id).filter((id) => !head.greatest.has(partsOfId(id).device));
	const devices = new Set(strangers.map((id) => partsOfId(id).device));
	return head.greatest.size + devices.size > mostDevices ? strangers : [];
}
