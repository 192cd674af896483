import { qrSvgPath } from '../../../src/files/qr.ts';

const width = 640;
const height = 480;
const desk = 150;
const paper = 235;
const print = 16;

/** A film for Chromium's played camera (YUV4MPEG2, 10 pictures a second): a QR code on paper, held still. */
export function heldBeforeCamera(text: string): Buffer {
	const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);
	const grey = new Uint8Array((width * height) / 2).fill(128);
	const picture = Buffer.concat([Buffer.from('FRAME\n'), printed(text), grey]);
	return Buffer.concat([head, ...Array<Buffer>(10).fill(picture)]);
}

/** The brightness of every point. */
function printed(text: string): Uint8Array {
	const { size, path } = qrSvgPath(text);
	const module = Math.floor((height * 0.8) / size);
	const left = (width - size * module) >> 1;
	const top = (height - size * module) >> 1;
	const points = new Uint8Array(width * height).fill(desk);
	const paint = (x: number, y: number, modules: number, brightness: number): void => {
		for (let row = top + y * module; row < top + (y + 1) * module; row += 1) {
			const from = row * width + left + x * module;
			points.fill(brightness, from, from + modules * module);
		}
	};
	for (let row = 0; row < size; row += 1) paint(0, row, size, paper);
	for (const [, x, y, modules] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
		paint(Number(x), Number(y), Number(modules), print);
	}
	return points;
}
