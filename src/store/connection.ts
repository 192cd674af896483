import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { Stored, StoreRefusal } from './recordStore.ts';
import { detailOf, reasonOf, refusalOf, StoreFailure } from './refusals.ts';
import { describeDatabase, type MasumeDatabase } from './schema.ts';
import { abortAll } from './transaction.ts';

/** What a connection needs. Both are read when opening, because reading `indexedDB` itself can throw. */
export interface ConnectionDeps {
	readonly indexedDB: IDBFactory | null | undefined;
	readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
}

export interface ConnectionEvents {
	/** Given up to a newer version, or to a deletion, in another tab. */
	gaveWay(refusal: StoreRefusal): void;
	/** The upgrade that was blocked has gone through. */
	unblocked(): void;
}

export interface Connection {
	/**
	 * Runs work on an open database; reopens once and runs it again where the connection was lost. Refused where the page
	 * is left meanwhile: whoever asked decides whether it is still right when the page is back.
	 */
	run<Value>(work: Work<Value>): Stored<Value>;
	/** As `run`, for what is right whenever it is done: where the page is left, it is done when the page is back. */
	runWhenShown<Value>(work: Work<Value>): Stored<Value>;
	/** Aborts what is under way and closes; nothing runs until `comeBack`. */
	leave(): void;
	comeBack(): void;
	/** Lets `run` connect again after `close` or after giving way. */
	allow(): void;
	close(): void;
}

type Work<Value> = (database: MasumeDatabase) => PromiseLike<Value>;

const failed = (refusal: StoreRefusal): Result<never, StoreRefusal> => ({ ok: false, refusal });

function describe(deps: ConnectionDeps): MasumeDatabase {
	const factory = deps.indexedDB;
	if (!factory) throw new StoreFailure('storageRefused');
	return describeDatabase(factory, deps.IDBKeyRange);
}

/** Dexie opens a database of a newer version as it is. We don't: its rules may be ones that this version breaks. */
function refuseNewer(database: MasumeDatabase): void {
	database.on(
		'ready',
		() => {
			if (Math.floor(database.backendDB().version / 10) > database.verno) throw new StoreFailure('newerDatabase');
		},
		true,
	);
}

/** Opening fails for other reasons than a transaction does: an InvalidStateError here is a browser that keeps nothing. */
function openingFailure(error: unknown): unknown {
	return detailOf(error) === 'InvalidStateError' ? new StoreFailure('storageRefused') : error;
}

/** The time between leaving the page and coming back to it. */
interface Away {
	readonly over: Promise<void>;
	end(): void;
}

function untilBack(): Away {
	let end = (): void => {};
	const over = new Promise<void>((resolve) => {
		end = resolve;
	});
	return { over, end: () => end() };
}

interface Attempt {
	readonly database: MasumeDatabase;
	readonly ready: Promise<void>;
}

/** The one place that opens, loses, regains and gives up the database. */
export function createConnection(deps: ConnectionDeps, events: ConnectionEvents): Connection {
	let current: Attempt | undefined;
	let forbidden: StoreRefusal | undefined;
	let away: Away | undefined;
	/** Counts how often the page was left: work that was begun before is not gone on with after. */
	let leavings = 0;

	/** Only if it is still the one in use: of two callers that lost one connection, the slower must not close the new one. */
	function giveUp(database: MasumeDatabase): void {
		if (current?.database !== database) return;
		current = undefined;
		database.close();
	}

	function giveWay(database: MasumeDatabase): void {
		const inUse = current?.database === database;
		giveUp(database);
		database.close();
		if (!inUse) return;
		forbidden = refusalOf('databaseClosed');
		events.gaveWay(forbidden);
	}

	/** While another tab blocks us the opening goes on in the background; everybody who asks meanwhile is refused. */
	function connect(): Attempt {
		const database = describe(deps);
		refuseNewer(database);
		database.on('versionchange', () => {
			giveWay(database);
			return false;
		});
		const ready = new Promise<void>((resolve, reject) => {
			let blocked = false;
			database.on('blocked', () => {
				blocked = true;
				reject(new StoreFailure('blockedUpgrade'));
				return false;
			});
			database.open().then(
				() => {
					resolve();
					if (!blocked || current?.database !== database) return;
					current = { database, ready: Promise.resolve() };
					events.unblocked();
				},
				(error: unknown) => {
					giveUp(database);
					reject(openingFailure(error));
				},
			);
		});
		return { database, ready };
	}

	async function once<Value>(work: Work<Value>): Stored<Value> {
		let opened: MasumeDatabase | undefined;
		const begun = leavings;
		try {
			if (away) return failed(refusalOf('pageLeft'));
			current ??= connect();
			const { database, ready } = current;
			await ready;
			opened = database;
			if (begun !== leavings) return failed(refusalOf('pageLeft'));
			return ok(await work(database));
		} catch (error) {
			const reason = reasonOf(error);
			if (reason !== undefined && begun !== leavings) return failed(refusalOf('pageLeft'));
			if (forbidden) return failed(forbidden);
			if (reason === undefined) throw error;
			if (reason === 'connectionLost' && opened) giveUp(opened);
			return failed(refusalOf(reason, reason === 'unknown' ? detailOf(error) : undefined));
		}
	}

	async function run<Value>(work: Work<Value>): Stored<Value> {
		if (forbidden) return failed(forbidden);
		const first = await once(work);
		if (first.ok || first.refusal.reason !== 'connectionLost') return first;
		return once(work);
	}

	return {
		run,
		async runWhenShown(work) {
			for (;;) {
				await away?.over;
				const done = await run(work);
				if (done.ok || done.refusal.reason !== 'pageLeft') return done;
			}
		},
		leave() {
			if (away) return;
			leavings += 1;
			away = untilBack();
			if (!current) return;
			abortAll(current.database);
			giveUp(current.database);
		},
		comeBack() {
			away?.end();
			away = undefined;
		},
		allow() {
			forbidden = undefined;
		},
		close() {
			forbidden = refusalOf('databaseClosed');
			if (current) giveUp(current.database);
		},
	};
}
