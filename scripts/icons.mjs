// `node scripts/icons.mjs`: draws the icons in public/icons anew, as SVG and, with Chromium, as PNG.
//
// The drawing: four manuscript cells, read as vertical writing is. In the first cell, upper right, a □ is ticked; in
// the last, lower left, stands the city's ◎. What lies between is still to be written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { openBrowser } from './toolchain/chromium.mjs';
import { at } from './toolchain/place.mjs';

const ink = '#1a1a1a';
const blue = '#0017c1';
const paper = '#ffffff';

const rect = (fill, x, y, width, height) =>
	`<rect fill="${fill}" x="${x}" y="${y}" width="${width}" height="${height}"/>`;

/** ☑ as the app draws it (on 36), in a cell of the given size. */
const tick = (x, y, cell, weight) => {
	const scale = cell / 36;
	const [left, top] = [x + 9 * scale, y + 18.2 * scale];
	const path = `M${left} ${top}l${6.2 * scale} ${6.8 * scale} ${11.8 * scale} ${-14.2 * scale}`;
	return `<path fill="none" stroke="${paper}" stroke-width="${weight}" stroke-linecap="square" d="${path}"/>`;
};

/** ◎, its inner circle filled where there are too few pixels for a second ring. */
const doubleCircle = (x, y, outer, inner, weight) => {
	const line = `fill="none" stroke="${ink}" stroke-width="${weight}"`;
	const second = inner > weight ? line : `fill="${ink}"`;
	return `<circle ${line} cx="${x}" cy="${y}" r="${outer}"/><circle ${second} cx="${x}" cy="${y}" r="${inner}"/>`;
};

const svg = (size, ...parts) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${parts.join('')}</svg>\n`;

/** Four cells with their frame. */
function framed() {
	const [size, rule] = [512, 18];
	const middle = (size - rule) / 2;
	const cell = middle + rule;
	const centre = [rule + (middle - rule) / 2, size - rule - (middle - rule) / 2];
	return svg(
		size,
		rect(ink, 0, 0, size, size),
		rect(paper, rule, rule, middle - rule, middle - rule),
		rect(paper, rule, cell, middle - rule, middle - rule),
		rect(paper, cell, cell, middle - rule, middle - rule),
		rect(blue, middle, 0, cell, cell),
		tick(middle, 0, cell, 32),
		doubleCircle(...centre, 80, 36, 20),
	);
}

/** The same on a grid of 16, every edge on a pixel. */
const tiny = () =>
	svg(
		16,
		rect(ink, 0, 0, 16, 16),
		rect(paper, 1, 1, 7, 6),
		rect(paper, 1, 8, 7, 7),
		rect(paper, 9, 8, 6, 7),
		rect(blue, 8, 0, 8, 8),
		tick(8, 0, 8, 1.5),
		doubleCircle(4.5, 11.5, 2.5, 0.9, 1),
	);

/** Ruled paper that goes on beyond the edge, for systems that cut their own shape out of it. */
function ruled(pitch, rule) {
	const size = 512;
	const lines = [size / 2 - pitch, size / 2, size / 2 + pitch].map((line) => line - rule / 2);
	const [first, middle] = lines;
	const cell = pitch + rule;
	return svg(
		size,
		rect(paper, 0, 0, size, size),
		...lines.map((line) => rect(ink, 0, line, size, rule) + rect(ink, line, 0, rule, size)),
		rect(blue, middle, first, cell, cell),
		tick(middle, first, cell, cell / 8),
		doubleCircle(size / 2 - pitch / 2, size / 2 + pitch / 2, pitch * 0.33, pitch * 0.15, rule * 1.15),
	);
}

/** Shortcut 取組一覧: squares of the list, one of each kind, with their lines. */
function list() {
	const line = (y) => rect(ink, 44, y, 44, 6);
	const square = (y, colour, fill) => rect(colour, 8, y, 24, 24) + fill;
	return svg(
		96,
		square(4, blue, tick(8, 4, 24, 3.5)),
		square(36, blue, rect(paper, 11, 39, 18, 9)),
		square(68, ink, rect(paper, 11, 71, 18, 18)),
		...[13, 45, 77].map(line),
	);
}

/** Shortcut 今の時期: 実施中 with the bar that means 今の時期 on the home picture. */
const season = () =>
	svg(96, rect(blue, 16, 6, 64, 64), rect(paper, 22, 12, 52, 26), rect(ink, 16, 80, 64, 8));

const drawings = {
	'icon.svg': framed(),
	'favicon.svg': tiny(),
	'maskable.svg': ruled(144, 11),
	'apple-touch-icon.svg': ruled(184, 14),
	'shortcut-list.svg': list(),
	'shortcut-season.svg': season(),
};

/** Only what somebody asks for by name is kept as a file; the other drawings live in their PNGs. */
const keptAsSvg = ['icon.svg', 'favicon.svg'];

const pictures = [
	['icon-192.png', 'icon.svg', 192],
	['icon-512.png', 'icon.svg', 512],
	['maskable-192.png', 'maskable.svg', 192],
	['maskable-512.png', 'maskable.svg', 512],
	['apple-touch-icon.png', 'apple-touch-icon.svg', 180],
	['shortcut-list-96.png', 'shortcut-list.svg', 96],
	['shortcut-season-96.png', 'shortcut-season.svg', 96],
];

const folder = at('public', 'icons');
mkdirSync(folder, { recursive: true });
for (const name of keptAsSvg) writeFileSync(at('public', 'icons', name), drawings[name]);

const browser = await openBrowser();
const page = await browser.newPage();
for (const [name, drawing, size] of pictures) {
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${drawings[drawing]}`);
	await page.screenshot({ path: at('public', 'icons', name), omitBackground: true });
}
await browser.close();
