// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Toast } from '../../src/ui/Toast.tsx';
import { happens, standing } from './page.ts';

function toast(words: string | undefined, undo?: () => void) {
	let gone = 0;
	const drawn = (next: string | undefined, back?: () => void) => (
		<Toast
			words={next}
			undo={back}
			onGone={() => {
				gone += 1;
			}}
		/>
	);
	const page = standing(drawn(words, undo));
	return {
		...page,
		says: (next: string | undefined, back?: () => void) => page.draw(drawn(next, back)),
		gone: () => gone,
		box: page.one<HTMLElement>('.toast'),
	};
}

const passes = (seconds: number) => void act(() => void vi.advanceTimersByTime(seconds * 1000));
const undo = () => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the toast', () => {
	test('says what was done, offers the way back, and goes by itself', () => {
		let undone = 0;
		const { one, gone } = toast('達成にしました', () => {
			undone += 1;
		});
		expect(one('[role=status]').textContent).toBe('達成にしました');
		happens(one('button'), 'click');
		expect(undone).toBe(1);
		passes(11);
		expect(gone()).toBe(0);
		passes(1);
		expect(gone()).toBe(1);
	});

	test('stands empty where nothing was done, so that screen readers hear it change', () => {
		const { one, all, gone } = toast(undefined);
		expect(one('[role=status]').textContent).toBe('');
		expect(all('button')).toEqual([]);
		passes(60);
		expect(gone()).toBe(0);
	});

	test.each([
		['the pointer', 'pointerenter', 'pointerleave'],
		['the focus', 'focus', 'blur'],
	])('stays as long as %s is on it, and then for its whole time again', (_, comes, goes) => {
		const { box, gone } = toast('達成にしました', undo);
		passes(10);
		happens(box, comes);
		passes(60);
		expect(gone()).toBe(0);
		happens(box, goes);
		passes(11);
		expect(gone()).toBe(0);
		passes(1);
		expect(gone()).toBe(1);
	});

	test('gives the next words their whole time, also when they are the same words', () => {
		const { says, gone } = toast('記録しました', () => 1);
		passes(10);
		says('記録しました', () => 2);
		passes(10);
		expect(gone()).toBe(0);
		passes(2);
		expect(gone()).toBe(1);
	});

	test('goes by itself after its button was pressed with the keyboard, which took the focus with it', () => {
		const { box, says, gone } = toast('達成にしました', undo);
		happens(box, 'focus');
		says(undefined);
		says('元に戻しました');
		passes(12);
		expect(gone()).toBe(1);
	});
});
