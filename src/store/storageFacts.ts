import type { StorageFacts } from './recordStore.ts';

/** The part of `navigator.storage` we ask; any of it may be missing in an older browser. */
export interface StorageAnswers {
	persisted?(): Promise<boolean>;
	persist?(): Promise<boolean>;
	estimate?(): Promise<{ usage?: number; quota?: number }>;
}

/** An answer, or undefined where the browser has none or refuses to give it. */
async function answer<Value>(ask: () => Promise<Value> | undefined): Promise<Value | undefined> {
	try {
		return await ask();
	} catch {
		return undefined;
	}
}

export async function readStorageFacts(storage: StorageAnswers | undefined): Promise<StorageFacts> {
	const persisted = await answer(() => storage?.persisted?.());
	const estimate = await answer(() => storage?.estimate?.());
	return { persisted: persisted ?? 'unknown', usage: estimate?.usage, quota: estimate?.quota };
}

export async function requestPersistence(storage: StorageAnswers | undefined): Promise<boolean | 'unknown'> {
	return (await answer(() => storage?.persist?.())) ?? 'unknown';
}
