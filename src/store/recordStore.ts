import type { Author, Edit, Json, Operation } from '../domain/record/operation.ts';
import type { Refusal, Result } from '../domain/result.ts';
import type { ExchangeStore } from './exchangeStore.ts';

/** Why the device could not keep or read something. Each has its sentence in `refusals.ts`. */
export type StoreReason =
	| 'quotaExceeded'
	| 'connectionLost'
	| 'blockedUpgrade'
	| 'databaseClosed'
	/** The page was left in the middle. */
	| 'pageLeft'
	| 'storageRefused'
	| 'newerDatabase'
	/** No key to sign with, or a browser that cannot sign (a page without https). */
	| 'signingUnavailable'
	| 'unknown';

export type StoreRefusal = Refusal<StoreReason>;
export type Stored<Value> = Promise<Result<Value, StoreRefusal>>;

/** What the device knows of itself. */
export interface DeviceFacts {
	/** 128 random bits as hex, minted once; replaced when another copy of this profile turns up. */
	readonly device: string;
	/** The counter of the next operation. */
	readonly counter: number;
	/** `local-<hex>` until the device is enrolled at a school. */
	readonly school: string;
	readonly author: Author;
}

export interface LogSlice {
	/** In the order the device came to know them. */
	readonly operations: Operation[];
	/** Pass to `readSince` to get what came after. */
	readonly position: number;
}

export interface UnionCount {
	readonly added: number;
	/** Operations that stood here word for word already, or came twice in one batch. */
	readonly known: number;
}

/** Something happened to what is stored. `here` = through this store object, not in another tab. */
export type StoreChange =
	/** `written` by `commit`, whose caller has them; `arrived` from a file or the endpoint. What waits may have changed too. */
	| {
			readonly kind: 'operations';
			readonly fiscalYear: number;
			readonly how: 'written' | 'arrived';
			readonly here: boolean;
	  }
	| { readonly kind: 'settings'; readonly key: string; readonly here: boolean }
	/** Identity, post or school. With another school every log is another one. */
	| { readonly kind: 'device'; readonly here: boolean }
	/** Operations have left the log for others that say the same: a record held in memory is to be read afresh. */
	| { readonly kind: 'rewritten'; readonly fiscalYear: number; readonly here: boolean }
	/** The enrolment, what waits, or how far a log is exchanged. */
	| { readonly kind: 'exchange'; readonly here: boolean }
	/** The connection was given up, for instance to a newer version in another tab. */
	| { readonly kind: 'closed'; readonly refusal: StoreRefusal }
	/** An upgrade that another tab had blocked has gone through. */
	| { readonly kind: 'opened' };

/** What the browser says of the room we have. `undefined` and `'unknown'` where it does not say. */
export interface StorageFacts {
	readonly persisted: boolean | 'unknown';
	readonly usage: number | undefined;
	readonly quota: number | undefined;
}

/**
 * The device's keeping of records. Every call answers with a value or a refusal; a refused call has written nothing,
 * and its edits may be handed in again. Hand in the same array: if the browser lost its answer after the write, the
 * write is recognised and not made twice.
 */
export interface RecordStore {
	/** Connects, and mints the device's identity the first time. Also the way back after a refusal. */
	open(): Stored<DeviceFacts>;
	readLog(fiscalYear: number): Stored<LogSlice>;
	readSince(fiscalYear: number, position: number): Stored<LogSlice>;
	/** Fiscal years that have operations, oldest first. */
	years(): Stored<number[]>;
	/** Turns edits into operations of this device and keeps them, in one transaction. */
	commit(fiscalYear: number, edits: readonly Edit[], by?: Author): Stored<Operation[]>;
	/** Takes in operations from a backup or from elsewhere. Doing it twice changes nothing. */
	union(fiscalYear: number, operations: readonly Operation[]): Stored<UnionCount>;
	/** Hears of changes made here and in other tabs. Returns the way to stop listening. */
	onChange(listener: (change: StoreChange) => void): () => void;
	getSetting(key: string): Stored<Json | undefined>;
	putSetting(key: string, value: Json): Stored<void>;
	setAuthor(author: Author): Stored<DeviceFacts>;
	storageFacts(): Promise<StorageFacts>;
	/** Asks the browser never to evict this site's storage; answers what it decided. */
	askPersistence(): Promise<boolean | 'unknown'>;
	readonly exchange: ExchangeStore;
	/**
	 * The page is being left and may be kept asleep: every transaction is ended, now, and the connection closed, for a
	 * transaction that falls asleep with its page locks all others out. Writes of `commit`, `union` and the exchange are
	 * refused (`pageLeft`) until the page is back, as is what was under way; everything else waits and is done then.
	 */
	leave(): void;
	/** The page is shown again. */
	comeBack(): void;
	close(): void;
}
