import type { LogState, PullAnswer } from '../domain/exchange/logs.ts';
import type { Operation } from '../domain/record/operation.ts';
import { ok } from '../domain/result.ts';
import { type Answered, fail, faultOf, fromStore } from './fault.ts';
import { type LogDeps, mostRequests } from './logDeps.ts';

/** Pulls from the cursor to the end; not at all where `known` says that there is nothing new. */
export async function pullNews(deps: LogDeps, epoch: string, known: LogState | undefined): Answered<LogState> {
	const { store, routes, place } = deps;
	const year = place.fiscalYear;
	let before = -1;
	let ahead: { readonly after: number; readonly page: Answered<PullAnswer> } | undefined;
	for (let request = 0; request < mostRequests; request += 1) {
		const position = await store.exchange.position(year);
		if (!position.ok) return fromStore(position.refusal);
		const { cursor, durableSequence } = position.value;
		if (known && position.value.epoch === epoch && cursor === known.sequence) {
			if (durableSequence === known.durableSequence) return ok(known);
			const noted = await store.exchange.noteDurable(year, known.durableSequence);
			return noted.ok ? ok(known) : fromStore(noted.refusal);
		}
		// Taken, and the cursor stands still: another tab has moved the log to another epoch meanwhile.
		if (cursor === before) return fail(faultOf('unsettled'));
		before = cursor;
		const page = await (ahead?.after === cursor ? ahead.page : routes.pull(year, cursor, epoch));
		if (!page.ok) return page;
		// The next page comes and is read while the database writes this one.
		const { next, more } = page.value;
		ahead = more ? { after: next, page: routes.pull(year, next, epoch) } : undefined;
		if (page.value.epoch !== epoch) return fail(faultOf('unsettled', { reason: 'resync', epoch: page.value.epoch }));
		const taken = await takePage(deps, page.value);
		if (!taken.ok) return taken;
		if (!more) return ok(page.value);
	}
	return fail(faultOf('unsettled'));
}

async function takePage({ store, place, memory, sift, received }: LogDeps, page: PullAnswer): Answered<void> {
	// The schema has read them; its own type for their values is wider.
	const sifted = await sift(page.operations as readonly Operation[], place);
	if (!sifted.ok) return sifted;
	const taken = await store.exchange.take(place.fiscalYear, sifted.value.authentic, {
		epoch: page.epoch,
		cursor: page.next,
		sequence: page.sequence,
		durableSequence: page.durableSequence,
	});
	if (!taken.ok) return fromStore(taken.refusal);
	const keptOut = memory.keptOut.get(place.fiscalYear) ?? new Set();
	for (const { id } of sifted.value.forged) keptOut.add(id);
	memory.keptOut.set(place.fiscalYear, keptOut);
	if (taken.value.added > 0) received(taken.value.added);
	return ok(undefined);
}
