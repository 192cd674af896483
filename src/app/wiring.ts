import editions from 'virtual:editions';
import { type Signal, signal } from '@preact/signals';
import type { PlanEdition } from '../domain/plan/edition.ts';
import { editionFor } from '../domain/plan/find.ts';
import { fiscalYearOf, tokyoDate } from '../domain/plan/fiscalYear.ts';
import type { HandoverDeps } from '../features/handover/handoverDeps.ts';
import type { JoinDeps, Trial } from '../features/join/joinDeps.ts';
import type { BackupDeps } from '../features/settings/Backup.tsx';
import type { DeviceDeps } from '../features/settings/SettingsPage.tsx';
import { createInstallOffer, type InstallOffer } from '../offline/install.ts';
import { Session } from '../session/session.ts';
import type { TextShelf } from '../session/snapshot.ts';
import type { Years } from '../session/years.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { aloneIn } from './alone.ts';
import { createCamera } from './camera.ts';
import { type Exchange, wireExchange } from './exchange.ts';
import { createLocalShelf } from './localShelf.ts';
import { createOpenedYear } from './openedYear.ts';
import { createPageLife, locksWhileShown } from './pageLife.ts';
import { createPreferences } from './preferences.ts';
import { saveFile } from './saveFile.ts';
import { wireYears } from './years.ts';

export interface Wiring {
	session: Promise<Session>;
	years: Years;
	/** Where texts stand that must outlive the page at once. */
	shelf: TextShelf;
	backup: BackupDeps;
	device: DeviceDeps;
	exchange: Exchange;
	join: JoinDeps;
	handover: HandoverDeps;
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
	const preferred = createOpenedYear(() => sessionStorage);
	const preferredYear = preferred.read();
	const current = fiscalYearOf(today());
	const fiscalYear = preferredYear !== undefined && editionFor(editions, preferredYear) ? preferredYear : current;
	const chosen = editionFor(editions, fiscalYear);
	if (!chosen) throw new Error(`no edition up to fiscal year ${fiscalYear}`);
	const life = createPageLife(window, document);
	let opened: Promise<RecordStore> | undefined;
	const store = () => {
		opened ??= import('../store/database.ts').then(({ createStore }) => {
			const made = createStore({
				// Read when it is needed: where storage is forbidden, reading it throws.
				get indexedDB() {
					return globalThis.indexedDB;
				},
				IDBKeyRange: globalThis.IDBKeyRange,
				random: (bytes) => crypto.getRandomValues(bytes),
				now: () => Date.now(),
				storageManager: navigator.storage,
				subtle: crypto.subtle,
				...('BroadcastChannel' in globalThis && { channel: new BroadcastChannel('masume') }),
			});
			life.add(made);
			return made;
		});
		// A part that could not be loaded is asked for again, not remembered as missing.
		opened.catch(() => {
			opened = undefined;
		});
		return opened;
	};
	const session = fetchEdition(chosen.edition.url).then((edition) => {
		const made = new Session({
			edition,
			exact: chosen.exact,
			fiscalYear,
			today,
			instant: () => new Date().toISOString(),
			mintId: () => crypto.randomUUID().replaceAll('-', ''),
			store,
			shelf: localShelf,
			afterPaint,
			alone: aloneIn(locksWhileShown(navigator.locks, life)),
		});
		life.add({ leave: () => made.leave(), comeBack: () => void made.comeBack() });
		return made;
	});
	const editionOf = async (year: number) => {
		const found = editionFor(editions, year);
		return found && fetchEdition(found.edition.url);
	};
	const exchange = wireExchange({ store, editionOf, today, life });
	const install = createInstallOffer(window, navigator);
	const appVersion = import.meta.env.VITE_VERSION as string;
	return {
		session,
		shelf: localShelf,
		years: wireYears({ store, editions, fetchEdition, editionOf, today, preferred }),
		backup: {
			digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
			now: () => Date.now(),
			appVersion,
			save: (name, text) => saveFile(name, text, 'application/json'),
		},
		device: {
			store,
			preferences: createPreferences(localShelf, document.documentElement),
			appVersion,
			licences: async () => (await fetch('/licences.txt')).text(),
		},
		exchange,
		join: {
			...exchange,
			camera: createCamera(globalThis),
			trial: async () => (exchange.status.value.enrolment ? undefined : triedOut(await store(), await session)),
			beforeInstalling: install.showsSteps,
			enrolling: signal(false),
			// Another log is open now, and what the page holds of the old one must not be taken for it.
			onEnrolled: async () => {
				await (await session).refresh();
				afterPaint(() => location.replace('/'));
			},
		},
		handover: { ...exchange, store, now: () => Date.now(), origin: location.origin, print: () => window.print() },
		install,
		update: signal(undefined),
		isNarrow: () => matchMedia('(max-width: 640px)').matches,
		reload: () => location.reload(),
	};
};

/** What was entered on this device before it belonged to a school, over all years; what was only chosen to begin is nothing. */
const triedOut = async (store: RecordStore, session: Session): Promise<Trial | undefined> => {
	await session.refresh();
	const profile = session.profile.peek();
	const years = await store.years();
	if (!profile || !years.ok) return undefined;
	const logs = await Promise.all(years.value.map((year) => store.readLog(year)));
	const entries = logs
		.flatMap((log) => (log.ok ? log.value.operations : []))
		.filter(({ entity }) => entity !== 'school');
	return entries.length > 0 ? { schoolType: profile.schoolType, entries: entries.length } : undefined;
};

/** A frame's callback runs before its paint; a task queued there runs after it. A hidden page paints nothing. */
export const afterPaint = (task: () => void): void => {
	if (document.visibilityState === 'hidden') setTimeout(task);
	else requestAnimationFrame(() => setTimeout(task));
};
