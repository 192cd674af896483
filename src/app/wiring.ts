import editions from 'virtual:editions';
import { type Signal, signal } from '@preact/signals';
import type { PlanEdition } from '../domain/plan/edition.ts';
import { editionFor } from '../domain/plan/find.ts';
import { fiscalYearOf, tokyoDate } from '../domain/plan/fiscalYear.ts';
import { foldRecord } from '../domain/record/fold.ts';
import type { EarlierYears } from '../features/action/ActionPage.tsx';
import type { BackupDeps } from '../features/settings/Backup.tsx';
import type { DeviceDeps } from '../features/settings/SettingsPage.tsx';
import { createInstallOffer, type InstallOffer } from '../offline/install.ts';
import { Session } from '../session/session.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { createLocalShelf } from './localShelf.ts';
import { createPreferences } from './preferences.ts';

export interface Wiring {
	session: Promise<Session>;
	earlier: EarlierYears;
	backup: BackupDeps;
	device: DeviceDeps;
	install: InstallOffer;
	/** Set when a new version waits; calling it applies the version and reloads. */
	update: Signal<(() => void) | undefined>;
	isNarrow: () => boolean;
	reload: () => void;
}

const fetchEdition = async (url: string): Promise<PlanEdition> => {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`edition ${url}: ${response.status}`);
	return (await response.json()) as PlanEdition;
};

const localShelf = createLocalShelf(() => localStorage);
const today = () => tokyoDate(Date.now());

/** The year's edition, fetched once; asked for before anything is rendered. */
export const wire = (): Wiring => {
	const fiscalYear = fiscalYearOf(today());
	const chosen = editionFor(editions, fiscalYear);
	if (!chosen) throw new Error(`no edition up to fiscal year ${fiscalYear}`);
	let opened: Promise<RecordStore> | undefined;
	const store = () => {
		opened ??= import('../store/database.ts').then(({ createStore }) =>
			createStore({
				// Read when it is needed: where storage is forbidden, reading it throws.
				get indexedDB() {
					return globalThis.indexedDB;
				},
				IDBKeyRange: globalThis.IDBKeyRange,
				random: (bytes) => crypto.getRandomValues(bytes),
				now: () => Date.now(),
				storageManager: navigator.storage,
				...('BroadcastChannel' in globalThis && { channel: new BroadcastChannel('masume') }),
			}),
		);
		// A part that could not be loaded is asked for again, not remembered as missing.
		opened.catch(() => {
			opened = undefined;
		});
		return opened;
	};
	const session = fetchEdition(chosen.edition.url).then(
		(edition) =>
			new Session({
				edition,
				exact: chosen.exact,
				fiscalYear,
				today,
				instant: () => new Date().toISOString(),
				mintId: () => crypto.randomUUID().replaceAll('-', ''),
				store,
				shelf: localShelf,
				afterPaint,
			}),
	);
	const appVersion = import.meta.env.VITE_VERSION as string;
	return {
		session,
		earlier: {
			edition: async (id) => {
				const entry = editions.find((edition) => edition.id === id);
				return entry && fetchEdition(entry.url);
			},
			record: async (year) => {
				const log = await (await store()).readLog(year);
				return log.ok ? foldRecord(log.value.operations) : undefined;
			},
		},
		backup: {
			digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
			now: () => Date.now(),
			appVersion,
			save: saveFile,
		},
		device: {
			store,
			preferences: createPreferences(localShelf, document.documentElement),
			appVersion,
			licences: async () => (await fetch('/licences.txt')).text(),
		},
		install: createInstallOffer(window, navigator),
		update: signal(undefined),
		isNarrow: () => matchMedia('(max-width: 640px)').matches,
		reload: () => location.reload(),
	};
};

/** A frame's callback runs before its paint; a task queued there runs after it. A hidden page paints nothing. */
export const afterPaint = (task: () => void): void => {
	if (document.visibilityState === 'hidden') setTimeout(task);
	else requestAnimationFrame(() => setTimeout(task));
};

const saveFile = (name: string, text: string): void => {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
