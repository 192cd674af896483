import type { Author, Edit, Operation } from '../domain/record/operation.ts';
import { ok, type Result } from '../domain/result.ts';
import { type ChangeChannel, createChanges } from './changes.ts';
import { commitEdits } from './commit.ts';
import { type ConnectionDeps, createConnection } from './connection.ts';
import { ensureDevice, factsOf, type Random } from './device.ts';
import { arrivals, createExchange } from './exchange.ts';
import { readAfter, readYears } from './log.ts';
import type { RecordStore, StoreChange, Stored, StoreRefusal } from './recordStore.ts';
import type { MasumeDatabase } from './schema.ts';
import { readSetting, writeSetting } from './settings.ts';
import { readStorageFacts, requestPersistence, type StorageAnswers } from './storageFacts.ts';
import { transact } from './transaction.ts';
import { uniteWithLog } from './union.ts';

/** Everything from outside. `indexedDB` may be a getter that throws, as the browser's own can. */
export interface StoreDeps extends ConnectionDeps {
	readonly random: Random;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly storageManager?: StorageAnswers | undefined;
	/** The same channel in every tab. Closing it is its owner's business. */
	readonly channel?: ChangeChannel | undefined;
	/** `crypto.subtle`; absent on pages without https. Reviews cannot be signed without it. */
	readonly subtle?: SubtleCrypto | undefined;
}

/** The device's record store on IndexedDB. Connects when first used. */
export function createStore(deps: StoreDeps): RecordStore {
	const changes = createChanges(deps.channel);
	const connection = createConnection(deps, {
		gaveWay: (refusal) => changes.tellHere({ kind: 'closed', refusal }),
		unblocked: () => changes.tellHere({ kind: 'opened' }),
	});
	changes.listen();
	/** What a refused commit had stamped, by the caller's array: handing that array in again writes nothing twice. */
	const refused = new WeakMap<readonly Edit[], readonly Operation[]>();

	async function announce<Value>(
		outcome: Stored<Value>,
		change: (value: Value) => readonly StoreChange[],
	): Promise<Result<Value, StoreRefusal>> {
		const result = await outcome;
		if (result.ok) for (const each of change(result.value)) changes.tellAll(each);
		return result;
	}

	async function commit(fiscalYear: number, edits: readonly Edit[], by?: Author): Stored<Operation[]> {
		if (edits.length === 0) return ok([]);
		const at = new Date(deps.now()).toISOString();
		let earlier = refused.get(edits);
		const stamped = (operations: readonly Operation[]): void => {
			earlier = operations;
		};
		const written = await announce(
			connection.run((database) =>
				commitEdits(database, { fiscalYear, edits, by, at, earlier, stamped }, deps.random, deps.subtle),
			),
			() => [{ kind: 'operations', fiscalYear, how: 'written', here: true }],
		);
		if (!written.ok && earlier) refused.set(edits, earlier);
		else refused.delete(edits);
		return written;
	}

	async function union(fiscalYear: number, operations: readonly Operation[]) {
		const united = await announce(
			connection.run((database) => uniteWithLog(database, fiscalYear, operations, deps.random)),
			(outcome) => arrivals(fiscalYear, outcome),
		);
		return united.ok ? ok({ added: united.value.added, known: united.value.known }) : united;
	}

	const changeDevice = (database: MasumeDatabase, author: Author) =>
		transact(database, 'rw', [database.device], async () => {
			const row = { ...(await ensureDevice(database, deps.random)), author };
			await database.device.put(row);
			return factsOf(row);
		});

	return {
		open() {
			connection.allow();
			changes.listen();
			return connection.runWhenShown((database) =>
				transact(database, 'rw', [database.device], async () => factsOf(await ensureDevice(database, deps.random))),
			);
		},
		readLog: (fiscalYear) => connection.runWhenShown((database) => readAfter(database, fiscalYear, 0)),
		readSince: (fiscalYear, position) =>
			connection.runWhenShown((database) => readAfter(database, fiscalYear, position)),
		years: () => connection.runWhenShown((database) => readYears(database)),
		commit,
		union,
		onChange: changes.onChange,
		getSetting: (key) => connection.runWhenShown((database) => readSetting(database, key)),
		putSetting: (key, value) =>
			announce(
				connection.runWhenShown((database) => writeSetting(database, key, value)),
				() => [{ kind: 'settings', key, here: true }],
			),
		setAuthor: (author) =>
			announce(
				connection.runWhenShown((database) => changeDevice(database, author)),
				() => [{ kind: 'device', here: true }],
			),
		storageFacts: () => readStorageFacts(deps.storageManager),
		askPersistence: () => requestPersistence(deps.storageManager),
		exchange: createExchange({ connection, announce, random: deps.random, subtle: deps.subtle }),
		leave: connection.leave,
		comeBack: connection.comeBack,
		close() {
			connection.close();
			changes.close();
		},
	};
}
