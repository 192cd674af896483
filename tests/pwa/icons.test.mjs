import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../scripts/toolchain/png.mjs';

const read = (name) => readFileSync(new URL(`../../public/icons/${name}`, import.meta.url));
const paper = 0xffffff;
const blue = 0x0017c1;
const isOpaque = (png) => png[25] === 2;

describe('the icons', () => {
	it.each(['maskable-192.png', 'maskable-512.png'])(
		'%s loses nothing to a mask: outside the safe circle is only paper',
		(name) => {
			const { width, pixels } = decode(read(name));
			const centre = (width - 1) / 2;
			const outside = [...pixels.keys()].filter(
				(index) => Math.hypot((index % width) - centre, Math.floor(index / width) - centre) > width * 0.4,
			);
			expect(outside.filter((index) => pixels[index] !== paper)).toEqual([]);
		},
	);

	it.each(['maskable-512.png', 'apple-touch-icon.png'])(
		'%s has no see-through place that a system would fill with black',
		(name) => {
			expect(isOpaque(read(name))).toBe(true);
		},
	);

	it.each(['icon-512.png', 'maskable-512.png', 'apple-touch-icon.png'])(
		'%s has its ticked cell in the one blue, upper right',
		(name) => {
			const { width, pixels } = decode(read(name));
			const places = [...pixels.keys()].filter((index) => pixels[index] === blue);
			expect(places.length).toBeGreaterThan(0);
			const outside = places.filter((index) => index % width < width * 0.45 || index / width > width * 0.55);
			expect(outside).toEqual([]);
		},
	);

	it.each(['icon.svg', 'masume.svg'])('%s is drawn with shapes alone: no font, no picture, no shade', (name) => {
		const drawing = read(name).toString();
		expect(drawing).not.toMatch(/<(text|image|filter|linearGradient|radialGradient|style|script)/);
		expect(new Set(drawing.match(/#[0-9a-f]{6}/g))).toEqual(new Set(['#1a1a1a', '#0017c1', '#ffffff']));
	});
});
