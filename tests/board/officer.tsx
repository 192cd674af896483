import { act } from 'preact/test-utils';
import { BoardPages } from '../../src/board/BoardPages.tsx';
import { standing } from '../ui/page.ts';
import type { FakeEndpoint } from './fakeEndpoint.ts';

/** A board officer at an office PC, who has opened a page of the board. */
export async function officer(endpoint: FakeEndpoint, path = '/board', fragment = '') {
	history.replaceState(null, '', path);
	const saved: { name: string; text: string }[] = [];
	let printed = 0;
	const device = {
		...{ origin: 'https://masume.example.jp', fragment },
		save: (name: string, text: string) => void saved.push({ name, text }),
		print: () => {
			printed += 1;
		},
	};
	const page = standing(<BoardPages api={endpoint} device={device} />);
	const seen = (element: Element) => !element.closest('[hidden]');
	/** Waits for a state that the page reaches by itself; says what was there instead. */
	const until = async <Value,>(look: () => Value | undefined | false): Promise<Value> => {
		for (let turn = 0; turn < 200; turn += 1) {
			const found = look();
			if (found) return found;
			await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
		}
		throw new Error(`never came: ${look}\nin ${page.one('main').textContent}`);
	};
	const heading = () => page.all('h1').find(seen)?.textContent;
	const named = (selector: string, words: string) =>
		page.all<HTMLElement>(selector).find((each) => seen(each) && each.textContent?.trim().startsWith(words));
	await until(heading);
	return {
		...page,
		saved,
		printed: () => printed,
		until,
		heading,
		/** Everything that can be read on the page now. */
		text: () =>
			page
				.all('main > *')
				.filter(seen)
				.map(({ textContent }) => textContent)
				.join('\n'),
		reads: (words: string) =>
			until(() =>
				page
					.all('main > *')
					.filter(seen)
					.some((each) => each.textContent?.includes(words)),
			),
		button: (words: string) => named('button', words),
		async presses(words: string) {
			const target = await until(() => named('button, a', words));
			await act(async () => target.click());
		},
		async writes(label: string, text: string) {
			const found = page
				.all<HTMLLabelElement>('label')
				.find((each) => seen(each) && each.textContent?.trim() === label);
			const field = found && page.one<HTMLInputElement>(`[id="${found.htmlFor}"]`);
			if (!field) throw new Error(`no field 「${label}」`);
			await act(async () => {
				field.value = text;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			});
			return field;
		},
		async chooses(label: string) {
			const found = page
				.all<HTMLLabelElement>('label')
				.find((each) => seen(each) && each.textContent?.startsWith(label));
			const box = found?.querySelector('input');
			if (!box) throw new Error(`nothing to choose at 「${label}」`);
			await act(async () => box.click());
		},
	};
}
