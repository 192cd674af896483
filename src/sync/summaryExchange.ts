import type { YearsAnswer } from '../domain/exchange/logs.ts';
import type { PlanEdition } from '../domain/plan/edition.ts';
import { foldRecord } from '../domain/record/fold.ts';
import type { Operation } from '../domain/record/operation.ts';
import { readProfile } from '../domain/record/readSchool.ts';
import { sameVector } from '../domain/record/versionVector.ts';
import { ok } from '../domain/result.ts';
import type { Summary } from '../domain/summary/schema.ts';
import { summarise } from '../domain/summary/summarise.ts';
import type { Enrolment } from '../store/exchangeStore.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { EndpointRoutes } from './endpointRoutes.ts';
import { type Answered, fail, faultOf, fromStore } from './fault.ts';
import type { LogSettled } from './logExchange.ts';

export interface SummaryDeps {
	/** The edition of a fiscal year; undefined where it has none, or where it cannot be loaded now. */
	readonly editionOf: (fiscalYear: number) => Promise<PlanEdition | undefined>;
	/** `YYYY-MM-DD` in Japan. */
	readonly today: () => string;
}

/** The summary of what is held of a year, without what the endpoint refused; undefined where no edition says what its □ are. */
export async function summaryOf(
	deps: SummaryDeps,
	store: RecordStore,
	enrolment: Enrolment,
	fiscalYear: number,
): Answered<Summary | undefined> {
	const edition = await deps.editionOf(fiscalYear).catch(() => undefined);
	if (!edition) return ok(undefined);
	const log = await store.readLog(fiscalYear);
	if (!log.ok) return fromStore(log.refusal);
	const waiting = await store.exchange.waiting();
	if (!waiting.ok) return fromStore(waiting.refusal);
	// The endpoint does not know them: a summary that names their counters would keep out every other device's.
	const refused = new Set(waiting.value.flatMap((each) => each.refused.map(({ id }) => id)));
	const fold = foldRecord(log.value.operations.filter(({ id }: Operation) => !refused.has(id)));
	const { municipality, code, name, schoolType, units } = enrolment.school;
	const profile = readProfile(fold) ?? { name, schoolType, units };
	return ok(summarise({ edition, school: { municipality, code }, fold, fiscalYear, today: deps.today(), profile }));
}

export interface SummarySending {
	readonly store: RecordStore;
	readonly routes: EndpointRoutes;
	readonly enrolment: Enrolment;
	readonly fiscalYear: number;
	readonly settled: LogSettled;
	/** What the endpoint has received last, as it told at the beginning of the pass. */
	readonly received: YearsAnswer['years'][number]['summary'];
}

/**
 * Sends the summary of a year whose log is settled, if the endpoint's is of another state. Answers whether it stands;
 * false where the endpoint's knows more: then pull first.
 */
export async function sendSummary(deps: SummaryDeps, sending: SummarySending): Answered<boolean> {
	const { store, routes, enrolment, fiscalYear, settled, received } = sending;
	if (settled.waiting || settled.extent.count === 0) return ok(true);
	if (received && sameVector(received.versionVector, settled.extent.versionVector)) {
		return note(sending, { receipt: received.receipt, at: received.receivedAt }, settled.extent.count);
	}
	const summary = await summaryOf(deps, store, enrolment, fiscalYear);
	if (!summary.ok) return summary;
	if (!summary.value) return ok(true);
	const answer = await routes.putSummary(fiscalYear, settled.epoch, summary.value);
	if (answer.ok) {
		const { receipt, receivedAt } = answer.value;
		return note(sending, { receipt, at: receivedAt }, summary.value.operations);
	}
	if (answer.refusal.reason === 'pullFirst') return ok(false);
	// The log was restored since: the next pass offers everything and comes back here.
	return answer.refusal.reason === 'resync' ? fail(faultOf('unsettled')) : answer;
}

/** Keeps a receipt that is news. */
async function note(
	{ store, fiscalYear }: SummarySending,
	{ receipt, at }: { receipt: string; at: string },
	operations: number,
): Answered<boolean> {
	const position = await store.exchange.position(fiscalYear);
	if (!position.ok) return fromStore(position.refusal);
	if (position.value.summary?.receipt === receipt) return ok(true);
	const noted = await store.exchange.noteSummary(fiscalYear, { receipt, at, operations });
	return noted.ok ? ok(true) : fromStore(noted.refusal);
}
