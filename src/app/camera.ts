import type { Camera } from '../features/join/camera.ts';

/** Chromium's reader of codes; TypeScript's DOM does not know it. */
interface BarcodeDetector {
	detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface BarcodeDetectorClass {
	new (options: { formats: readonly string[] }): BarcodeDetector;
	getSupportedFormats(): Promise<readonly string[]>;
}

/** The device's camera and, where the browser has one (Chromebook), its own reader of QR codes. */
export const createCamera = (scope: typeof globalThis): Camera => ({
	open: async () =>
		scope.navigator.mediaDevices.getUserMedia({
			audio: false,
			video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
		}),
	ownReader: async () => {
		const { BarcodeDetector } = scope as { BarcodeDetector?: BarcodeDetectorClass };
		const formats: readonly string[] = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
		if (!BarcodeDetector || !formats.includes('qr_code')) return undefined;
		const detector = new BarcodeDetector({ formats: ['qr_code'] });
		return async (video) => (await detector.detect(video))[0]?.rawValue;
	},
});
