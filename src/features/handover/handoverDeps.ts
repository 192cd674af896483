import type { ReadonlySignal } from '@preact/signals';
import type { RecordStore } from '../../store/recordStore.ts';
import type { Sync, SyncStatus } from '../../sync/sync.ts';

/** What 引継ぎ・端末 needs from outside. */
export interface HandoverDeps {
	readonly status: ReadonlySignal<SyncStatus>;
	/** Loads the exchange's code when it is first asked for; rejects where it cannot be loaded. */
	readonly sync: () => Promise<Sync>;
	readonly store: () => Promise<RecordStore>;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Where this site stands, for the address in an invitation. */
	readonly origin: string;
	/** Opens the browser's printing. */
	readonly print: () => void;
}
