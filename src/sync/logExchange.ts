import type { LogState } from '../domain/exchange/logs.ts';
import { ok } from '../domain/result.ts';
import { type Answered, type Fault, fail, faultOf, fromStore } from './fault.ts';
import { compare, type Exchanged, type Extent } from './logCompare.ts';
import type { LogDeps } from './logDeps.ts';
import { pullNews } from './logPull.ts';
import { pushAll } from './logPush.ts';

/** The endpoint's log as last told, and its epoch. */
export interface Told {
	readonly epoch: string;
	readonly state: LogState | undefined;
}

export interface LogSettled {
	readonly epoch: string;
	readonly extent: Extent;
	/** Something was written meanwhile: it goes with the next pass. */
	readonly waiting: boolean;
	/** Told to the person; what could be exchanged was exchanged. */
	readonly trouble?: Fault;
}

/** How often one pass begins a log anew after a resync or a fork. */
const rounds = 8;

/** Brings one year here and at the endpoint to the same set. */
export async function exchangeLog(deps: LogDeps, told: Told): Answered<LogSettled> {
	const begun = await moveToEpoch(deps, told.epoch);
	if (!begun.ok) return begun;
	const first = await exchangeOnce(deps, told);
	if (!first.ok) return first;
	return settle(deps, first.value);
}

/** A restored endpoint may lack anything: everything is offered, everything pulled. */
async function moveToEpoch({ store, place }: LogDeps, epoch: string): Answered<void> {
	const position = await store.exchange.position(place.fiscalYear);
	if (!position.ok) return fromStore(position.refusal);
	if (position.value.epoch === undefined || position.value.epoch === epoch) return ok(undefined);
	const offered = await store.exchange.offerAll(place.fiscalYear, epoch);
	return offered.ok ? ok(undefined) : fromStore(offered.refusal);
}

/**
 * Push, then pull; begins anew where the endpoint was restored or an id was used twice. Nothing is pulled where
 * `state` says that there is nothing new; without it, everything from the cursor is.
 */
async function exchangeOnce(deps: LogDeps, { epoch: first, state }: Told): Answered<Exchanged> {
	let epoch = first;
	let known = state;
	for (let round = 0; round < rounds; round += 1) {
		const pushed = await pushAll(deps, epoch);
		const pulled = pushed.ok ? await pullNews(deps, epoch, pushed.value > 0 ? undefined : known) : pushed;
		if (pulled.ok) return ok({ epoch, state: pulled.value });
		const recovered = await recover(deps, pulled.refusal, epoch);
		if (!recovered.ok) return recovered;
		epoch = recovered.value;
		known = undefined;
	}
	return fail(faultOf('unsettled'));
}

/** What can be done about a fault, and the epoch to go on with; the fault itself where nothing can. */
async function recover({ store, place, memory }: LogDeps, fault: Fault, epoch: string): Answered<string> {
	if (fault.reason === 'resync' && fault.epoch !== undefined) {
		memory.keptOut.delete(place.fiscalYear);
		const offered = await store.exchange.offerAll(place.fiscalYear, fault.epoch);
		return offered.ok ? ok(fault.epoch) : fromStore(offered.refusal);
	}
	if (fault.reason === 'fork' && fault.operations && fault.operations.length > 0) {
		memory.held.forget(place.fiscalYear);
		const issued = await store.exchange.issueAgain(place.fiscalYear, fault.operations);
		return issued.ok ? ok(epoch) : fromStore(issued.refusal);
	}
	return fail(fault);
}

/** Compares both sides; a mismatch is healed by pulling everything, then by offering everything. Nothing is ever wiped. */
async function settle(deps: LogDeps, exchanged: Exchanged): Answered<LogSettled> {
	const { store, memory, place } = deps;
	const year = place.fiscalYear;
	let compared = await compare(deps, exchanged);
	if (compared.ok && !compared.value.agrees) {
		// Another tab may have rewritten the log without our having heard of it yet.
		memory.held.forget(year);
		compared = await compare(deps, exchanged);
	}
	if (!compared.ok) return compared;
	let { agrees, waiting, extent, mark } = compared.value;
	let { epoch } = exchanged;
	if (!agrees && memory.givenUp.get(year) === mark) return fail(faultOf('mismatch'));
	for (const remedy of [() => store.exchange.rewind(year), () => store.exchange.offerAll(year, epoch)]) {
		if (agrees) break;
		memory.keptOut.delete(year);
		const begun = await remedy();
		if (!begun.ok) return fromStore(begun.refusal);
		const again = await exchangeOnce(deps, { epoch, state: undefined });
		if (!again.ok) return again;
		epoch = again.value.epoch;
		const then = await compare(deps, again.value);
		if (!then.ok) return then;
		({ agrees, waiting, extent, mark } = then.value);
	}
	if (!agrees) {
		memory.givenUp.set(year, mark);
		return fail(faultOf('mismatch'));
	}
	const forged = (memory.keptOut.get(year)?.size ?? 0) > 0;
	return ok({ epoch, extent, waiting, ...(forged && { trouble: faultOf('forged') }) });
}
