import { useEffect, useRef, useState } from 'preact/hooks';
import { readCode } from '../../domain/exchange/code.ts';
import { type Camera, cameraTrouble, type FrameReader } from './camera.ts';
import { createPixelReader } from './pixelReader.ts';

interface ScannerProps {
	camera: Camera;
	onCode: (code: string) => void;
	onLeave: () => void;
}

/** Milliseconds between two looks at the picture: quick for a person, light for a Chromebook. */
const betweenLooks = 150;

/** Reads a 登録コード with the device's camera. Pictures stay in this page; the camera is on only while it is in sight. */
export function Scanner({ camera, onCode, onLeave }: ScannerProps) {
	const video = useRef<HTMLVideoElement>(null);
	const [words, setWords] = useState('カメラを準備しています');
	const [failed, setFailed] = useState(false);

	useEffect(() => {
		const element = video.current;
		if (!element) return;
		return watch(element, camera, {
			onText: (text) => {
				const code = readCode(text);
				if (code) onCode(code);
				else setWords('このQRコードは登録コードではありません。招待の画面か登録票のQRコードを写してください。');
				return code !== undefined;
			},
			onSeen: () => setWords('QRコードを枠の中に写してください'),
			onTrouble: (error) => {
				setFailed(true);
				setWords(cameraTrouble(error));
			},
		});
	}, [camera]);

	return (
		<div class="scanner">
			<video ref={video} playsInline muted hidden={failed} aria-label="カメラの映像" />
			<p role="status" class={failed ? 'problem' : undefined}>
				{words}
			</p>
			<p class="small quiet">映像は読み取りにだけ使い、保存も送信もしません。</p>
			<button type="button" class="btn" onClick={onLeave}>
				コードを手で入れる
			</button>
		</div>
	);
}

interface Watching {
	/** A QR code was read. Returns whether that was what was looked for. */
	onText: (text: string) => boolean;
	/** The picture is there. */
	onSeen: () => void;
	onTrouble: (error: unknown) => void;
}

/** Shows the camera in `video` and looks at it again and again while the page is in sight. Returns the way to stop. */
function watch(video: HTMLVideoElement, camera: Camera, { onText, onSeen, onTrouble }: Watching): () => void {
	let stopped = false;
	let timer: number | undefined;
	let stream: MediaStream | undefined;
	/** Counts openings: a camera that answers after the page was hidden again is switched off at once. */
	let opening = 0;

	const release = () => {
		opening += 1;
		window.clearTimeout(timer);
		for (const track of stream?.getTracks() ?? []) track.stop();
		stream = undefined;
		video.srcObject = null;
	};
	const look = async (read: FrameReader, mine: number) => {
		// A frame that cannot be read now is followed by another one.
		const text = await read(video).catch(() => undefined);
		if (stopped || mine !== opening) return;
		if (text !== undefined && onText(text)) return release();
		timer = window.setTimeout(() => void look(read, mine), betweenLooks);
	};
	const begin = async () => {
		opening += 1;
		const mine = opening;
		const opened = await camera.open();
		if (stopped || mine !== opening) {
			for (const track of opened.getTracks()) track.stop();
			return;
		}
		stream = opened;
		video.srcObject = opened;
		await video.play();
		const read = (await camera.ownReader()) ?? (await createPixelReader());
		if (stopped || mine !== opening) return;
		onSeen();
		void look(read, mine);
	};
	const start = () =>
		void begin().catch((error) => {
			if (stopped) return;
			release();
			onTrouble(error);
		});
	const follow = () => {
		if (document.visibilityState === 'hidden') release();
		else if (!stream) start();
	};

	document.addEventListener('visibilitychange', follow);
	start();
	return () => {
		stopped = true;
		document.removeEventListener('visibilitychange', follow);
		release();
	};
}
