import type { Timers } from './request.ts';

/** The part of `navigator.locks` that is used. */
export interface Locks {
	request<Value>(
		name: string,
		options: { ifAvailable?: boolean; signal?: AbortSignal },
		work: (lock: unknown) => Promise<Value>,
	): Promise<Value>;
}

const name = 'masume-exchange';
/** How long somebody who asked waits for another tab, in milliseconds. */
const patience = 30_000;

/**
 * Runs work while no other tab does; answers undefined where another tab is at it: at once, or after waiting for it. In a
 * browser without locks only this tab's own passes exclude each other; two tabs' passes disturb nothing but do work twice.
 */
export async function exclusively<Value>(
	locks: Locks | undefined,
	timers: Timers,
	options: { readonly wait: boolean },
	work: () => Promise<Value>,
): Promise<Value | undefined> {
	if (!locks) return work();
	if (!options.wait) {
		return locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? undefined : work()));
	}
	const tooLong = new AbortController();
	const timer = timers.setTimeout(() => tooLong.abort(), patience);
	let begun = false;
	try {
		return await locks.request(name, { signal: tooLong.signal }, () => {
			begun = true;
			timers.clearTimeout(timer);
			return work();
		});
	} catch (error) {
		if (begun || !tooLong.signal.aborted) throw error;
		return undefined;
	} finally {
		timers.clearTimeout(timer);
	}
}
