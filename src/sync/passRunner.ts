import { ok, type Result } from '../domain/result.ts';
import type { Enrolment } from '../store/exchangeStore.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { routesAt } from './endpointRoutes.ts';
import { exclusively, type Locks } from './exclusive.ts';
import { type Answered, type Fault, fail, faultOf, fromStore } from './fault.ts';
import type { LogMemory } from './logDeps.ts';
import { endEnrolment } from './membership.ts';
import { makePass, type PassEnd } from './pass.ts';
import type { RequestDeps } from './request.ts';
import type { Occasion, Schedule, Triggers } from './schedule.ts';
import { openStore, type StatusBoard } from './statusBoard.ts';
import type { SummaryDeps } from './summaryExchange.ts';

export interface RunnerDeps extends SummaryDeps {
	readonly store: () => Promise<RecordStore>;
	readonly requests: RequestDeps;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly memory: LogMemory;
	readonly subtle: SubtleCrypto;
	readonly locks?: Locks | undefined;
	readonly triggers: Pick<Triggers, 'isOnline'>;
	readonly board: StatusBoard;
	/** Read late: the schedule asks for passes, and is told of their ends. */
	readonly schedule: () => Pick<Schedule, 'ended' | 'resting'>;
	readonly onPulled?: ((fiscalYear: number) => void) | undefined;
}

export interface PassRunner {
	/** A pass, or the one under way; resolves when it has ended. Never rejects. */
	run(occasion: Occasion): Promise<void>;
	/** Work during which no pass may be under way, in any tab; undefined where another tab does not come to an end. */
	alone<Value>(work: () => Promise<Value>): Promise<Value | undefined>;
}

/** `idle`: there is nobody to exchange with, or another tab is at it. */
type Run = Result<PassEnd | 'idle', Fault>;

/** One thing at a time in this tab, and one pass at a time in all tabs. */
export function createPassRunner(deps: RunnerDeps): PassRunner {
	const { requests, board, locks } = deps;
	let tail: Promise<unknown> = Promise.resolve();
	let underWay: Promise<void> | undefined;

	function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
		const done = tail.then(work);
		tail = done.catch(() => undefined);
		return done;
	}

	async function pass(occasion: Occasion): Promise<void> {
		if (deps.schedule().resting()) return;
		const run = await attempt(deps, occasion).catch(unforeseen);
		const fault = run.ok ? (run.value === 'idle' ? undefined : run.value.trouble) : run.refusal;
		const standing = await board.refresh();
		board.ended(fault);
		const waits = standing.ok && standing.value.enrolment?.token !== undefined && standing.value.waiting > 0;
		deps.schedule().ended({
			failed: !run.ok,
			more: run.ok && run.value !== 'idle' && !run.value.trouble && waits,
			retryAfter: run.ok ? undefined : run.refusal.retryAfter,
		});
	}

	return {
		run(occasion) {
			underWay ??= inTurn(() => pass(occasion)).finally(() => {
				underWay = undefined;
			});
			return underWay;
		},
		alone: (work) => inTurn(() => exclusively(locks, requests.timers, { wait: true }, work)),
	};
}

async function attempt(deps: RunnerDeps, occasion: Occasion): Promise<Run> {
	const opened = await openStore(deps.store);
	if (!opened.ok) return opened;
	const before = await opened.value.exchange.enrolment();
	if (!before.ok) return fromStore(before.refusal);
	if (before.value?.token === undefined) return ok('idle');
	if (occasion === 'timed' && !deps.triggers.isOnline()) return fail(faultOf('offline'));
	deps.board.begun();
	const wait = occasion === 'asked';
	const run = await exclusively(deps.locks, deps.requests.timers, { wait }, () => exchange(deps, opened.value));
	return run ?? ok('idle');
}

async function exchange(deps: RunnerDeps, store: RecordStore): Promise<Run> {
	// Read inside the lock: another tab may have enrolled the device elsewhere a moment ago.
	const enrolment = await store.exchange.enrolment();
	if (!enrolment.ok) return fromStore(enrolment.refusal);
	if (enrolment.value?.token === undefined) return ok('idle');
	const { endpoint, token, school } = enrolment.value;
	const end = await makePass({
		...deps,
		...{ store, enrolment: enrolment.value },
		routes: routesAt(deps.requests, { endpoint, token, school: school.code }),
		received(fiscalYear, count) {
			deps.board.received(count);
			deps.onPulled?.(fiscalYear);
		},
	});
	if (!end.ok) await endIfExpelled({ store, now: deps.now }, enrolment.value, end.refusal);
	return end;
}

/** A token that counts no more ends the enrolment; the record stays. */
export async function endIfExpelled(
	place: { store: RecordStore; now: () => number },
	enrolment: Enrolment,
	fault: Fault,
): Answered<void> {
	const expelled = fault.status === 401 && (fault.reason === 'revoked' || fault.reason === 'unauthorised');
	return expelled ? endEnrolment(place, enrolment, 'revoked') : ok(undefined);
}

/** A broken invariant stops the pass, is told, and is still an error for whoever watches for errors. */
function unforeseen(error: unknown): Run {
	queueMicrotask(() => {
		throw error;
	});
	return fail(faultOf('unforeseen'));
}
