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
	const points = [x + 9 * scale, y + 18.2 * scale, 6.2 * scale, 6.8 * scale, 11.8 * scale, -14.2 * scale];
	const [left, top, ...rest] = points.map((point) => Math.round(point * 100) / 100);
	const line = `stroke="${paper}" stroke-width="${weight}" stroke-linecap="square"`;
	return `<path fill="none" ${line} d="M${left} ${top}l${rest.join(' ')}"/>`;
};

/** ◎, its inner circle filled where there are too few pixels for a second ring. */
const doubleCircle = (x, y, outer, inner, weight) => {
	const line = `fill="none" stroke="${ink}" stroke-width="${weight}"`;
	const second = inner > weight ? line : `fill="${ink}"`;
	return `<circle ${line} cx="${x}" cy="${y}" r="${outer}"/><circle ${second} cx="${x}" cy="${y}" r="${inner}"/>`;
};

const svg = (size, ...parts) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${parts.join('')}</svg>\n`;

/** Four cells with their frame, on 512. */
function cells() {
	const [size, rule] = [512, 20];
	const middle = (size - rule) / 2;
	const [inside, second] = [middle - rule, middle + rule];
	const centre = [rule + inside / 2, second + inside / 2];
	return [
		rect(ink, 0, 0, size, size),
		rect(paper, rule, rule, inside, inside),
		rect(paper, rule, second, inside, inside),
		rect(paper, second, second, inside, inside),
		rect(blue, middle, 0, second, second),
		tick(middle, 0, second, 33),
		doubleCircle(...centre, 80, 36, 21),
	];
}

/** The mark on its own. */
const mark = () => svg(512, ...cells());

/** The mark on paper, for systems that cut their own shape out of it. */
function onPaper(part) {
	const edge = (512 - 512 * part) / 2;
	const placed = `<g transform="translate(${edge} ${edge}) scale(${part})">${cells().join('')}</g>`;
	return svg(512, rect(paper, 0, 0, 512, 512), placed);
}

/** The mark for a browser tab: on a grid of 16, every edge on a pixel. */
const tab = () =>
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

/** Shortcut 取組一覧: squares of the list, one of each kind, with their lines. */
function list() {
	const line = (y) => rect(ink, 46, y, 40, 6);
	const square = (y, colour, fill) => rect(colour, 10, y, 24, 24) + fill;
	return svg(
		96,
		square(4, blue, tick(10, 4, 24, 3.5)),
		square(36, blue, rect(paper, 13, 39, 18, 9)),
		square(68, ink, rect(paper, 13, 71, 18, 18)),
		...[13, 45, 77].map(line),
	);
}

/** Shortcut 今の時期: 実施中 with the bar that means 今の時期 on the home picture. */
const season = () => svg(96, rect(blue, 16, 6, 64, 64), rect(paper, 22, 12, 52, 26), rect(ink, 16, 80, 64, 8));

// A mask may cut away everything outside a circle of 80 %: a square of 9/16 stands inside it, corners and all.
const insideMask = 9 / 16;

const drawings = {
	mark: mark(),
	tab: tab(),
	maskable: onPaper(insideMask),
	appleTouch: onPaper(0.7),
	list: list(),
	season: season(),
};

const kept = [
	['masume.svg', 'mark'],
	['icon.svg', 'tab'],
];

const pictures = [
	['icon-192.png', 'mark', 192],
	['icon-512.png', 'mark', 512],
	['maskable-192.png', 'maskable', 192],
	['maskable-512.png', 'maskable', 512],
	['apple-touch-icon.png', 'appleTouch', 180],
	['shortcut-list-96.png', 'list', 96],
	['shortcut-season-96.png', 'season', 96],
];

const folder = at('public', 'icons');
mkdirSync(folder, { recursive: true });
for (const [name, drawing] of kept) writeFileSync(at('public', 'icons', name), drawings[drawing]);

const browser = await openBrowser();
const page = await browser.newPage();
for (const [name, drawing, size] of pictures) {
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${drawings[drawing]}`);
	await page.screenshot({ path: at('public', 'icons', name), omitBackground: name.startsWith('shortcut') });
}
await browser.close();
