import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { allSchoolActions } from '../../src/domain/plan/find.ts';
import { PlanText, piecesOf } from '../../src/ui/PlanText.tsx';
import { editionIds, loadEdition } from '../seeds/editions.ts';

const seed = Number(process.env.SEED ?? Date.now());
console.info(`PlanText: SEED=${seed}`);

const joined = (text: string) =>
	piecesOf(text)
		.map((piece) => piece.text)
		.join('');

const everySentence = editionIds.flatMap((id) => {
	const edition = loadEdition(id);
	const measures = edition.policies.flatMap(({ areas }) => areas.flatMap((area) => area.measures));
	return [
		...edition.policies.map(({ title }) => title),
		...measures.flatMap(({ title, summary }) => [title, summary]),
		...allSchoolActions(edition).map(({ action }) => action.text),
	];
});

describe('a sentence of the plan', () => {
	test('is shown word for word, all of them', () => {
		expect(everySentence.length).toBeGreaterThan(100);
		for (const sentence of everySentence) {
			expect(joined(sentence)).toBe(sentence);
			expect(renderToString(<PlanText text={sentence} />).replace(/<[^>]*>/g, '')).toBe(sentence);
		}
	});

	test('as any text a school may write, is shown letter for letter', () => {
		const words = fc.constantFrom('年1回', '週１回以上', '生成AI', '1人1台', '\n', ' ', 'を', '𠮷', 'ｱ');
		const text = fc
			.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 8 })))
			.map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(text, (each) => {
				expect(joined(each)).toBe(each);
			}),
			{ seed },
		);
	});

	test('keeps its terms and its last five letters whole', () => {
		expect(piecesOf('１人１台端末を週3回以上活用する。')).toEqual([
			{ text: '１人１台', whole: true },
			{ text: '端末を', whole: false },
			{ text: '週3回以上活用する。', whole: true },
		]);
		expect(piecesOf('短い')).toEqual([{ text: '短い', whole: true }]);
		expect(piecesOf('')).toEqual([]);
	});
});
