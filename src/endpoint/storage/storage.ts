import type { SchoolRow } from '../../domain/exchange/board.ts';
import type { BoardKey, PublicKey, RegisteredSchool } from '../../domain/exchange/enrolment.ts';
import type { LogState } from '../../domain/exchange/logs.ts';
import type { SchoolRole } from '../../domain/exchange/words.ts';
import type { Operation } from '../../domain/record/operation.ts';
import type { VersionVector } from '../../domain/record/versionVector.ts';

/**
 * What the endpoint keeps. One contract (`tests/endpoint/storage/contract.ts`) for SQLite and PostgreSQL. Every write
 * is durable when its promise resolves. Instants are ISO 8601 UTC and come from outside, as do ids and secrets; a
 * secret arrives as its SHA-256 (hex) and is never kept otherwise. Broken invariants throw; what can be expected is a value.
 */
export interface Storage {
	readonly logs: LogStorage;
	readonly summaries: SummaryStorage;
	readonly access: AccessStorage;
	readonly board: BoardStorage;
	/** Resolves where the database answers; rejects where it does not. */
	ping(): Promise<void>;
	close(): Promise<void>;
}

/** Key of a log. `municipality` leads every key of every table, so that a distributed PostgreSQL can split by it. */
export interface LogKey {
	readonly municipality: string;
	readonly school: string;
	readonly fiscalYear: number;
}

export type Appended =
	| {
			readonly outcome: 'appended';
			readonly epoch: string;
			readonly sequence: number;
			readonly added: number;
			readonly durableSequence: number;
	  }
	/** The epoch given is not the one that counts; nothing was stored. */
	| { readonly outcome: 'resync'; readonly epoch: string }
	/** These ids stand for other content here, or for two things in the batch; nothing was stored. */
	| { readonly outcome: 'fork'; readonly operations: readonly string[] }
	/** With these, the log would speak of more devices than a version vector may name; nothing was stored. */
	| { readonly outcome: 'tooManyDevices'; readonly operations: readonly string[] };

export interface LogPage extends LogState {
	readonly epoch: string;
	/** Operations as JSON text, byte for byte as they were stored, in the order of their numbers. */
	readonly operations: readonly string[];
	/** The number of the last one of the page, or `after` where there is none. */
	readonly next: number;
	readonly more: boolean;
}

export interface SummaryMark {
	readonly receipt: string;
	readonly receivedAt: string;
	readonly versionVector: VersionVector;
}

export interface LogStorage {
	/** Numbers and stores a batch in one transaction, behind every other writer of the log. Idempotent on (device, n). */
	append(log: LogKey, batch: { epoch: string; operations: readonly Operation[]; now: string }): Promise<Appended>;
	/** `resync` where the epoch given is not the one that counts or `after` lies beyond the log. */
	read(
		log: LogKey,
		from: { after: number; limit: number; epoch?: string | undefined },
	): Promise<LogPage | { readonly resync: string }>;
	/**
	 * Operations of the reviews of a year as JSON text, by school and in the order of their numbers; of one school where
	 * it is named. A few others may be among them.
	 */
	reviews(
		municipality: string,
		fiscalYear: number,
		school?: string,
	): Promise<readonly { readonly school: string; readonly body: string }[]>;
	/** Where the logs of a school stand, oldest year first, with what is known of their summaries. */
	years(
		municipality: string,
		school: string,
	): Promise<{ epoch: string; years: readonly (LogState & { summary: SummaryMark | null })[] }>;
}

export type SummaryKept =
	| { readonly outcome: 'kept'; readonly receipt: string; readonly receivedAt: string }
	| { readonly outcome: 'resync'; readonly epoch: string }
	| { readonly outcome: 'pullFirst' };

export interface SummaryStorage {
	/**
	 * Keeps a summary (JSON text) if its version vector dominates the stored one's. The very same text again gives the
	 * same receipt. Earlier summaries are replaced; the receipt's last number counts the replacements. `cases`: those of
	 * its cases that the school shares, once more as a JSON array, for `cases` below; without it, none.
	 */
	put(
		log: LogKey,
		summary: { epoch: string; versionVector: VersionVector; body: string; cases?: string; now: string },
	): Promise<SummaryKept>;
	get(log: LogKey): Promise<{ body: string; receipt: string; receivedAt: string } | undefined>;
	/**
	 * What the schools of a municipality share in a year, in the order of the school codes after `after`, without one
	 * school: as many schools as `bytes` (of JSON text, roughly) hold, one at least.
	 */
	cases(
		municipality: string,
		fiscalYear: number,
		page: { except: string; after: string; bytes: number },
	): Promise<{ schools: readonly SharedCases[]; next: string | null }>;
	/** Every school's summary of a year, in the order of the school codes. */
	ofYear(
		municipality: string,
		fiscalYear: number,
	): Promise<readonly { school: string; body: string; receivedAt: string }[]>;
}

/** What one school shares in a year. */
export interface SharedCases {
	readonly school: string;
	readonly name: string;
	readonly schoolType: SchoolRow['schoolType'];
	/** When they came as they are. */
	readonly receivedAt: string;
	/** JSON array, as it was stored. */
	readonly cases: string;
}

/** An enrolled device. */
export interface Device {
	readonly municipality: string;
	readonly school: string;
	readonly id: string;
	readonly label: string;
	readonly role: SchoolRole;
	readonly grants: SchoolRole;
	readonly keyId: string;
	readonly publicKey: PublicKey;
	readonly invitedBy: string | null;
	readonly enrolledAt: string;
	readonly lastContactAt: string | null;
	readonly revokedAt: string | null;
}

/** A one-time code that can still be used. */
export interface CodeFacts {
	readonly school: RegisteredSchool;
	/** null on the board's sheet. */
	readonly role: SchoolRole | null;
	readonly grants: SchoolRole;
	readonly expiresAt: string;
	/** The inviting device; null = the board. */
	readonly issuedBy: string | null;
}

export type CodeRefusal = 'unknownCode' | 'expiredCode' | 'usedCode';

export type CodePurpose = 'handover';

export interface NewCode {
	readonly hash: string;
	readonly municipality: string;
	readonly school: string;
	readonly role: SchoolRole | null;
	readonly grants: SchoolRole;
	readonly issuedBy: string | null;
	readonly issuedAt: string;
	readonly expiresAt: string;
	/** `handover`: the older one of the school ends with it, and it outlives the device that made it. */
	readonly purpose?: CodePurpose;
}

/** A school's invitation on paper that can still be used. */
export interface HandoverCode {
	readonly role: SchoolRole;
	readonly issuedBy: string;
	readonly issuedAt: string;
	readonly expiresAt: string;
}

export interface AccessStorage {
	addCode(code: NewCode): Promise<void>;
	handoverCode(municipality: string, school: string, now: string): Promise<HandoverCode | undefined>;
	/** Ends it, if there is one. */
	endHandoverCode(municipality: string, school: string, now: string): Promise<void>;
	/** `usedCode` also where the inviting device was revoked since. */
	lookUpCode(hash: string, now: string): Promise<CodeFacts | { readonly refusal: CodeRefusal }>;
	/**
	 * Uses a code up and enrols the device, in one transaction. The same installation (`installation`, the device id in
	 * its operations) may repeat it with the same code until it expires: its token is then replaced, its id stays.
	 */
	redeemCode(request: {
		readonly hash: string;
		readonly installation: string;
		readonly id: string;
		readonly tokenHash: string;
		readonly keyId: string;
		readonly publicKey: PublicKey;
		readonly role: SchoolRole;
		readonly label: string;
		readonly now: string;
	}): Promise<
		| { readonly device: Device; readonly school: RegisteredSchool; readonly epoch: string }
		| { readonly refusal: CodeRefusal | 'forbidden' }
	>;
	/** The device of a token, revoked ones too. */
	deviceOfToken(municipality: string, tokenHash: string): Promise<Device | undefined>;
	touch(device: Pick<Device, 'municipality' | 'id'>, now: string): Promise<void>;
	/** All devices of a school, revoked ones too, in the order of their enrolment. */
	devices(municipality: string, school: string): Promise<readonly Device[]>;
	/**
	 * False where the school has no such device. Revoking twice keeps the first time. With the device ends the sheet for
	 * the successor that it made, unless it leaves of itself (`leaving`): that is what happens in March.
	 */
	revoke(municipality: string, school: string, id: string, now: string, leaving?: boolean): Promise<boolean>;
}

export interface Account {
	readonly municipality: string;
	readonly municipalityName: string;
	readonly loginName: string;
	/** scrypt with its salt and cost, as `endpoint/access/password.ts` writes it. */
	readonly password: string;
}

/** The key that the board signs with. */
export interface BoardSigningKey extends BoardKey {
	/** `d` of the JWK. */
	readonly privateKey: string;
	readonly madeAt: string;
}

export interface BoardStorage {
	/** Whether any account exists; without one, the endpoint prints a setup link when it starts. */
	hasAccounts(): Promise<boolean>;
	addSetupSecret(hash: string, expiresAt: string): Promise<void>;
	/** Makes municipality and first account if the secret stands, in one transaction; the secret is then gone. */
	setUp(request: {
		readonly secretHash: string;
		readonly municipality: string;
		readonly epoch: string;
		readonly account: Omit<Account, 'municipality'>;
		readonly now: string;
	}): Promise<'made' | 'unknownSecret' | 'loginNameTaken'>;
	accountOf(loginName: string): Promise<Account | undefined>;
	addSession(session: { tokenHash: string; municipality: string; loginName: string; expiresAt: string }): Promise<void>;
	sessionOf(tokenHash: string, now: string): Promise<(Account & { expiresAt: string }) | undefined>;
	endSession(tokenHash: string): Promise<void>;
	putSchools(
		municipality: string,
		schools: readonly SchoolRow[],
		now: string,
	): Promise<{ added: number; changed: number; same: number }>;
	schools(municipality: string, now: string): Promise<readonly SchoolStanding[]>;
	/** Adds the codes; older unused codes of the board for these schools end. False where a school is not registered. */
	putCodes(codes: readonly NewCode[]): Promise<boolean>;
	/** Every key that the board ever signed with, without private halves. */
	keys(municipality: string): Promise<readonly BoardKey[]>;
	/** The key to sign with; where there is none, the one that `make` makes. Of two that come at once, both get the first. */
	signingKey(municipality: string, make: () => Promise<BoardSigningKey>): Promise<BoardSigningKey>;
}

export interface SchoolStanding extends SchoolRow {
	readonly devices: number;
	readonly lastContactAt: string | null;
	readonly codeExpiresAt: string | null;
	readonly summaryReceivedAt: string | null;
}
