/** How many attempts at once, and in how many milliseconds as many again. */
export interface Allowance {
	readonly attempts: number;
	readonly perMs: number;
}

/** Counts attempts by name: each name has a bucket of them that fills up again by itself. */
export interface Limiter {
	/** Takes one attempt and returns 0, or the milliseconds until there is one. */
	take(name: string): number;
	/** Gives an attempt back: it was not a wrong one. */
	giveBack(name: string): void;
}

interface Bucket {
	level: number;
	at: number;
}

/** Names remembered at most: whoever comes from ever new addresses must not fill the memory. */
const most = 20_000;

/** A limiter in memory; `now` in milliseconds. */
export function createLimiter({ attempts, perMs }: Allowance, now: () => number): Limiter {
	const buckets = new Map<string, Bucket>();
	const refill = perMs / attempts;
	const levelOf = ({ level, at }: Bucket) => Math.min(attempts, level + Math.max(0, now() - at) / refill);

	function forgetSome(): void {
		for (const [name, bucket] of buckets) if (levelOf(bucket) >= attempts) buckets.delete(name);
		// The oldest stand first.
		for (const name of buckets.keys()) {
			if (buckets.size < most) return;
			buckets.delete(name);
		}
	}

	function put(name: string, level: number): void {
		buckets.delete(name);
		if (level >= attempts) return;
		if (buckets.size >= most) forgetSome();
		buckets.set(name, { level, at: now() });
	}

	const present = (name: string) => levelOf(buckets.get(name) ?? { level: attempts, at: now() });
	return {
		take(name) {
			const level = present(name);
			if (level < 1) return Math.ceil((1 - level) * refill);
			put(name, level - 1);
			return 0;
		},
		giveBack(name) {
			put(name, present(name) + 1);
		},
	};
}
