import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const paletteSize = 256;

function* chunksOf(png) {
	for (let at = signature.length; at < png.length; ) {
		const length = png.readUInt32BE(at);
		yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
		at += length + 12;
	}
}

const paeth = (left, up, upLeft) => {
	const guess = left + up - upLeft;
	const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(guess - value));
	if (toLeft <= toUp && toLeft <= toUpLeft) return left;
	return toUp <= toUpLeft ? up : upLeft;
};

const predictions = [
	() => 0,
	(left) => left,
	(_, up) => up,
	(left, up) => (left + up) >> 1,
	(left, up, upLeft) => paeth(left, up, upLeft),
];

/** Takes the line filters of the format back, in place; the first byte of each line names its filter. */
function unfilter(lines, stride, bytes) {
	for (let start = 0; start < lines.length; start += stride) {
		const predict = predictions[lines[start]];
		for (let at = start + 1; at < start + stride; at++) {
			const inside = at > start + bytes;
			const above = start > 0;
			const left = inside ? lines[at - bytes] : 0;
			const up = above ? lines[at - stride] : 0;
			lines[at] += predict(left, up, inside && above ? lines[at - stride - bytes] : 0);
		}
	}
}

/** Width, height and one number 0xRRGGBB a pixel of an opaque picture as Chromium writes it. */
export function decode(png) {
	const chunks = [...chunksOf(png)];
	const header = chunks[0].data;
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	const bytes = { 2: 3, 6: 4 }[header[9]];
	if (header[8] !== 8 || bytes === undefined || header[12] !== 0)
		throw new Error('not a PNG of the kind Chromium writes');
	const stride = width * bytes + 1;
	const lines = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
	unfilter(lines, stride, bytes);
	const pixels = new Uint32Array(width * height);
	for (let index = 0; index < pixels.length; index++) {
		const at = Math.floor(index / width) * stride + 1 + (index % width) * bytes;
		pixels[index] = lines.readUIntBE(at, 3);
	}
	return { width, height, pixels };
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];

function nearest(colour, palette) {
	const wanted = channels(colour);
	const distance = (other) => channels(other).reduce((sum, value, at) => sum + (value - wanted[at]) ** 2, 0);
	return palette.reduce((best, other, at) => (distance(other) < distance(palette[best]) ? at : best), 0);
}

/** The most used colours, and for every colour its place among them: a page of text and rules needs few more. */
function paletteOf(pixels) {
	const counts = new Map();
	for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	const byUse = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
	const palette = byUse.slice(0, paletteSize);
	const places = new Map(byUse.map((colour, at) => [colour, at < paletteSize ? at : nearest(colour, palette)]));
	return { palette, places };
}

/** The format's check sum. zlib has it only from Node 22 on. */
function crc32(bytes) {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
	}
	return ~sum >>> 0;
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** The same picture with one byte a pixel: a third of the size for a page that is mostly paper. */
export function indexed(png) {
	const { width, height, pixels } = decode(png);
	const { palette, places } = paletteOf(pixels);
	const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	const lines = Buffer.alloc((width + 1) * height);
	for (let index = 0; index < pixels.length; index++) {
		lines[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = places.get(pixels[index]);
	}
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flatMap(channels))),
		chunk('IDAT', deflateSync(lines, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}
