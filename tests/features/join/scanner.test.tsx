// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Camera } from '../../../src/features/join/camera.ts';
import { Scanner } from '../../../src/features/join/Scanner.tsx';
import { standing } from '../../ui/page.ts';
import { person } from '../arriving.ts';

/** A camera that shows one text after the other, and counts what is switched on. */
class PlayedCamera implements Camera {
	running = 0;
	readonly shown: (string | undefined)[];
	constructor(...shown: (string | undefined)[]) {
		this.shown = shown;
	}
	async open(): Promise<MediaStream> {
		this.running += 1;
		const stop = () => {
			this.running -= 1;
		};
		return { getTracks: () => [{ stop }] } as unknown as MediaStream;
	}
	async ownReader() {
		return async () => this.shown.shift();
	}
}

let codes: string[] = [];
const scanner = (camera: Camera) => {
	const page = standing(<Scanner camera={camera} onCode={(code) => codes.push(code)} onLeave={() => undefined} />);
	return { ...page, ...person(page) };
};

const looksAway = (hidden: boolean) =>
	act(async () => {
		Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});

beforeEach(async () => {
	codes = [];
	await looksAway(false);
	// Not there in happy-dom.
	Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { value: null, writable: true, configurable: true });
	HTMLMediaElement.prototype.play = async () => undefined;
});

describe('the camera', () => {
	test('reads an invitation, hands over its code and is switched off', async () => {
		const camera = new PlayedCamera(undefined, 'https://masume.example/join#0123-4567-89AB');
		scanner(camera);
		await expect.poll(() => codes).toEqual(['0123456789AB']);
		expect(camera.running).toBe(0);
	});

	test('goes on when something else is shown to it, and says so', async () => {
		const camera = new PlayedCamera('https://example.com/', undefined, undefined, undefined, undefined, '0123456789AB');
		const { sees } = scanner(camera);
		await sees('このQRコードは登録コードではありません');
		await expect.poll(() => codes).toEqual(['0123456789AB']);
	});

	test('is switched off when the page is left', async () => {
		const camera = new PlayedCamera();
		const { leave, sees } = scanner(camera);
		await sees('QRコードを枠の中に');
		expect(camera.running).toBe(1);
		leave();
		expect(camera.running).toBe(0);
	});

	test('is off while the page is out of sight, and on again after', async () => {
		const camera = new PlayedCamera();
		const { sees } = scanner(camera);
		await sees('QRコードを枠の中に');
		await looksAway(true);
		expect(camera.running).toBe(0);
		await looksAway(false);
		await expect.poll(() => camera.running).toBe(1);
	});

	test('that answers after the page was left is switched off at once', async () => {
		const camera = new PlayedCamera();
		let answer = (): void => {};
		const asked = new Promise<void>((resolve) => {
			answer = resolve;
		});
		const { leave } = scanner({ ...camera, open: () => asked.then(() => camera.open()), ownReader: camera.ownReader });
		leave();
		answer();
		await expect.poll(() => camera.running).toBe(0);
	});

	test.each([
		['NotAllowedError', 'カメラの使用が許可されていません'],
		['NotFoundError', 'この端末で使えるカメラが見つかりません'],
		['NotReadableError', 'ほかのアプリがカメラを使っていたら'],
	])('that cannot be used (%s) says why, and that typing goes too', async (name, words) => {
		const camera = { open: () => Promise.reject(new DOMException('', name)), ownReader: async () => undefined };
		const { sees, one } = scanner(camera);
		await sees(words);
		await sees('コードは手で入れることもできます');
		expect(one('video').hasAttribute('hidden')).toBe(true);
	});
});
