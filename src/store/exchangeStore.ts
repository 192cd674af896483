import type { PublicKey } from '../domain/exchange/enrolment.ts';
import type { SchoolRole } from '../domain/exchange/words.ts';
import type { SchoolType, SchoolUnit } from '../domain/plan/edition.ts';
import type { Operation } from '../domain/record/operation.ts';
import type { DeviceFacts, Stored, UnionCount } from './recordStore.ts';

/** A device's place at a school, as the endpoint gave it. Stays after a revocation, so that the record can be read and exported. */
export interface Enrolment {
	/** Origin of the endpoint; empty = the one that serves the site. */
	readonly endpoint: string;
	/** Absent once the device was revoked or has left. */
	readonly token?: string;
	/** The endpoint's name for this device. */
	readonly id: string;
	readonly keyId: string;
	readonly role: SchoolRole;
	readonly grants: SchoolRole;
	readonly school: {
		readonly municipality: string;
		readonly municipalityName: string;
		readonly code: string;
		readonly name: string;
		readonly schoolType: SchoolType;
		readonly units: readonly SchoolUnit[];
	};
	/** ISO 8601 UTC. */
	readonly enrolledAt: string;
	/** Why there is no token any more. */
	readonly ended?: { readonly at: string; readonly why: 'revoked' | 'left' };
}

/** How far a log is exchanged. */
export interface LogPosition {
	/** undefined before the first exchange. */
	readonly epoch?: string;
	/** Everything of the endpoint's log up to this number is here. */
	readonly cursor: number;
	/** The greatest number known of any operation that is here: nothing here lies above it once nothing waits. */
	readonly reach: number;
	/** Everything up to this number lies in a backup of the endpoint. */
	readonly durableSequence: number;
	/** The last acknowledgement of something sent: number and ISO time of this device. */
	readonly arrived?: { readonly sequence: number; readonly at: string };
	/** The summary last received: 受付番号, ISO time of the endpoint, and the number of operations it was made from. */
	readonly summary?: { readonly receipt: string; readonly at: string; readonly operations: number };
}

/** An operation that the endpoint will not take; kept here, told in words, not sent again by itself. */
export interface Refused {
	readonly id: string;
	readonly reason: string;
	readonly sentence: string;
}

export interface Waiting {
	readonly fiscalYear: number;
	/** Operations that the endpoint is not known to have, without the refused. */
	readonly count: number;
	readonly refused: readonly Refused[];
}

/** The device's keys for signing reviews; the private half cannot be exported. */
export interface SigningKey {
	readonly keyId: string;
	readonly publicKey: PublicKey;
	readonly privateKey: CryptoKey;
}

/**
 * What the exchange with the endpoint keeps on the device. Every operation that was not pulled waits until it is
 * acknowledged: written in the same transaction as the operation itself, so that nothing can be forgotten in between.
 */
export interface ExchangeStore {
	enrolment(): Stored<Enrolment | undefined>;
	/**
	 * Puts the device into its school. `adopt` moves what was recorded before in a trial into the school's log, where it
	 * waits to be sent; else it stays on the device under its old name. What was tried out of the review stays there in
	 * any case: nobody's key signed it. Positions of that school's logs from an earlier enrolment are forgotten: the whole
	 * log is pulled and everything held is offered, the refused too. The device's post becomes the enrolment's role; its
	 * identity and counter stay.
	 */
	enrol(enrolment: Enrolment, options: { readonly adopt: boolean }): Stored<DeviceFacts>;
	/** Replaces what is kept of the enrolment (new names, an end). The record stays. */
	putEnrolment(enrolment: Enrolment): Stored<void>;
	/** Fiscal years in which something waits or was refused, oldest first. */
	waiting(): Stored<readonly Waiting[]>;
	/** The next operations to send, oldest first: at most so many, and so many bytes of JSON; one alone may be larger. */
	nextBatch(fiscalYear: number, bounds: { operations: number; bytes: number }): Stored<readonly Operation[]>;
	/**
	 * These stand at the endpoint now. `reach` rises; an operation written meanwhile goes on waiting. An answer under
	 * another epoch than the position's acknowledges nothing (see `offerAll`).
	 */
	acknowledge(
		fiscalYear: number,
		operations: readonly Operation[],
		answer: { epoch: string; sequence: number; durableSequence: number; at: string },
	): Stored<void>;
	/** The endpoint will not take these. */
	markRefused(fiscalYear: number, refused: readonly Refused[]): Stored<void>;
	/** A person asks to send the refused again. */
	offerRefused(): Stored<void>;
	position(fiscalYear: number): Stored<LogPosition>;
	/**
	 * A page of the endpoint's log: union and cursor in one transaction. What is pulled does not wait (any more). Under
	 * another epoch than the position's it is taken in like a file: what is new waits, the cursor stays (see `offerAll`).
	 */
	take(
		fiscalYear: number,
		operations: readonly Operation[],
		at: { epoch: string; cursor: number; sequence: number; durableSequence: number },
	): Stored<UnionCount>;
	/**
	 * Everything of the log waits again and is pulled from 0, under this epoch; what is refused stays refused, and what was
	 * known of arrival, backup and summary is forgotten. For a restored endpoint: the only way from one epoch to another.
	 */
	offerAll(fiscalYear: number, epoch: string): Stored<void>;
	/** The cursor goes back to 0: pull again, without offering. */
	rewind(fiscalYear: number): Stored<void>;
	/** A backup of the endpoint covers so much. Under another epoch than the position's it says nothing. */
	noteDurable(fiscalYear: number, durableSequence: number, epoch?: string): Stored<void>;
	noteSummary(fiscalYear: number, summary: NonNullable<LogPosition['summary']>): Stored<void>;
	/**
	 * Another copy of this profile wrote under the same ids. These operations (and, if any is this installation's own,
	 * everything of its that still waits and never stood at the endpoint) are issued again under an identity that nobody
	 * else has: same edit, new id, `replaces` following; the old ones leave the log. So is whatever never stood there and
	 * names one of them in `replaces`: an operation whose content changes is another operation. What others signed cannot
	 * be issued again here and is marked refused (`foreignSignature`). Announced as a `rewritten` change: a record held in
	 * memory is to be read afresh. In one transaction; asked twice, the second time issues nothing.
	 */
	issueAgain(fiscalYear: number, forked: readonly string[]): Stored<{ readonly issued: number }>;
	/** This device's key, made once. Refused (`signingUnavailable`) where the browser cannot sign. */
	signingKey(): Stored<SigningKey>;
}
