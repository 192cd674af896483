import { useEffect, useState } from 'preact/hooks';
import './toast.css';

const secondsShown = 12;

interface ToastProps {
	words: string | undefined;
	undo?: (() => void) | undefined;
	onGone: () => void;
}

/** What was just done, with a way back. Stays while the pointer or the focus is on it. */
export function Toast({ words, undo, onGone }: ToastProps) {
	const [held, setHeld] = useState(false);
	// A button that is pressed away takes its focus along and says nothing of it.
	useEffect(() => {
		if (!words) setHeld(false);
	}, [words]);
	useEffect(() => {
		if (!words || held) return;
		const timer = setTimeout(onGone, secondsShown * 1000);
		return () => clearTimeout(timer);
	}, [words, undo, held]);
	return (
		<div
			class={words ? 'toast toast-shown' : 'toast'}
			onPointerEnter={() => setHeld(true)}
			onPointerLeave={() => setHeld(false)}
			onFocusCapture={() => setHeld(true)}
			onBlurCapture={() => setHeld(false)}
		>
			<p role="status">{words}</p>
			{words && undo && (
				<button type="button" class="btn" onClick={undo}>
					元に戻す
				</button>
			)}
		</div>
	);
}
