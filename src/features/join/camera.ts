/** Reads the code that the camera sees now; undefined where there is none in sight. */
export type FrameReader = (video: HTMLVideoElement) => Promise<string | undefined>;

export interface Camera {
	/** The camera at the back, where there are several. Rejects with the browser's `DOMException`. */
	open(): Promise<MediaStream>;
	/** The browser's own reader of QR codes, where it has one. */
	ownReader(): Promise<FrameReader | undefined>;
}

const reading = {
	denied:
		'カメラの使用が許可されていません。許可するには、ブラウザや端末の設定で、このサイトのカメラを「許可」にします。',
	missing: 'この端末で使えるカメラが見つかりません。',
	busy: 'カメラを使えませんでした。ほかのアプリがカメラを使っていたら、閉じてからもう一度お試しください。',
};

const byName: Readonly<Record<string, string>> = {
	NotAllowedError: reading.denied,
	SecurityError: reading.denied,
	NotFoundError: reading.missing,
	OverconstrainedError: reading.missing,
	// No camera can be asked for at all: an old browser, or a site without encryption.
	TypeError: reading.missing,
};

/** Why there is no picture, in words. Typing the code is always possible, and says so. */
export const cameraTrouble = (error: unknown): string =>
	`${byName[error instanceof Error || error instanceof DOMException ? error.name : ''] ?? reading.busy}コードは手で入れることもできます。`;
