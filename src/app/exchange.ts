import { type Signal, signal } from '@preact/signals';
import type { PlanEdition } from '../domain/plan/edition.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { Sync, SyncStatus } from '../sync/sync.ts';
import { locksWhileShown, type PageLife } from './pageLife.ts';

/** The exchange as pages see it: what is known, and the way to its code, which is loaded when it is first asked for. */
export interface Exchange {
	readonly status: Signal<SyncStatus>;
	readonly sync: () => Promise<Sync>;
}

/** Before the exchange's code has come. */
const nothingKnown: SyncStatus = {
	known: false,
	running: false,
	waiting: 0,
	refused: [],
	summaryAgreed: false,
	offline: false,
	returnable: false,
};

export interface ExchangeDeps {
	readonly store: () => Promise<RecordStore>;
	readonly editionOf: (fiscalYear: number) => Promise<PlanEdition | undefined>;
	/** `YYYY-MM-DD` in Japan. */
	readonly today: () => string;
	readonly life: PageLife;
}

/** The exchange of this page; its code is loaded, and its passes begin, when `sync` is first called. */
export const wireExchange = ({ life, ...deps }: ExchangeDeps): Exchange => {
	const status = signal(nothingKnown);
	let made: Promise<Sync> | undefined;
	const make = async (): Promise<Sync> => {
		const [{ createSync }, { storeOfStay }] = await Promise.all([
			import('../sync/createSync.ts'),
			import('./storeOfStay.ts'),
		]);
		const sync = createSync({
			...deps,
			store: async () => storeOfStay(await deps.store(), life.stay()),
			endpoint: import.meta.env.VITE_ENDPOINT ?? '',
			fetch: (url, init) => fetch(url, init),
			now: () => Date.now(),
			elapsed: () => performance.now(),
			random: () => Math.random(),
			subtle: crypto.subtle,
			locks: locksWhileShown(navigator.locks, life),
			timers: window,
			triggers: triggersOf(window, document, navigator),
		});
		const tell = () => {
			// A pass that ended with the stay is no trouble: the next stay begins with another.
			const { trouble, ...known } = sync.status();
			status.value = trouble?.reason === 'pageLeft' ? known : sync.status();
		};
		sync.onChange(tell);
		tell();
		sync.start();
		life.add({ leave: sync.stop, comeBack: sync.start });
		return sync;
	};
	return {
		status,
		sync: () => {
			// A part that could not be loaded is asked for again, not remembered as missing.
			made ??= make().catch((error) => {
				made = undefined;
				throw error;
			});
			return made;
		},
	};
};

/** What may begin a pass, besides time and a person. */
const triggersOf = (window: Window, document: Document, navigator: Navigator) => ({
	isVisible: () => document.visibilityState === 'visible',
	isOnline: () => navigator.onLine,
	on(listener: (what: 'visible' | 'pageshow' | 'online') => void): () => void {
		const visible = () => document.visibilityState === 'visible' && listener('visible');
		const pageshow = () => listener('pageshow');
		const online = () => listener('online');
		document.addEventListener('visibilitychange', visible);
		window.addEventListener('pageshow', pageshow);
		window.addEventListener('online', online);
		return () => {
			document.removeEventListener('visibilitychange', visible);
			window.removeEventListener('pageshow', pageshow);
			window.removeEventListener('online', online);
		};
	},
});
