import type { Timers } from './request.ts';

/** What happens to the page, as far as it is a reason to exchange. */
export interface Triggers {
	/** `visible`: the page is looked at again. Returns the way to stop listening. */
	on(listener: (what: 'visible' | 'pageshow' | 'online') => void): () => void;
	isVisible(): boolean;
	/** False only where the browser is sure that there is no connection. */
	isOnline(): boolean;
}

/** `timed`: nobody waits for it, and another tab that is at it does as well. */
export type Occasion = 'timed' | 'asked';

/** How a pass ended, as far as it decides when the next one is due. */
export interface Ended {
	/** It did not go through and is tried again, later each time. */
	readonly failed: boolean;
	/** Something is there to be sent at once. */
	readonly more: boolean;
	/** Seconds in which the endpoint wants not to be asked at all. */
	readonly retryAfter?: number | undefined;
}

export interface ScheduleDeps {
	readonly timers: Timers;
	readonly triggers: Triggers;
	/** 0 ≤ x < 1. */
	readonly random: () => number;
	/** Something waits to be sent: then also while nobody looks. */
	readonly waits: () => boolean;
	readonly pass: (occasion: Occasion) => void;
}

export const rhythm = {
	afterWrite: 3_000,
	whileVisible: 60_000,
	firstRetry: 5_000,
	longestRetry: 300_000,
} as const;

export interface Schedule {
	start(): void;
	stop(): void;
	/** Something was written on this device. */
	written(): void;
	ended(ended: Ended): void;
	/** The endpoint has asked for rest: not even a person's wish is carried to it. */
	resting(): boolean;
}

/**
 * When a pass is due. Only spans of time are counted, never the time of day: clocks of school devices jump. Delays are
 * spread by chance, so that a thousand devices do not come back in the same second.
 */
export function createSchedule({ timers, triggers, random, waits, pass }: ScheduleDeps): Schedule {
	let unlisten: (() => void) | undefined;
	let next: unknown;
	let write: unknown;
	let rest: unknown;
	let failures = 0;

	function due(delay: number): void {
		timers.clearTimeout(next);
		next = timers.setTimeout(() => {
			next = undefined;
			if (triggers.isVisible() || waits()) pass('timed');
		}, delay);
	}

	function retryDelay(): number {
		const longest = Math.min(rhythm.longestRetry, rhythm.firstRetry * 2 ** (failures - 1));
		return longest * (0.5 + random() / 2);
	}

	function beginRest(seconds: number): void {
		timers.clearTimeout(rest);
		timers.clearTimeout(next);
		rest = timers.setTimeout(
			() => {
				rest = undefined;
				if (triggers.isVisible() || waits()) pass('timed');
			},
			seconds * 1_000 * (1 + random() / 4),
		);
	}

	return {
		start() {
			if (unlisten) return;
			unlisten = triggers.on((what) => {
				if (what === 'online') failures = 0;
				if (rest === undefined) pass('timed');
			});
			pass('timed');
		},
		stop() {
			unlisten?.();
			unlisten = undefined;
			for (const timer of [next, write, rest]) timers.clearTimeout(timer);
			next = undefined;
			write = undefined;
			rest = undefined;
		},
		written() {
			if (!unlisten) return;
			timers.clearTimeout(write);
			write = timers.setTimeout(() => {
				write = undefined;
				// While it does not go through, the next try is due anyway and comes with more patience.
				if (rest === undefined && failures === 0) pass('timed');
			}, rhythm.afterWrite);
		},
		ended({ failed, more, retryAfter }) {
			failures = failed ? failures + 1 : 0;
			if (!unlisten) return;
			if (retryAfter !== undefined) return beginRest(retryAfter);
			if (rest !== undefined) return;
			if (failed) return due(retryDelay());
			due(more ? rhythm.afterWrite : rhythm.whileVisible * (0.9 + random() / 5));
		},
		resting: () => rest !== undefined,
	};
}
