import { exchangeBounds } from '../domain/exchange/logs.ts';
import type { Operation } from '../domain/record/operation.ts';
import { ok } from '../domain/result.ts';
import { type Answered, type Fault, fail, faultOf, fromStore } from './fault.ts';
import { type LogDeps, mostRequests } from './logDeps.ts';

/** Sends until nothing waits. Answers how many operations went. */
export async function pushAll(deps: LogDeps, epoch: string): Answered<number> {
	const { store, routes, place } = deps;
	const year = place.fiscalYear;
	let most: number = exchangeBounds.batch;
	let sent = 0;
	let first: Operation | undefined;
	for (let request = 0; request < mostRequests; request += 1) {
		const batch = await store.exchange.nextBatch(year, { operations: most, bytes: exchangeBounds.batchBytes });
		if (!batch.ok) return fromStore(batch.refusal);
		if (batch.value.length === 0) return ok(sent);
		// Sent and still there: another tab has moved the log to another epoch meanwhile.
		if (first && batch.value[0]?.id === first.id) return fail(faultOf('unsettled'));
		const answer = await routes.push(year, epoch, batch.value);
		if (!answer.ok) {
			const smaller = await setAside(deps, batch.value, answer.refusal);
			if (!smaller.ok) return smaller;
			most = smaller.value;
			continue;
		}
		const at = new Date(deps.now()).toISOString();
		const kept = await store.exchange.acknowledge(year, batch.value, { ...answer.value, at });
		if (!kept.ok) return fromStore(kept.refusal);
		sent += batch.value.length;
		first = batch.value[0];
		most = Math.min(exchangeBounds.batch, most * 2);
	}
	return fail(faultOf('unsettled'));
}

/**
 * One operation that is not taken must not hold up the others: the named ones are set aside; where none is named, the
 * batch is halved until the one is found. Answers how many to send next.
 */
async function setAside({ store, place }: LogDeps, batch: readonly Operation[], fault: Fault): Answered<number> {
	const named = batch.filter(({ id }) => fault.reason === 'refusedOperations' && fault.operations?.includes(id));
	if (named.length === 0 && batch.length > 1 && (fault.status === 422 || fault.status === 413)) {
		return ok(Math.ceil(batch.length / 2));
	}
	const refused = named.length === 0 && fault.status === 422 ? batch : named;
	if (refused.length === 0) return fail(fault);
	const { reason, sentence } = fault;
	const marked = await store.exchange.markRefused(
		place.fiscalYear,
		refused.map(({ id }) => ({ id, reason, sentence })),
	);
	return marked.ok ? ok(exchangeBounds.batch) : fromStore(marked.refusal);
}
