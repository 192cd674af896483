import { describe, expect, test } from 'vitest';
import { formatCode, invitationAddress, mintCode, readCode } from '../../src/domain/exchange/code.ts';
import { qrSvgPath } from '../../src/files/qr.ts';
import { decodeQr, type Pixels } from '../../src/files/qrDecode.ts';

/** Paints the path as a browser would: every rectangle `Mx yhNv1h-Nz`, each module so many pixels wide. */
function painted(text: string, scale = 4): Pixels {
	const { size, path } = qrSvgPath(text);
	const width = size * scale;
	const data = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
			const from = (row * width + Number(x) * scale) * 4;
			for (let at = from; at < from + Number(length) * scale * 4; at += 4) data.set([0, 0, 0], at);
		}
	}
	return { width, height: width, data };
}

describe('a drawn invitation', () => {
	const code = mintCode((bytes) => bytes.map((_, index) => index * 37));
	const address = invitationAddress('https://masume.city.example.jp', code);

	test('is read again by the scanner, down to the code', () => {
		const read = decodeQr(painted(address));
		expect(read).toBe(address);
		expect(readCode(read ?? '')).toBe(code);
		expect(read).toContain(formatCode(code));
	});

	test('has four clear modules on every side', () => {
		const { size, path } = qrSvgPath(address);
		const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => ({
			x: Number(x),
			y: Number(y),
			end: Number(x) + Number(length),
		}));
		expect(Math.min(...runs.map(({ x }) => x))).toBe(4);
		expect(Math.max(...runs.map(({ end }) => end))).toBe(size - 4);
		expect(Math.min(...runs.map(({ y }) => y))).toBe(4);
		expect(Math.max(...runs.map(({ y }) => y))).toBe(size - 5);
	});

	test('is read with a smudge over part of it', () => {
		const picture = painted(address);
		const { width } = picture;
		for (let row = 0.6 * width; row < 0.68 * width; row += 1) {
			for (let column = 0.6 * width; column < 0.68 * width; column += 1) {
				picture.data.set([128, 128, 128], (Math.floor(row) * width + Math.floor(column)) * 4);
			}
		}
		expect(decodeQr(picture)).toBe(address);
	});
});

test('a picture without a code says nothing', () => {
	expect(decodeQr({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(200) })).toBeUndefined();
});
