import type { ReadonlySignal, Signal } from '@preact/signals';
import type { SchoolType } from '../../domain/plan/edition.ts';
import type { Enrolment } from '../../store/exchangeStore.ts';
import type { Sync, SyncStatus } from '../../sync/sync.ts';
import type { Told } from '../../ui/Refused.tsx';
import type { Camera } from './camera.ts';

/** What was tried out on this device before it belonged to a school. */
export interface Trial {
	readonly schoolType: SchoolType;
	/** How much was entered, over all years. */
	readonly entries: number;
}

/** What enrolling needs from outside. */
export interface JoinDeps {
	readonly status: ReadonlySignal<SyncStatus>;
	/** Loads the exchange's code when it is first asked for; rejects where it cannot be loaded. */
	readonly sync: () => Promise<Sync>;
	readonly camera: Camera;
	/** undefined where nothing was tried out, or where the device belongs to a school already. */
	readonly trial: () => Promise<Trial | undefined>;
	/** An iPad or iPhone in Safari: the app on its home screen has a storage of its own. */
	readonly beforeInstalling: boolean;
	/** Stays true from the press until the page is left, though the device belongs to the school in between. */
	readonly enrolling: Signal<boolean>;
	/** The device is enrolled and holds the school's record. */
	readonly onEnrolled: (enrolment: Enrolment) => unknown;
}

/** Told where a part of the app could not be loaded. */
export const notLoaded: Told = {
	sentence: '必要な部品を読み込めませんでした。つながるところで、もう一度お試しください。',
	calm: true,
};
