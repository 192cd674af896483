import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { happens, type Standing } from '../ui/page.ts';

/** What a person does on a page that answers later: parts of it are loaded, the endpoint is asked. */
export const person = (page: Standing) => {
	const find = (selector: string, words: string): HTMLElement => {
		const found = page.all<HTMLElement>(selector).find(({ textContent }) => textContent?.trim() === words);
		if (!found) throw new Error(`no ${selector} 「${words}」`);
		return found;
	};
	const sees = (words: string): Promise<void> =>
		vi.waitFor(async () => {
			// What has come meanwhile is drawn.
			await act(async () => undefined);
			if (!seen().includes(words)) throw new Error(`「${words}」 is not in 「${seen()}」`);
		});
	const seen = (): string => document.body.textContent ?? '';
	return {
		sees,
		seen,
		presses: async (words: string): Promise<void> => {
			await act(async () => find('button', words).click());
		},
		chooses: async (words: string): Promise<void> => {
			const radio = find('label', words).querySelector('input');
			await act(async () => radio?.click());
		},
		types: (selector: string, text: string): void => {
			const field = page.one<HTMLInputElement>(selector);
			field.value = text;
			happens(field, 'input');
		},
		sends: async (): Promise<void> => {
			await act(async () => {
				page.one('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
			});
		},
	};
};
