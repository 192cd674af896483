import type { ReadonlySignal } from '@preact/signals';
import type { Session } from '../../session/session.ts';
import type { Sync, SyncStatus } from '../../sync/sync.ts';
import type { SavedHere } from './steps.ts';

/** What the parts about the exchange need: what is known of it, the way to act, and the open year. */
export interface ExchangeProps {
	readonly session: Session;
	readonly status: ReadonlySignal<SyncStatus>;
	/** Loads the exchange's code when it is first asked for; rejects where it cannot be loaded. */
	readonly sync: () => Promise<Sync>;
}

/** What the session says of saving, now. */
export const savedHere = (session: Session): SavedHere => ({
	at: session.savedAt.value,
	pending: session.pending.value,
	trouble: session.trouble.value !== undefined,
	today: session.today(),
});
