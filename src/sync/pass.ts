import type { YearsAnswer } from '../domain/exchange/logs.ts';
import { FiscalYearNumber } from '../domain/exchange/words.ts';
import { fiscalYearOf } from '../domain/plan/fiscalYear.ts';
import { ok } from '../domain/result.ts';
import type { Enrolment } from '../store/exchangeStore.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { EndpointRoutes } from './endpointRoutes.ts';
import { type Answered, type Fault, fromStore } from './fault.ts';
import type { LogDeps, LogMemory } from './logDeps.ts';
import { exchangeLog, type LogSettled } from './logExchange.ts';
import { createReviewKeys } from './reviewKeys.ts';
import { readAgreement } from './standing.ts';
import { type SummaryDeps, sendSummary } from './summaryExchange.ts';

export interface PassDeps extends SummaryDeps {
	readonly store: RecordStore;
	readonly enrolment: Enrolment;
	readonly routes: EndpointRoutes;
	readonly memory: LogMemory;
	readonly subtle: SubtleCrypto;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Told after every page that brought something. */
	readonly received: (fiscalYear: number, count: number) => void;
}

export interface PassEnd {
	/** What could not be done for one log; the others went on. */
	readonly trouble?: Fault;
}

type ToldYear = YearsAnswer['years'][number];

/** Faults of one log that leave the others as they are; any other ends the pass. */
const ofOneLog = ['mismatch', 'unsettled', 'resync', 'fork', 'pullFirst'];

/** One exchange of everything: every year's log, the current year's first, and the summaries that the school has agreed to. */
export async function makePass(deps: PassDeps): Answered<PassEnd> {
	const told = await deps.routes.years();
	if (!told.ok) return told;
	const { epoch, years } = told.value;
	const listed = await yearsToExchange(deps, years);
	if (!listed.ok) return listed;
	const sift = createReviewKeys({ subtle: deps.subtle, devices: deps.routes.devices });
	let trouble: Fault | undefined;
	for (const fiscalYear of listed.value) {
		const state = years.find((each) => each.fiscalYear === fiscalYear);
		const settled = await exchangeYear(deps, { sift, epoch, state, fiscalYear });
		if (!settled.ok && !ofOneLog.includes(settled.refusal.reason)) return settled;
		trouble ??= settled.ok ? settled.value.trouble : settled.refusal;
	}
	return ok(trouble ? { trouble } : {});
}

/** Years held here and years of the endpoint: the current one first, then the latest. */
async function yearsToExchange({ store, today }: PassDeps, told: readonly ToldYear[]): Answered<readonly number[]> {
	const held = await store.years();
	if (!held.ok) return fromStore(held.refusal);
	const known = new Set([...held.value, ...told.map(({ fiscalYear }) => fiscalYear)]);
	const current = fiscalYearOf(today());
	const latestFirst = [...known].filter((year) => FiscalYearNumber.safeParse(year).success).sort((a, b) => b - a);
	return ok(latestFirst.sort((a, b) => Number(b === current) - Number(a === current)));
}

interface YearWork {
	readonly sift: LogDeps['sift'];
	readonly epoch: string;
	readonly state: ToldYear | undefined;
	readonly fiscalYear: number;
}

/** A log, then its summary; both again, once, where the endpoint's summary knows something that came meanwhile. */
async function exchangeYear(deps: PassDeps, { sift, epoch, state, fiscalYear }: YearWork): Answered<LogSettled> {
	const { store, enrolment, routes, memory, now } = deps;
	const { municipality, code } = enrolment.school;
	const log: LogDeps = {
		...{ store, routes, memory, sift, now },
		place: { municipality, school: code, fiscalYear },
		received: (count) => deps.received(fiscalYear, count),
	};
	let settled = await exchangeLog(log, { epoch, state });
	for (let attempt = 0; attempt < 2 && settled.ok; attempt += 1) {
		const agreed = await readAgreement(store, memory.held);
		if (!agreed.ok) return agreed;
		if (!agreed.value) return settled;
		const received = state?.summary ?? null;
		const sent = await sendSummary(deps, { store, routes, enrolment, fiscalYear, settled: settled.value, received });
		if (!sent.ok) return sent;
		if (sent.value) return settled;
		settled = await exchangeLog(log, { epoch: settled.value.epoch, state: undefined });
	}
	return settled;
}
