// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { RatingMark } from '../../src/ui/RatingMark.tsx';
import { Square, SquareSymbols, squareWords } from '../../src/ui/Square.tsx';
import { ratingsInOrder, statusesInOrder } from '../../src/ui/words.ts';
import { standing } from './page.ts';

describe('a square', () => {
	test.each(statusesInOrder)('%s is drawn with a symbol that stands in the page', (status) => {
		const { all } = standing(
			<>
				<SquareSymbols />
				<Square status={status} conflict returned changed />
			</>,
		);
		const symbols = all('symbol').map(({ id }) => `#${id}`);
		const used = all('use').map((use) => use.getAttribute('href'));
		expect(used).toHaveLength(4);
		for (const href of used) expect(symbols).toContain(href);
	});

	test('looks different in every state, and again with a 食い違い, when sent back, when changed', () => {
		const either = [false, true];
		const looks = statusesInOrder.flatMap((status) =>
			either.flatMap((conflict) =>
				either.flatMap((returned) =>
					either.map(
						(changed) => standing(<Square {...{ status, conflict, returned, changed }} />).one('svg').innerHTML,
					),
				),
			),
		);
		expect(new Set(looks).size).toBe(32);
	});

	test('with a label is a picture with a name; beside words it is silent', () => {
		const named = standing(<Square status="achieved" label={squareWords('achieved', false)} />).one('svg');
		expect([named.getAttribute('role'), named.getAttribute('aria-label')]).toEqual(['img', '達成']);
		expect(named.getAttribute('aria-hidden')).toBeNull();
		const silent = standing(<Square status="achieved" />).one('svg');
		expect([silent.getAttribute('role'), silent.getAttribute('aria-hidden')]).toEqual([null, 'true']);
	});

	test('says its state, its 差戻し and its 食い違い in words', () => {
		expect(statusesInOrder.map((status) => squareWords(status, false))).toEqual([
			'未着手',
			'実施中',
			'達成',
			'該当なし',
		]);
		expect(squareWords('inProgress', true)).toBe('実施中、入力の食い違い');
		expect(squareWords('achieved', true, true)).toBe('達成、差戻し、入力の食い違い');
	});
});

test('◎○△ are three drawings', () => {
	const drawings = ratingsInOrder.map((rating) => standing(<RatingMark rating={rating} />).one('svg').innerHTML);
	expect(new Set(drawings).size).toBe(3);
	expect(drawings.every(Boolean)).toBe(true);
});
