// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { Choice } from '../../src/ui/Choice.tsx';
import { standing } from './page.ts';

const options = [
	{ value: 'excellent', content: '◎' },
	{ value: 'good', content: '○' },
	{ value: 'insufficient', content: '△' },
] as const;
type Mark = (typeof options)[number]['value'];

function choice(chosen: Mark | undefined, onChoose: (value: Mark) => unknown = () => undefined) {
	const drawn = (now: Mark | undefined) => (
		<Choice name="mark" label="中間の評価" look="segments" options={options} chosen={now} onChoose={onChoose} />
	);
	const page = standing(drawn(chosen));
	return {
		...page,
		says: (now: Mark | undefined) => page.draw(drawn(now)),
		chosen: () =>
			page
				.all<HTMLInputElement>('input')
				.filter(({ checked }) => checked)
				.map(({ value }) => value),
		presses: (value: Mark) => act(async () => page.one<HTMLInputElement>(`input[value=${value}]`).click()),
	};
}

describe('one of several', () => {
	test('is a named group of radio buttons in the order given, with the chosen one checked', () => {
		const { one, all, chosen } = choice('good');
		expect(one('[role=radiogroup]').getAttribute('aria-label')).toBe('中間の評価');
		expect(all<HTMLInputElement>('input[type=radio]').map(({ value }) => value)).toEqual([
			'excellent',
			'good',
			'insufficient',
		]);
		expect(new Set(all<HTMLInputElement>('input').map(({ name }) => name)).size).toBe(1);
		expect(chosen()).toEqual(['good']);
	});

	test('may be none', () => {
		expect(choice(undefined).chosen()).toEqual([]);
	});

	test('tells what was chosen', async () => {
		const told: Mark[] = [];
		const { presses } = choice(undefined, (value) => told.push(value));
		await presses('excellent');
		expect(told).toEqual(['excellent']);
	});

	test.each([['good' as const], [undefined]])(
		'shows the one before (%s) again where the choice could not be kept',
		async (before) => {
			const { presses, chosen } = choice(before, () => Promise.resolve(false));
			await presses('excellent');
			expect(chosen()).toEqual(before ? [before] : []);
		},
	);

	test('keeps showing the choice that was kept', async () => {
		const { presses, chosen, says } = choice('good', () => Promise.resolve(true));
		await presses('excellent');
		says('excellent');
		expect(chosen()).toEqual(['excellent']);
	});
});
