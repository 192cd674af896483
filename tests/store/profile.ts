import { IDBKeyRange } from 'fake-indexeddb';
import type { Edit, Operation } from '../../src/domain/record/operation.ts';
import type { Refusal, Result } from '../../src/domain/result.ts';
import type { ChangeChannel } from '../../src/store/changes.ts';
import { createStore, type StoreDeps } from '../../src/store/database.ts';
import type { Random } from '../../src/store/device.ts';
import type { RecordStore, StoreReason } from '../../src/store/recordStore.ts';
import { HurtFactory } from './hurtFactory.ts';

export const year = 2026;

/** A browser profile: one IndexedDB, and tabs that hear each other. */
export interface Profile {
	readonly indexedDB: HurtFactory;
	tab(changed?: Partial<StoreDeps>): RecordStore;
}

/** Repeatable "random" bytes: each profile counts on from its own seed. */
function counting(seed: number): Random {
	let drawn = seed * 1000;
	return (bytes) => {
		drawn += 1;
		return bytes.map((_, index) => (drawn >> (8 * (index % 4))) & 0xff);
	};
}

type Listener = Parameters<ChangeChannel['addEventListener']>[1];

/** As a BroadcastChannel: everybody but the sender hears, and gets a copy. */
function airwaves(): () => ChangeChannel {
	const ears = new Map<ChangeChannel, Set<Listener>>();
	return () => {
		const channel: ChangeChannel = {
			postMessage(message) {
				for (const [other, listeners] of ears) {
					if (other !== channel) for (const listener of listeners) listener({ data: structuredClone(message) });
				}
			},
			addEventListener: (_, listener) => ears.get(channel)?.add(listener),
			removeEventListener: (_, listener) => ears.get(channel)?.delete(listener),
		};
		ears.set(channel, new Set());
		return channel;
	};
}

let profiles = 0;

export function freshProfile(): Profile {
	profiles += 1;
	const indexedDB = new HurtFactory();
	const random = counting(profiles);
	const tune = airwaves();
	return {
		indexedDB,
		tab(changed = {}) {
			const now = () => Date.parse('2026-11-21T05:00:00Z');
			const deps: StoreDeps = { indexedDB, IDBKeyRange, random, now, channel: tune(), subtle: crypto.subtle };
			// Not a spread: a browser's `indexedDB` may be a getter that throws.
			return createStore(Object.defineProperties(deps, Object.getOwnPropertyDescriptors(changed)));
		},
	};
}

/** As a computer's backup sets a browser profile back: everything is as it was when the copy was taken. */
export async function copyOf(profile: Profile): Promise<Profile> {
	const copy = freshProfile();
	await good(copy.tab().open());
	const [from, to] = [await rawConnection(profile), await rawConnection(copy)];
	const tables = [...from.objectStoreNames];
	const reading = from.transaction(tables).objectStore.bind(from.transaction(tables));
	const rows = await Promise.all(tables.map((table) => answered(reading(table).getAll())));
	const writing = to.transaction(tables, 'readwrite');
	for (const [index, table] of tables.entries()) {
		for (const row of rows[index] ?? []) writing.objectStore(table).put(row);
	}
	await new Promise((resolve) => writing.addEventListener('complete', resolve));
	from.close();
	to.close();
	return copy;
}

export async function rawConnection(profile: Profile): Promise<IDBDatabase> {
	return await answered(profile.indexedDB.open('masume'));
}

export function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		request.addEventListener('success', () => resolve(request.result));
		request.addEventListener('error', () => reject(request.error));
	});
}

/** 「実績」 typed into one □. */
export const typed = (text: string, action = 'r7-1-1-1-a'): Edit => ({
	entity: `action/${action}`,
	field: 'result',
	value: text,
	seen: [],
});

/** The value of a result that the story expects to be good. */
export async function good<Value>(result: Promise<Result<Value>>): Promise<Value> {
	const settled = await result;
	if (!settled.ok) throw new Error(`refused: ${settled.refusal.reason} ${settled.refusal.sentence}`);
	return settled.value;
}

/** The reason of a result that the story expects to be refused. */
export async function reasonFor(result: Promise<Result<unknown, Refusal<StoreReason>>>): Promise<StoreReason> {
	const settled = await result;
	if (settled.ok) throw new Error(`not refused: ${JSON.stringify(settled.value)}`);
	return settled.refusal.reason;
}

/** What is kept of the year, read by a tab that knows nothing of the others. */
export async function keptIn(profile: Profile): Promise<Operation[]> {
	const tab = profile.tab();
	const { operations } = await good(tab.readLog(year));
	tab.close();
	return operations;
}

export const textsOf = (operations: readonly Operation[]): unknown[] => operations.map(({ value }) => value);
export const countersOf = (operations: readonly Operation[]): number[] =>
	operations.map(({ id }) => Number(id.split('.')[1]));
