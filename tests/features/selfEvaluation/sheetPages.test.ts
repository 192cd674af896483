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

	test('with the heading again over what goes on, and room kept for it', () => {
		const shown = (parts: readonly Part[], room: number) =>
			pagesOf(parts, room)
				.map((page) => page.flatMap(({ slices }) => slices.map(({ piece, again }) => `${again ? '+' : ''}${piece}`)))
				.map((page) => page.join(' '))
				.join(' | ');
		expect(shown([table(heading, row(50), row(50))], 100)).toBe('0 1 | +0 2');
		expect(shown([table(heading, row(50), row(30), row(21))], 100)).toBe('0 1 | +0 2 | +0 3');
		expect(shown([table(heading, row(50), heading, row(30))], 100)).toBe('0 1 | 2 3');
		const long: Piece = { height: 307, lines: { count: 9, height: 15, around: 5 } };
		expect(shown([table(heading, long)], 100)).toBe('0 1 | +0 1 | +0 1');
		const next: Part = { key: 'small', head: 10, pieces: [row(50), row(50)] };
		expect(shown([table(heading, row(50)), next], 100)).toBe('0 1 | 0 | 1');
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
		// As high as what a page with a heading on it can hold.
		const height = fc.integer({ min: 1, max: 50 });
		const pieces = fc.array(
			fc.oneof(
				height.map((each) => row(each)),
				fc
					.tuple(height, fc.integer({ min: 0, max: 2 }), height)
					.map(([each, key, cell]) => row(each, [{ key: `run ${key}`, height: cell }])),
				fc.constant(heading),
			),
			{ minLength: 1, maxLength: 40 },
		);
		fc.assert(
			fc.property(pieces, (every) => {
				const pages = pagesOf([table(...every)], 100);
				const placed = pages.map((page) => page.flatMap(({ slices }) => slices));
				expect(placed.flatMap((page) => page.filter(({ again }) => !again).map(({ piece }) => piece))).toEqual(
					every.map((_, index) => index),
				);
				for (const page of placed) {
					const least = page.reduce((sum, { piece }) => sum + (every[piece]?.height ?? 0), 30);
					expect(least).toBeLessThanOrEqual(100);
				}
			}),
			{ verbose: 1 },
		);
	});
});
