import { foldRecord } from '../domain/record/fold.ts';
import { ok } from '../domain/result.ts';
import type { LogPosition } from '../store/exchangeStore.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { type Answered, fromStore } from './fault.ts';
import type { HeldLogs } from './heldLogs.ts';
import type { SyncStatus } from './sync.ts';

/** What the store says of the exchange: the part of the status that outlives a pass. */
export type Standing = Pick<
	SyncStatus,
	'enrolment' | 'waiting' | 'refused' | 'arrived' | 'summary' | 'summaryAgreed' | 'returnable'
>;

/** Reads how this device stands with its endpoint. */
export async function readStanding(store: RecordStore, held: HeldLogs): Answered<Standing> {
	const enrolment = await store.exchange.enrolment();
	if (!enrolment.ok) return fromStore(enrolment.refusal);
	const waiting = await store.exchange.waiting();
	if (!waiting.ok) return fromStore(waiting.refusal);
	const refused = waiting.value.flatMap((each) => each.refused);
	const count = waiting.value.reduce((sum, each) => sum + each.count, 0);
	if (!enrolment.value) return ok({ waiting: 0, refused, summaryAgreed: false, returnable: false });
	const positions = await readPositions(store);
	if (!positions.ok) return positions;
	const agreed = await readAgreement(store, held);
	if (!agreed.ok) return agreed;
	const covered = positions.value.every(({ epoch, reach, durableSequence }) => epoch && reach <= durableSequence);
	return ok({
		enrolment: enrolment.value,
		waiting: count,
		refused,
		...lastArrival(positions.value),
		...lastSummary(positions.value),
		summaryAgreed: agreed.value,
		returnable: count === 0 && refused.length === 0 && covered,
	});
}

interface YearPosition extends LogPosition {
	readonly fiscalYear: number;
}

async function readPositions(store: RecordStore): Answered<readonly YearPosition[]> {
	const years = await store.years();
	if (!years.ok) return fromStore(years.refusal);
	const positions: YearPosition[] = [];
	for (const fiscalYear of years.value) {
		const position = await store.exchange.position(fiscalYear);
		if (!position.ok) return fromStore(position.refusal);
		positions.push({ ...position.value, fiscalYear });
	}
	return ok(positions);
}

const latestFirst = (a: { readonly at: string }, b: { readonly at: string }): number => (a.at < b.at ? 1 : -1);

function lastArrival(positions: readonly YearPosition[]): Pick<Standing, 'arrived'> {
	const arrivals = positions.flatMap(({ arrived, fiscalYear }) =>
		arrived ? [{ at: arrived.at, receipt: `${fiscalYear}-${arrived.sequence}` }] : [],
	);
	const [latest] = arrivals.sort(latestFirst);
	return latest ? { arrived: latest } : {};
}

function lastSummary(positions: readonly YearPosition[]): Pick<Standing, 'summary'> {
	const summaries = positions.flatMap(({ summary }) => (summary ? [{ at: summary.at, receipt: summary.receipt }] : []));
	const [latest] = summaries.sort(latestFirst);
	return latest ? { summary: latest } : {};
}

/**
 * Whether the school has agreed that its summary goes: said in any year's log, and there by nobody otherwise. Any
 * device of the school may say it, for the school.
 */
export async function readAgreement(store: RecordStore, held: HeldLogs): Answered<boolean> {
	const years = await store.years();
	if (!years.ok) return fromStore(years.refusal);
	for (const fiscalYear of years.value) {
		const log = await held.of(store, fiscalYear);
		if (!log.ok) return fromStore(log.refusal);
		const heads = foldRecord(log.value.agreement).heads('school', 'summaryAgreed');
		if (heads.length > 0 && heads.every(({ value }) => value === true)) return ok(true);
	}
	return ok(false);
}
