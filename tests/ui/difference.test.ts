import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference } from '../../src/ui/difference.ts';

const seed = Number(process.env.SEED ?? Date.now());
console.info(`difference: SEED=${seed}`);

const sentence = fc
	.array(fc.constantFrom('年1回', '授業', '活用', 'を', 'する', '。', 'ICT', '𠮷'), { maxLength: 12 })
	.map((each) => each.join(''));

const kept = (before: string, after: string) =>
	difference(before, after)
		.filter(({ added }) => !added)
		.map(({ text }) => text)
		.join('');

const isSubsequence = (part: string, whole: string): boolean => {
	let at = 0;
	for (const letter of whole) if (part.startsWith(letter, at)) at += letter.length;
	return at === part.length;
};

const letters = (text: string) => Array.from(text);

describe('what changed between two sentences', () => {
	test('is marked in the new one, which reads as it is printed; the rest stood in the old one, in this order', () => {
		fc.assert(
			fc.property(sentence, sentence, (before, after) => {
				const pieces = difference(before, after);
				expect(pieces.map(({ text }) => text).join('')).toBe(after);
				expect(isSubsequence(kept(before, after), before)).toBe(true);
				expect(pieces.every(({ text }) => text !== '')).toBe(true);
				for (const [index, piece] of pieces.entries()) expect(pieces[index + 1]?.added).not.toBe(piece.added);
			}),
			{ seed },
		);
	});

	test('is as little as can be: nothing where the sentences are the same, or something was only taken out', () => {
		fc.assert(
			fc.property(sentence, fc.array(fc.boolean(), { maxLength: 40 }), (before, gone) => {
				expect(kept(before, before)).toBe(before);
				const after = letters(before)
					.filter((_, index) => !gone[index])
					.join('');
				expect(kept(before, after)).toBe(after);
			}),
			{ seed },
		);
	});

	test('reads like this', () => {
		expect(difference('授業を年1回行う。', '授業を年2回以上行う。')).toEqual([
			{ text: '授業を年', added: false },
			{ text: '2', added: true },
			{ text: '回', added: false },
			{ text: '以上', added: true },
			{ text: '行う。', added: false },
		]);
		expect(difference('', '新しい')).toEqual([{ text: '新しい', added: true }]);
		expect(difference('古い', '')).toEqual([]);
	});
});
