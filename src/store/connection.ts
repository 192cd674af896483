import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { Stored, StoreRefusal } from './recordStore.ts';
import { detailOf, reasonOf, refusalOf, StoreFailure } from './refusals.ts';
import { describeDatabase, type MasumeDatabase } from './schema.ts';

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
	/** Runs work on an open database; reopens once and runs it again where the connection was lost. */
	run<Value>(work: (database: MasumeDatabase) => PromiseLike<Value>): Stored<Value>;
	/** Lets `run` connect again after `close` or after giving way. */
	allow(): void;
	close(): void;
}

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

interface Attempt {
	readonly database: MasumeDatabase;
	readonly ready: Promise<void>;
}

/** The one place that opens, loses, regains and gives up the database. */
export function createConnection(deps: ConnectionDeps, events: ConnectionEvents): Connection {
	let current: Attempt | undefined;
	let forbidden: StoreRefusal | undefined;

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

	async function once<Value>(work: (database: MasumeDatabase) => PromiseLike<Value>): Stored<Value> {
		let opened: MasumeDatabase | undefined;
		try {
			current ??= connect();
			const { database, ready } = current;
			await ready;
			opened = database;
			return ok(await work(database));
		} catch (error) {
			if (forbidden) return failed(forbidden);
			const reason = reasonOf(error);
			if (reason === undefined) throw error;
			if (reason === 'connectionLost' && opened) giveUp(opened);
			return failed(refusalOf(reason, reason === 'unknown' ? detailOf(error) : undefined));
		}
	}

	return {
		async run(work) {
			if (forbidden) return failed(forbidden);
			const first = await once(work);
			if (first.ok || first.refusal.reason !== 'connectionLost') return first;
			return once(work);
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
