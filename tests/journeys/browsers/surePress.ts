type Watched = Window & { pressed?: 'waiting' | 'hit' | 'missed' };

/**
 * Waits until a control stands still in the middle of the window, where nothing fixed lies over it, and listens for where
 * the next click lands. Runs inside the page; `done` is called when it may be clicked.
 */
export function standsStill(control: HTMLElement, done: () => void): void {
	control.scrollIntoView({ block: 'center' });
	const placeNow = () => {
		const { x, y, width, height } = control.getBoundingClientRect();
		return [x, y, width, height].join();
	};
	const listen = () => {
		const page = window as Watched;
		page.pressed = 'waiting';
		const hears = ({ target }: Event) => {
			const at = target as HTMLElement;
			const label = at.closest('label');
			const hit = control.contains(at) || at === label?.control || label?.control === control || label === control;
			page.pressed = hit ? 'hit' : 'missed';
		};
		document.addEventListener('click', hears, { capture: true, once: true });
		done();
	};
	let before = placeNow();
	let still = 0;
	let frames = 0;
	const look = () => {
		const now = placeNow();
		still = now === before ? still + 1 : 0;
		before = now;
		frames += 1;
		if (still >= 3 || frames > 120) listen();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

/** Whether the click went beside it. A page that has been replaced meanwhile knows of no click: it was hit. */
export const wentBeside = (): boolean => (window as Watched).pressed === 'missed';
