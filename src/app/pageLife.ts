import type { Locks } from '../sync/exclusive.ts';

/** Whatever must come to rest when the page is left, and goes on when it is shown again. */
export interface Sleeper {
	leave(): void;
	comeBack(): void;
}

/** One time of being on the page, from its being shown to its being left. */
export interface Stay {
	/** Resolved when the page is left. */
	readonly left: Promise<undefined>;
	readonly isOver: () => boolean;
}

export interface PageLife {
	/** The stay that is or, while the page is away, the one that was. */
	readonly stay: () => Stay;
	/** Told of every leaving and coming back from here on; at once where the page is away now. */
	add(sleeper: Sleeper): void;
}

/**
 * A page that is left may be kept asleep and shown again later, with everything in it as it was. Asleep it must hold
 * nothing that others wait for.
 */
export const createPageLife = (
	window: EventTarget,
	document: EventTarget & { readonly visibilityState: DocumentVisibilityState },
): PageLife => {
	const sleepers: Sleeper[] = [];
	let current = createStay();
	const leave = () => {
		if (current.isOver()) return;
		current.end();
		for (const sleeper of sleepers) sleeper.leave();
	};
	const comeBack = () => {
		if (!current.isOver()) return;
		current = createStay();
		for (const sleeper of sleepers) sleeper.comeBack();
	};
	window.addEventListener('pagehide', leave);
	window.addEventListener('pageshow', comeBack);
	// Some browsers say that a page hides where it only goes behind another, and nothing when it comes back but this.
	document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && comeBack());
	return {
		stay: () => current,
		add(sleeper) {
			sleepers.push(sleeper);
			if (current.isOver()) sleeper.leave();
		},
	};
};

const createStay = (): Stay & { end(): void } => {
	let over = false;
	let tell = (): void => {};
	const left = new Promise<undefined>((resolve) => {
		tell = () => resolve(undefined);
	});
	return {
		left,
		isOver: () => over,
		end() {
			over = true;
			tell();
		},
	};
};

/**
 * Locks that are let go of when the page is left: asleep, it would hold them for ever. Whoever held one then, or waited
 * for it, is answered undefined, as where another tab is at it.
 */
export const locksWhileShown = (locks: Locks | undefined, life: PageLife): Locks | undefined =>
	locks && {
		request: <Value>(
			name: string,
			options: { ifAvailable?: boolean; signal?: AbortSignal },
			work: (lock: unknown) => Promise<Value>,
		) => {
			const { left } = life.stay();
			const held = (lock: unknown) => Promise.race([work(lock), left]);
			const asked = locks.request(name, { ...options, ...untilLeft(options, left) }, held);
			return Promise.race([asked, left]) as Promise<Value>;
		},
	};

/** A request that waits is taken back: granted to a page that sleeps, the lock would be nobody's. */
const untilLeft = (
	{ ifAvailable, signal }: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
	left: Promise<undefined>,
): { readonly signal?: AbortSignal } => {
	if (ifAvailable) return {};
	const ended = new AbortController();
	signal?.addEventListener('abort', () => ended.abort());
	void left.then(() => ended.abort());
	return { signal: ended.signal };
};
