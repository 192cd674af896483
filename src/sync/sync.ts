import type { SchoolCases } from '../domain/exchange/cases.ts';
import type { CodeMeaning, DeviceEntry, HandoverInvitation, InvitationAnswer } from '../domain/exchange/enrolment.ts';
import type { SchoolRole } from '../domain/exchange/words.ts';
import type { Measurement } from '../domain/record/measurement.ts';
import type { Result } from '../domain/result.ts';
import type { Summary } from '../domain/summary/schema.ts';
import type { Enrolment, Refused } from '../store/exchangeStore.ts';

/** What is known of the exchange, for people. Nothing here is stored: it follows from the store and the last pass. */
export interface SyncStatus {
	/** Absent before the device is enrolled, and until the store has answered. */
	readonly enrolment?: Enrolment;
	/** The store has answered. */
	readonly known: boolean;
	/** A pass is under way. */
	readonly running: boolean;
	/** Operations pulled in the pass under way, also in the first one after enrolling. */
	readonly received?: number;
	/** Operations that wait to be sent, over all years. */
	readonly waiting: number;
	readonly refused: readonly Refused[];
	/** The last time everything that was here stood at the endpoint: ISO time and 受付番号 of the log. */
	readonly arrived?: { readonly at: string; readonly receipt: string };
	/** The summary last received by the board. */
	readonly summary?: { readonly at: string; readonly receipt: string };
	/** The school has seen and agreed to what the summary says; until then none is sent. */
	readonly summaryAgreed: boolean;
	/** The endpoint last answered: ISO time of this device. */
	readonly contactAt?: string;
	/** Why the last pass did not go through; absent while offline is all there is to say. */
	readonly trouble?: { readonly reason: string; readonly sentence: string };
	/** The last pass found no connection. Normal, not an error. */
	readonly offline: boolean;
	/** 「この端末は返却できます」: nothing waits, nothing is refused, and everything lies in a backup of the endpoint. */
	readonly returnable: boolean;
}

/** What is being measured now. */
export type MeasuringStep = 'roundTrip' | 'download' | 'upload';

export interface Measuring {
	/** Aborting it ends the measurement; nothing is kept of it. */
	readonly signal?: AbortSignal;
	readonly onStep?: (step: MeasuringStep) => void;
}

/** What the other schools of the municipality share in a year. */
export interface CityCases {
	readonly schools: readonly SchoolCases[];
	/** ISO time of this device at which it was read. */
	readonly readAt: string;
	/** Read just now; else the copy of the last time. */
	readonly current: boolean;
}

export type SyncRefused<Value> = Promise<Result<Value>>;

/** The exchange of this device with its school's endpoint. */
export interface Sync {
	status(): SyncStatus;
	onChange(listener: () => void): () => void;
	/** Begins to listen to its triggers and makes the first pass. */
	start(): void;
	stop(): void;
	/** A pass now, or the one under way; resolves when it has ended. Never rejects. */
	now(): Promise<void>;
	/** What a typed or scanned code is for. */
	lookUp(code: string): SyncRefused<CodeMeaning>;
	/** Enrols this device and pulls the school's record. `adopt`: what was tried out here goes into the school's record. */
	enrol(request: { code: string; role: SchoolRole; label: string; adopt: boolean }): SyncRefused<Enrolment>;
	/** `handover`: on the sheet for the successor, still good in April. */
	invite(role: SchoolRole, purpose?: 'handover'): SyncRefused<InvitationAnswer>;
	/** The school's invitation on paper that can still be used; null where there is none. */
	handoverInvitation(): SyncRefused<HandoverInvitation | null>;
	endHandoverInvitation(): SyncRefused<void>;
	devices(): SyncRefused<readonly DeviceEntry[]>;
	revoke(id: string): SyncRefused<void>;
	/** Takes this device out of the school: refused while anything waits. The record stays here and can be exported. */
	leave(): SyncRefused<void>;
	/** Exactly the summary that would be sent now for a year; undefined where the school is not known yet. */
	summary(fiscalYear: number): Promise<Summary | undefined>;
	/** Measures the line to the endpoint, once, in ten seconds and eight megabytes each way at most. Only ever asked for by a person. */
	measure(measuring?: Measuring): SyncRefused<Measurement>;
	/** The other schools' shared cases of a year; undefined where they were never read and cannot be now. */
	cases(fiscalYear: number): Promise<CityCases | undefined>;
	/** The refused are offered again at the next pass. */
	offerRefused(): Promise<void>;
}
