import type { LogState } from '../domain/exchange/logs.ts';
import { sameVector, type VersionVector, versionVectorOf } from '../domain/record/versionVector.ts';
import { ok } from '../domain/result.ts';
import type { Waiting } from '../store/exchangeStore.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { type Answered, fromStore } from './fault.ts';
import type { HeldLog } from './heldLogs.ts';
import type { LogDeps } from './logDeps.ts';

/** The endpoint's log as it stood when everything up to its end had been taken. */
export interface Exchanged {
	readonly epoch: string;
	readonly state: LogState;
}

/** How a set of operations is told from another: number and greatest counters. */
export interface Extent {
	readonly count: number;
	readonly versionVector: VersionVector;
}

export interface Compared {
	/** Both sides hold the same, or something was written here meanwhile and the next pass will compare. */
	readonly agrees: boolean;
	readonly waiting: boolean;
	/** What of the log stands here and should stand at the endpoint. */
	readonly extent: Extent;
	/** Names the state of both sides: as long as it is the same, comparing again finds the same. */
	readonly mark: string;
}

export async function compare({ store, memory, place }: LogDeps, exchanged: Exchanged): Answered<Compared> {
	const { epoch, state } = exchanged;
	// Held first: what is held and does not wait a moment later has been exchanged.
	const held = await memory.held.of(store, place.fiscalYear);
	if (!held.ok) return fromStore(held.refusal);
	const waits = await waitingOf(store, place.fiscalYear);
	if (!waits.ok) return waits;
	const refused = new Set(waits.value?.refused.map(({ id }) => id));
	const here = extentOf(held.value, refused, new Set());
	const expected = extentOf(held.value, refused, memory.keptOut.get(place.fiscalYear) ?? new Set());
	const same = expected.count === state.count && sameVector(expected.versionVector, state.versionVector);
	const waiting = (waits.value?.count ?? 0) > 0;
	const mark = `${epoch} ${state.sequence} ${state.count} ${held.value.position}`;
	return ok({ agrees: waiting || same, waiting, extent: here, mark });
}

async function waitingOf(store: RecordStore, fiscalYear: number): Answered<Waiting | undefined> {
	const waiting = await store.exchange.waiting();
	if (!waiting.ok) return fromStore(waiting.refusal);
	return ok(waiting.value.find((each) => each.fiscalYear === fiscalYear));
}

/** Everything held but the refused, and what stands at the endpoint and was not taken. */
function extentOf(held: HeldLog, refused: ReadonlySet<string>, keptOut: ReadonlySet<string>): Extent {
	const ids = [...held.ids.filter((id) => !refused.has(id)), ...keptOut];
	return { count: ids.length, versionVector: versionVectorOf(ids.map((id) => ({ id }))) };
}
