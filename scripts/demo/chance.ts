import { createHash } from 'node:crypto';

/** Chance that repeats itself: the same seed draws the same. */
export interface Chance {
	/** Whether something of this probability happens. */
	happens(probability: number): boolean;
	/** A whole number, both ends included. */
	between(least: number, most: number): number;
	pick<Item>(items: readonly Item[]): Item;
	/** So many different ones, in the order of the list; all of them where there are fewer. */
	some<Item>(items: readonly Item[], count: number): Item[];
}

/** So many hex digits that stand for a name: the same name gives the same. */
export const hexOf = (name: string, digits: number): string =>
	createHash('sha256').update(name).digest('hex').slice(0, digits);

export function chanceOf(seed: string): Chance {
	let state = Number.parseInt(hexOf(seed, 8), 16);
	/** Mulberry32: 0 ≤ x < 1. */
	const draw = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1));
	return {
		happens: (probability) => draw() < probability,
		between,
		pick: (items) => {
			const item = items[between(0, items.length - 1)];
			if (item === undefined) throw new Error('nothing to pick from');
			return item;
		},
		some: (items, count) => {
			const drawn = items.map((item, place) => ({ item, place, draw: draw() }));
			const chosen = drawn.sort((a, b) => a.draw - b.draw).slice(0, count);
			return chosen.sort((a, b) => a.place - b.place).map(({ item }) => item);
		},
	};
}
