import type { SignedPlace } from '../domain/exchange/signature.ts';
import type { Operation } from '../domain/record/operation.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { EndpointRoutes } from './endpointRoutes.ts';
import type { Answered } from './fault.ts';
import type { HeldLogs } from './heldLogs.ts';
import type { Sifted } from './reviewKeys.ts';

/** What outlives a pass, in this tab: the log as held, what was not taken, and what could not be settled. */
export interface LogMemory {
	readonly held: HeldLogs;
	/** Year → ids of operations of the endpoint's log that were not taken. */
	readonly keptOut: Map<number, Set<string>>;
	/** Year → the state in which a mismatch was given up, so that it is not pulled again every minute. */
	readonly givenUp: Map<number, string>;
}

export interface LogDeps {
	readonly store: RecordStore;
	readonly routes: EndpointRoutes;
	readonly memory: LogMemory;
	readonly sift: (operations: readonly Operation[], place: SignedPlace) => Answered<Sifted>;
	readonly place: SignedPlace;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Told how many operations a page has brought. */
	readonly received: (count: number) => void;
}

/** Requests of one kind that one pass makes for one log. */
export const mostRequests = 2_000;
