import type { PlanEdition } from '../../src/domain/plan/edition.ts';
import type { StoreDeps } from '../../src/store/database.ts';
import type { RecordStore } from '../../src/store/recordStore.ts';
import { createSync, type SyncDeps } from '../../src/sync/createSync.ts';
import type { Triggers } from '../../src/sync/schedule.ts';
import type { Sync } from '../../src/sync/sync.ts';
import { freshProfile, good, type Profile, typed, year } from '../store/profile.ts';
import { begins } from './cityHall.ts';
import { HandClock } from './clock.ts';

/** A page whose being looked at and being connected the test decides. */
export class HandTriggers implements Triggers {
	visible = true;
	online = true;
	readonly #listeners = new Set<Parameters<Triggers['on']>[0]>();

	isVisible = (): boolean => this.visible;
	isOnline = (): boolean => this.online;

	on(listener: Parameters<Triggers['on']>[0]): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	happens(what: Parameters<Parameters<Triggers['on']>[0]>[0]): void {
		for (const listener of this.#listeners) listener(what);
	}
}

/** One tab of one device, with the real store and the real exchange. */
export interface Tab {
	readonly profile: Profile;
	readonly store: RecordStore;
	readonly sync: Sync;
	readonly clock: HandClock;
	readonly triggers: HandTriggers;
	/** Types a text into a □ and waits until it is kept. */
	type(text: string, fiscalYear?: number): Promise<void>;
	/** All texts of a year that this device holds, sorted. */
	texts(fiscalYear?: number): Promise<string[]>;
	close(): void;
}

export interface TabOptions extends Partial<SyncDeps> {
	readonly profile?: Profile;
	readonly storeDeps?: Partial<StoreDeps>;
	readonly edition?: PlanEdition | undefined;
}

export function openTab({ profile = freshProfile(), storeDeps = {}, edition, ...changed }: TabOptions): Tab {
	const store = profile.tab(storeDeps);
	const clock = new HandClock();
	const triggers = new HandTriggers();
	const sync = createSync({
		store: async () => store,
		fetch: () => Promise.reject(new Error('no network')),
		now: () => begins,
		random: () => 0.5,
		...{ timers: clock, triggers, subtle: crypto.subtle, endpoint: '' },
		today: () => '2026-11-21',
		editionOf: async () => edition,
		...changed,
	});
	return {
		...{ profile, store, sync, clock, triggers },
		async type(text, fiscalYear = year) {
			await good(store.commit(fiscalYear, [typed(text)]));
		},
		async texts(fiscalYear = year) {
			const { operations } = await good(store.readLog(fiscalYear));
			return operations.map(({ value }) => String(value)).toSorted();
		},
		close() {
			sync.stop();
			store.close();
		},
	};
}

export const asLead = { role: 'ictLead', label: '職員室のiPad', adopt: true } as const;

/** Waits for a state, looking again whenever the event loop has gone round. Two seconds at most, then says what was missing. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = performance.now() + 2_000; performance.now() < end; ) {
		if (await holds()) return;
		await new Promise((resolve) => setImmediate(resolve));
	}
	throw new Error(`never came about: ${what}`);
}
