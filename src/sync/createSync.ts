import type { PlanEdition } from '../domain/plan/edition.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Enrolment } from '../store/exchangeStore.ts';
import type { RecordStore, StoreChange } from '../store/recordStore.ts';
import { createCaseReader } from './caseReader.ts';
import { type EndpointRoutes, routesAt } from './endpointRoutes.ts';
import type { Locks } from './exclusive.ts';
import { type Answered, fail, faultOf, fromStore } from './fault.ts';
import { createHeldLogs } from './heldLogs.ts';
import type { LogMemory } from './logDeps.ts';
import { measureLine } from './measure.ts';
import { enrolHere, leaveSchool, lookUpCode } from './membership.ts';
import { createPassRunner, endIfExpelled } from './passRunner.ts';
import type { RequestDeps, Timers } from './request.ts';
import { createSchedule, type Triggers } from './schedule.ts';
import { createStatusBoard, openStore } from './statusBoard.ts';
import { summaryOf } from './summaryExchange.ts';
import type { Sync } from './sync.ts';

/** Everything from outside. */
export interface SyncDeps {
	/** Loads the database's code when it is first needed. */
	readonly store: () => Promise<RecordStore>;
	readonly fetch: RequestDeps['fetch'];
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Milliseconds of a clock that never jumps, for measuring; `now` where there is none. */
	readonly elapsed?: () => number;
	/** 0 ≤ x < 1. */
	readonly random: () => number;
	readonly timers: Timers;
	/** `navigator.locks`; without it, two tabs do some work twice. */
	readonly locks?: Locks | undefined;
	readonly triggers: Triggers;
	/** `YYYY-MM-DD` in Japan. */
	readonly today: () => string;
	/** The edition that a year is recorded against; undefined or rejected where there is none now. */
	readonly editionOf: (fiscalYear: number) => Promise<PlanEdition | undefined>;
	readonly subtle: SubtleCrypto;
	/** Origin of the endpoint to enrol at; empty = the one that serves the site. */
	readonly endpoint: string;
	/** Told after operations of a year have come from the endpoint. */
	readonly onPulled?: (fiscalYear: number) => void;
}

interface Member {
	readonly store: RecordStore;
	readonly enrolment: Enrolment;
	readonly routes: EndpointRoutes;
}

/** The exchange of this device with its school's endpoint: sync.md, "The device's loop". */
export function createSync(deps: SyncDeps): Sync {
	const { timers, triggers, random, now } = deps;
	const memory: LogMemory = { held: createHeldLogs(), keptOut: new Map(), givenUp: new Map() };
	const board = createStatusBoard(deps.store, memory.held);
	const answered = () => board.contact(new Date(now()).toISOString());
	const requests: RequestDeps = { fetch: deps.fetch, timers, answered };
	const runner = createPassRunner({ ...deps, requests, memory, board, schedule: () => schedule });
	const schedule = createSchedule({
		...{ timers, triggers, random },
		waits: () => board.status().enrolment?.token !== undefined && board.status().waiting > 0,
		pass: (occasion) => void runner.run(occasion),
	});
	/** The endpoint to enrol at: nobody's token belongs there. */
	const strangers = routesAt(requests, { endpoint: deps.endpoint });
	let started = false;
	let unfollow: (() => void) | undefined;

	function heard(change: StoreChange): void {
		if (change.kind === 'rewritten') memory.held.forget(change.fiscalYear);
		// With another school every log is another one.
		if (change.kind === 'device') forgetAll();
		// What a pass brings is no reason for another; what a person writes during one may have come too late for it.
		const own = change.kind === 'operations' && change.here && (change.how === 'written' || !board.status().running);
		if (own) schedule.written();
		if (change.kind !== 'settings' && change.kind !== 'closed') void board.refresh();
	}

	function forgetAll(): void {
		memory.held.forget();
		memory.keptOut.clear();
		memory.givenUp.clear();
	}

	async function follow(): Promise<void> {
		const opened = await openStore(deps.store);
		if (opened.ok && started) unfollow ??= opened.value.onChange(heard);
		await board.refresh();
	}

	/** What only a device of the school may do. A device that turns out to be none any more is told so, for good. */
	async function asMember<Value>(work: (member: Member) => Answered<Value>): Promise<Result<Value>> {
		const opened = await openStore(deps.store);
		if (!opened.ok) return opened;
		const store = opened.value;
		const enrolment = await store.exchange.enrolment();
		if (!enrolment.ok) return fromStore(enrolment.refusal);
		if (enrolment.value?.token === undefined) return fail(faultOf('notEnrolled'));
		const { endpoint, token, school } = enrolment.value;
		const routes = routesAt(requests, { endpoint, token, school: school.code });
		const done = await work({ store, enrolment: enrolment.value, routes });
		if (done.ok) return done;
		await endIfExpelled({ store, now }, enrolment.value, done.refusal);
		await board.refresh();
		return done;
	}

	return {
		status: board.status,
		onChange: board.onChange,
		start() {
			if (started) return;
			started = true;
			void follow();
			schedule.start();
		},
		stop() {
			started = false;
			unfollow?.();
			unfollow = undefined;
			schedule.stop();
		},
		now: () => runner.run('asked'),
		lookUp: (code) => lookUpCode(strangers, code),
		async enrol(wish) {
			const opened = await openStore(deps.store);
			if (!opened.ok) return opened;
			const place = { store: opened.value, routes: strangers, endpoint: deps.endpoint };
			const enrolled = (await runner.alone(() => enrolHere(place, wish))) ?? fail(faultOf('otherTab'));
			if (!enrolled.ok) return enrolled;
			forgetAll();
			await board.refresh();
			await runner.run('asked');
			return enrolled;
		},
		invite: (role, purpose) => asMember(({ routes }) => routes.invite(role, purpose)),
		handoverInvitation: () =>
			asMember(async ({ routes }) => {
				const answer = await routes.handoverInvitation();
				return answer.ok ? ok(answer.value.invitation) : answer;
			}),
		endHandoverInvitation: () => asMember(({ routes }) => routes.endHandoverInvitation()),
		devices: () =>
			asMember(async ({ routes }) => {
				const answer = await routes.devices();
				return answer.ok ? ok(answer.value.devices) : answer;
			}),
		revoke: (id) => asMember(({ routes }) => routes.revoke(id)),
		async leave() {
			if (board.status().waiting > 0) await runner.run('asked');
			const left = await runner.alone(() =>
				asMember(({ store, routes, enrolment }) => leaveSchool({ store, routes, now }, enrolment)),
			);
			await board.refresh();
			return left ?? fail(faultOf('otherTab'));
		},
		async summary(fiscalYear) {
			const opened = await openStore(deps.store);
			const enrolment = opened.ok ? await opened.value.exchange.enrolment() : undefined;
			if (!opened.ok || !enrolment?.ok || !enrolment.value) return undefined;
			const summary = await summaryOf(deps, opened.value, enrolment.value, fiscalYear);
			return summary.ok ? summary.value : undefined;
		},
		measure: (measuring = {}) =>
			asMember(({ enrolment }) =>
				measureLine({ ...requests, now, random, elapsed: deps.elapsed ?? now }, enrolment, measuring),
			),
		cases: createCaseReader({ store: deps.store, now, asMember }),
		async offerRefused() {
			const opened = await openStore(deps.store);
			if (opened.ok && (await opened.value.exchange.offerRefused()).ok) schedule.written();
			await board.refresh();
		},
	};
}
