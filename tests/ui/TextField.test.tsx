// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TextField } from '../../src/ui/TextField.tsx';
import { happens, standing } from './page.ts';

type Commit = readonly [text: string, seen: readonly string[]];

/** 「実績」 with a text in it that came from operation `a`. */
function field(value = '', seen: readonly string[] = ['a.1'], singleLine = false) {
	const commits: Commit[] = [];
	const drawn = (text: string, heads: readonly string[]) => (
		<TextField
			id="result"
			value={text}
			seen={heads}
			onCommit={(typed, from) => commits.push([typed, from])}
			singleLine={singleLine}
		/>
	);
	const page = standing(drawn(value, seen));
	const element = page.one<HTMLTextAreaElement>('#result');
	return {
		commits,
		element,
		types(text: string) {
			element.value = text;
			happens(element, 'input');
		},
		/** The IME shows what it would become; nothing of it is decided. */
		composes(text: string) {
			happens(element, 'compositionstart');
			element.value = text;
			happens(element, 'compositionupdate', 'input');
		},
		decides(text = element.value) {
			element.value = text;
			happens(element, 'compositionend');
		},
		arrives: (text: string, heads: readonly string[]) => page.draw(drawn(text, heads)),
		leave: page.leave,
	};
}

const passes = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));
const visibility = (state: DocumentVisibilityState) => {
	Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
	happens(document, 'visibilitychange');
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	Reflect.deleteProperty(document, 'visibilityState');
});

describe('a typed text is handed over', () => {
	test('when the field is left, once', () => {
		const { types, element, commits } = field();
		types('運動会で使った');
		expect(commits).toEqual([]);
		happens(element, 'blur');
		expect(commits).toEqual([['運動会で使った', ['a.1']]]);
		happens(element, 'blur');
		void passes(5000);
		expect(commits).toHaveLength(1);
	});

	test('two seconds after the last keystroke, and not while keys are being pressed', () => {
		const { types, commits } = field();
		types('運');
		void passes(1900);
		types('運動');
		void passes(1900);
		expect(commits).toEqual([]);
		void passes(100);
		expect(commits).toEqual([['運動', ['a.1']]]);
	});

	test('when the page hides, and not when it comes back', () => {
		const { types, commits } = field();
		types('運動会');
		visibility('visible');
		expect(commits).toEqual([]);
		visibility('hidden');
		expect(commits).toEqual([['運動会', ['a.1']]]);
	});

	test('when the page goes', () => {
		const { types, commits } = field();
		types('運動会');
		happens(window, 'pagehide');
		expect(commits).toEqual([['運動会', ['a.1']]]);
	});

	test('when another page of the app takes its place', () => {
		const { types, leave, commits } = field();
		types('運動会');
		leave();
		expect(commits).toEqual([['運動会', ['a.1']]]);
		void passes(5000);
		visibility('hidden');
		expect(commits).toHaveLength(1);
	});

	test('on one line just as on several', () => {
		const { types, element, commits } = field('', ['a.1'], true);
		expect(element.tagName).toBe('INPUT');
		types('情報主任');
		happens(element, 'blur');
		expect(commits).toEqual([['情報主任', ['a.1']]]);
	});

	test('and not where nothing has changed', () => {
		const { types, element, commits } = field('運動会');
		happens(element, 'focus', 'blur');
		types('運動会で');
		types('運動会');
		happens(element, 'blur');
		expect(commits).toEqual([]);
	});

	test('also when it is put back to what it was before its first part was saved', () => {
		const { types, element, commits } = field('はじめ');
		types('はじめに');
		void passes(2000);
		types('はじめ');
		happens(element, 'blur');
		expect(commits.map(([text]) => text)).toEqual(['はじめに', 'はじめ']);
	});
});

describe('while an IME is composing', () => {
	test('nothing is handed over: not after two seconds, not on leaving the field, not on Enter (229)', () => {
		const { composes, element, commits } = field();
		composes('うんどう');
		void passes(10_000);
		happens(element, new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true }));
		happens(element, 'blur');
		expect(commits).toEqual([]);
		expect(element.value).toBe('うんどう');
	});

	test('what was decided is handed over two seconds later, or on leaving the field', () => {
		const { composes, decides, element, commits } = field();
		composes('うんどうかい');
		decides('運動会');
		void passes(1999);
		expect(commits).toEqual([]);
		void passes(1);
		expect(commits).toEqual([['運動会', ['a.1']]]);
		composes('運動会つか');
		decides('運動会で使った');
		happens(element, 'blur');
		expect(commits.at(-1)).toEqual(['運動会で使った', ['a.1']]);
	});

	test('a composition that was begun within two seconds of a keystroke is not torn', () => {
		const { types, composes, commits } = field();
		types('5年2組');
		void passes(1500);
		composes('5年2組で');
		void passes(1500);
		expect(commits).toEqual([]);
	});

	test.each([
		['hides', () => visibility('hidden')],
		['goes', () => happens(window, 'pagehide')],
	])('and the page %s, what was decided before is saved and what is half composed is not', (_, goes) => {
		const { types, composes, decides, element, commits } = field();
		types('運動会で');
		composes('運動会でつk');
		goes();
		expect(commits).toEqual([['運動会で', ['a.1']]]);
		expect(element.value).toBe('運動会でつk');
		decides('運動会で使った');
		happens(element, 'blur');
		expect(commits.at(-1)).toEqual(['運動会で使った', ['a.1']]);
	});

	test('and another page takes its place, what was decided before is saved', () => {
		const { types, composes, leave, commits } = field();
		types('運動会で');
		composes('運動会でつk');
		leave();
		expect(commits).toEqual([['運動会で', ['a.1']]]);
	});

	test('a text that arrives from outside leaves the composition alone', () => {
		const { composes, arrives, element } = field();
		composes('うんどう');
		arrives('ほかの端末で', ['b.1']);
		expect(element.value).toBe('うんどう');
	});
});

describe('a text that arrives from outside', () => {
	test('is shown where nobody is typing', () => {
		const { arrives, element, commits } = field('はじめ');
		arrives('ほかの端末で', ['b.1']);
		expect(element.value).toBe('ほかの端末で');
		happens(element, 'blur');
		expect(commits).toEqual([]);
	});

	test('does not replace what is being typed, which says what it was typed over', () => {
		const { types, arrives, element, commits } = field('はじめ', ['a.1']);
		types('はじめに書いた');
		arrives('ほかの端末で', ['b.1']);
		expect(element.value).toBe('はじめに書いた');
		happens(element, 'blur');
		expect(commits).toEqual([['はじめに書いた', ['a.1']]]);
	});

	test('is shown after all when the typing came to nothing', () => {
		const { types, arrives, element, commits } = field('はじめ', ['a.1']);
		types('はじめに');
		types('はじめ');
		arrives('ほかの端末で', ['b.1']);
		happens(element, 'blur');
		expect(commits).toEqual([]);
		expect(element.value).toBe('ほかの端末で');
	});

	test('is what the next typing starts from', () => {
		const { types, arrives, element, commits } = field('はじめ', ['a.1']);
		arrives('ほかの端末で', ['b.1']);
		types('ほかの端末で直した');
		happens(element, 'blur');
		expect(commits).toEqual([['ほかの端末で直した', ['b.1']]]);
	});

	test('leaves a refused text standing: the old text is no news', () => {
		const { types, arrives, element } = field('はじめ', ['a.1']);
		types('はじめに書いた');
		happens(element, 'blur');
		arrives('はじめ', ['a.1']);
		expect(element.value).toBe('はじめに書いた');
	});
});
