import type { StoreChange } from './recordStore.ts';

/** What a `BroadcastChannel` of the same name in every tab gives us. It may be absent: then tabs hear only themselves. */
export interface ChangeChannel {
	postMessage(message: unknown): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
	removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export interface Changes {
	onChange(listener: (change: StoreChange) => void): () => void;
	/** Starts hearing other tabs; doing it twice is doing it once. */
	listen(): void;
	/** Tells this tab's listeners only. */
	tellHere(change: StoreChange): void;
	/** Tells this tab's listeners and every other tab. */
	tellAll(change: StoreChange): void;
	close(): void;
}

/** A message of another tab, which may run another version: what we don't know is not passed on. */
function heard(data: unknown): StoreChange | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { kind, fiscalYear, key, how } = data as Readonly<Record<string, unknown>>;
	if (kind === 'operations' && typeof fiscalYear === 'number') {
		return { kind, fiscalYear, how: how === 'arrived' ? 'arrived' : 'written', here: false };
	}
	if (kind === 'rewritten' && typeof fiscalYear === 'number') return { kind, fiscalYear, here: false };
	if (kind === 'settings' && typeof key === 'string') return { kind, key, here: false };
	return kind === 'device' || kind === 'exchange' ? { kind, here: false } : undefined;
}

/** What is written is written: a listener that throws is an error of its own and must not turn it into a failure. */
function aside(tell: () => void): void {
	try {
		tell();
	} catch (error) {
		queueMicrotask(() => {
			throw error;
		});
	}
}

export function createChanges(channel: ChangeChannel | undefined): Changes {
	const listeners = new Set<(change: StoreChange) => void>();
	const tellHere = (change: StoreChange): void => {
		for (const listener of [...listeners]) aside(() => listener(change));
	};
	const fromElsewhere = (event: { readonly data: unknown }): void => {
		const change = heard(event.data);
		if (change) tellHere(change);
	};
	return {
		listen: () => channel?.addEventListener('message', fromElsewhere),
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		tellHere,
		tellAll(change) {
			tellHere(change);
			aside(() => channel?.postMessage(change));
		},
		close() {
			channel?.removeEventListener('message', fromElsewhere);
		},
	};
}
