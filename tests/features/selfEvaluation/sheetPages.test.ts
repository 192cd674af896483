import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Part, type Piece, pagesOf } from '../../../src/features/selfEvaluation/sheetPages.ts';

const row = (height: number, beside?: Piece['beside']): Piece => ({ height, ...(beside && { beside }) });
const heading: Piece = { height: 20, keepsNext: true };
const table = (...pieces: Piece[]): Part => ({ key: 'plan', head: 30, pieces });

/** 「0 1 | 2」: which pieces stand on which page. */
const places = (parts: readonly Part[], room: number): string =>
	pagesOf(parts, room)
		.map((page) => page.flatMap(({ slices }) => slices.map(({ piece }) => piece)).join(' '))
		.join(' | ');

describe('a sheet is broken into pages', () => {
	test('that are filled, each with the head of the table again', () => {
		expect(places([table(row(40), row(30), row(40))], 100)).toBe('0 1 | 2');
		expect(places([table(row(40), row(31), row(30))], 100)).toBe('0 | 1 2');
	});

	test('so that no heading stands alone at the end', () => {
		expect(places([table(row(40), heading, row(20))], 110)).toBe('0 1 2');
		expect(places([table(row(40), heading, row(21))], 110)).toBe('0 | 1 2');
	});

	test('counting a cell beside several rows once, and on every page again', () => {
		const measure = [{ key: '1-(1)-①', height: 60 }];
		expect(places([table(row(20, measure), row(20, measure), row(20, measure), row(10))], 100)).toBe('0 1 2 3');
		expect(places([table(row(20), row(20, measure), row(20, measure))], 100)).toBe('0 | 1 2');
	});

	test('tearing only what is higher than a page, by its lines', () => {
		const long: Piece = { height: 307, lines: { count: 20, height: 15, around: 7 } };
		const pages = pagesOf([table(row(20), long, row(20))], 100);
		const slices = pages.flatMap((page) => page.flatMap((part) => part.slices)).filter(({ piece }) => piece === 1);
		expect(slices.map(({ from, to }) => `${from}-${to}`)).toEqual(['0-4', '4-8', '8-12', '12-16', '16-20']);
	});

	test('that hold everything once, in order, and never more than there is room for', () => {
		const height = fc.integer({ min: 1, max: 60 });
		const pieces = fc.array(
			fc.oneof(
				height.map((each) => row(each)),
				fc
					.tuple(height, fc.integer({ min: 0, max: 2 }), height)
					.map(([each, key, cell]) => row(each, [{ key: `run ${key}`, height: cell }])),
			),
			{ minLength: 1, maxLength: 40 },
		);
		fc.assert(
			fc.property(pieces, (every) => {
				const pages = pagesOf([table(...every)], 100);
				const placed = pages.map((page) => page.flatMap(({ slices }) => slices.map(({ piece }) => piece)));
				expect(placed.flat()).toEqual(every.map((_, index) => index));
				for (const page of placed) {
					const least = page.reduce((sum, index) => sum + (every[index]?.height ?? 0), 30);
					expect(least).toBeLessThanOrEqual(100);
				}
			}),
			{ verbose: 1 },
		);
	});
});
