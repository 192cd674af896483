/**
 * The finger and the eye, inside the page, so that no trip between driver and browser is counted. `startProbe` runs
 * before any script of the page and is sent there as text: it may use nothing from outside itself.
 *
 * - "Painted" means: the first task after the frame that drew it. The task is queued in a `requestAnimationFrame`
 *   callback and so runs when that frame's style, layout and paint are through on the page's main thread; what the
 *   compositor and the screen add is the same for every page and is not in it.
 * - "As soon as it is actionable" means: a checkbox is pressed when the frame that shows it is painted, and not before.
 *   The first start stands in the HTML long before its script; its button is pressed in every frame until a press is
 *   answered (the form is sent by script, which is seen by `defaultPrevented`). A returning visit is only watched for
 *   the checkbox to come.
 */
export interface Selectors {
	/** The first start's form, where the page has one. */
	readonly start?: string;
	readonly checkbox: string;
}

/** Milliseconds since the navigation began. */
export interface Visit {
	/** The first start answered the press. */
	readonly started?: number;
	/** The list's first □ stood on the screen. */
	readonly listed: number;
	/** The ticked □ stood on the screen. */
	readonly ticked: number;
}

/** One tick on a list at rest. */
export interface Tick {
	/** From the press to the painted □: everything the page computes, without the wait for the next frame. */
	readonly work: number;
	/** The frame in which the press was made shows the tick already. */
	readonly sameFrame: boolean;
	/** Rows of the list that changed in any way until the tick was written and all was quiet. */
	readonly rows: number;
}

export interface Probe {
	/** Ends with the first painted tick. */
	readonly visit: Promise<Visit>;
	/** Ticks the n-th □. */
	tick(index: number): Promise<Tick>;
}

export function startProbe({ start, checkbox }: Selectors): void {
	/** Resolves inside the next frame, before it is laid out and painted. */
	const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
	/** Called inside a frame: resolves when it is painted. */
	const frameEnd = () =>
		new Promise<void>((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve();
			port2.postMessage(undefined);
		});
	const firstBox = () => document.querySelector<HTMLElement>(checkbox);
	const isTicked = (box: Element | null) =>
		box instanceof HTMLInputElement ? box.checked : box?.getAttribute('aria-checked') === 'true';

	/** Whether a press on the first start is answered by script; if it is not, nothing has happened. */
	const startAnswers = (): boolean => {
		const form = start ? document.querySelector<HTMLFormElement>(start) : null;
		if (!form || form.getClientRects().length === 0) return false;
		let answered = false;
		const look = (event: Event) => {
			answered = event.defaultPrevented;
			event.preventDefault();
		};
		addEventListener('submit', look);
		form.querySelector<HTMLElement>('[type=submit]')?.click();
		removeEventListener('submit', look);
		return answered;
	};

	/** Waits without asking for frames: a page that draws every 16 ms because it is watched is not the page as it is. */
	const boxAppears = () =>
		new Promise<void>((resolve) => {
			const look = () => {
				if (!firstBox()) return;
				watch.disconnect();
				resolve();
			};
			const watch = new MutationObserver(look);
			watch.observe(document, { subtree: true, childList: true });
			look();
		});

	const pressStart = async (): Promise<number> => {
		for (;;) {
			await frame();
			if (startAnswers()) return performance.now();
			await frameEnd();
		}
	};

	const visit = async (): Promise<Visit> => {
		const started = start ? await pressStart() : undefined;
		await boxAppears();
		await frame();
		await frameEnd();
		const listed = performance.now();
		const before = isTicked(firstBox());
		firstBox()?.click();
		for (let drawn = false; !drawn; await frameEnd()) {
			await frame();
			drawn = isTicked(firstBox()) !== before;
		}
		return { ...(started !== undefined && { started }), listed, ticked: performance.now() };
	};

	const changedRows = (rows: Set<Element>) =>
		new MutationObserver((records) => {
			for (const { target } of records) {
				const row = (target instanceof Element ? target : target.parentElement)?.closest('li');
				if (row?.querySelector(checkbox)) rows.add(row);
			}
		});

	const tick = async (index: number): Promise<Tick> => {
		const box = document.querySelectorAll<HTMLElement>(checkbox)[index];
		if (!box) throw new Error(`no checkbox ${index}`);
		const before = isTicked(box);
		const rows = new Set<Element>();
		const watch = changedRows(rows);
		watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
		await frame();
		const pressed = performance.now();
		box.click();
		await frameEnd();
		const work = performance.now() - pressed;
		const sameFrame = isTicked(box) !== before;
		await new Promise((resolve) => setTimeout(resolve, 400));
		watch.disconnect();
		return { work, sameFrame, rows: rows.size };
	};

	if (window === window.top) Object.assign(window, { probe: { visit: visit(), tick } });
}
