/** Chance that can be repeated: everything a run draws follows from its seed. */
export interface Chance {
	/** 0 ≤ x < 1. */
	float(): number;
	/** 0 ≤ n < below. */
	int(below: number): number;
	happens(probability: number): boolean;
	pick<Value>(from: readonly Value[]): Value;
	/** One of them, each as often as its weight says. */
	weighed<Value>(from: readonly (readonly [weight: number, value: Value])[]): Value;
}

/** mulberry32. */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	const float = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const int = (below: number): number => Math.floor(float() * below);
	return {
		...{ float, int },
		happens: (probability) => float() < probability,
		pick<Value>(from: readonly Value[]): Value {
			if (from.length === 0) throw new Error('nothing to pick from');
			return from[int(from.length)] as Value;
		},
		weighed<Value>(from: readonly (readonly [number, Value])[]): Value {
			let left = float() * from.reduce((sum, [weight]) => sum + weight, 0);
			for (const [weight, value] of from) {
				left -= weight;
				if (left < 0) return value;
			}
			throw new Error('nothing to draw from');
		},
	};
}

/** The run's seed: `MASUME_SEED` repeats an earlier run. Printed, so that a failure can be told. */
export function seedOfRun(): number {
	const given = Number(process.env.MASUME_SEED);
	const seed = process.env.MASUME_SEED && Number.isInteger(given) ? given : Math.floor(Math.random() * 2 ** 31);
	console.log(`MASUME_SEED=${seed}`);
	return seed;
}
