import type { FrameReader } from './camera.ts';

/** Longer side of the picture that is searched: enough for a code that fills a quarter of it. */
const longestSide = 720;

/** Reads QR codes from the camera's picture where the browser has no reader of its own; its code is loaded now. */
export const createPixelReader = async (): Promise<FrameReader> => {
	const { decodeQr } = await import('../../files/qrDecode.ts');
	const canvas = document.createElement('canvas');
	const brush = canvas.getContext('2d', { willReadFrequently: true });
	return async (video) => {
		const { videoWidth, videoHeight } = video;
		if (!brush || videoWidth === 0) return undefined;
		const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
		canvas.width = Math.round(videoWidth * scale);
		canvas.height = Math.round(videoHeight * scale);
		brush.drawImage(video, 0, 0, canvas.width, canvas.height);
		return decodeQr(brush.getImageData(0, 0, canvas.width, canvas.height));
	};
};
