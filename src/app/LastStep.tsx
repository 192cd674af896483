import { useEffect } from 'preact/hooks';
import type { Session } from '../session/session.ts';
import { Toast } from '../ui/Toast.tsx';

/** Ctrl+Z takes the last step back, except in a field, where it belongs to the text. */
const useUndoKey = (session: Session) =>
	useEffect(() => {
		const undo = (event: KeyboardEvent) => {
			const inField =
				event.target instanceof Element && event.target.matches('input:not([type=radio]), textarea, select');
			const pressed = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.isComposing;
			const notice = session.notice.peek();
			if (!pressed || inField || !notice?.undo) return;
			event.preventDefault();
			notice.undo();
		};
		document.addEventListener('keydown', undo);
		return () => document.removeEventListener('keydown', undo);
	}, [session]);

/** The last step in words, and the way back. */
export function LastStep({ session }: { session: Session }) {
	const notice = session.notice.value;
	useUndoKey(session);
	return (
		<Toast
			words={notice?.words}
			undo={notice?.undo}
			onGone={() => {
				session.notice.value = undefined;
			}}
		/>
	);
}
