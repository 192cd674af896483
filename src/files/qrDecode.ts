import { decodeQR } from 'qr/decode.js';

/** A picture as a canvas gives it: RGBA, row by row. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray;
}

/** The text of a QR code in a picture; undefined where there is none, or none that can be read. */
export const decodeQr = (pixels: Pixels): string | undefined => {
	try {
		return decodeQR(pixels, { format: 'RGBA' });
	} catch {
		// Its way of saying that this frame shows no readable code.
		return undefined;
	}
};
