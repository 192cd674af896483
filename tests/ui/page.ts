import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** A component standing in a page, drawn again with other properties whenever the story says so. */
export interface Standing {
	draw(content: ComponentChild): void;
	/** The page is left: the component goes. */
	leave(): void;
	one<Kind extends Element>(selector: string): Kind;
	all<Kind extends Element>(selector: string): Kind[];
}

/** The page that stood there before, still listening to the window. */
let before: Element | undefined;

export function standing(content: ComponentChild): Standing {
	void act(() => before && render(null, before));
	document.body.replaceChildren();
	const root = document.body.appendChild(document.createElement('div'));
	before = root;
	const draw = (next: ComponentChild): void => {
		void act(() => render(next, root));
	};
	draw(content);
	return {
		draw,
		leave: () => draw(null),
		one<Kind extends Element>(selector: string): Kind {
			const found = root.querySelector<Kind>(selector);
			if (!found) throw new Error(`nothing is ${selector} in ${root.innerHTML}`);
			return found;
		},
		all: <Kind extends Element>(selector: string) => [...root.querySelectorAll<Kind>(selector)],
	};
}

/** Something happens to an element, and everything that follows at once has followed. */
export const happens = (target: EventTarget, ...events: readonly (string | Event)[]): void => {
	for (const event of events) {
		void act(() => {
			target.dispatchEvent(typeof event === 'string' ? new Event(event, { bubbles: true }) : event);
		});
	}
};
