import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedText, difference } from '../../src/ui/difference.ts';

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

describe('both texts in one', () => {
	const read = (before: string, after: string, without: 'removed' | 'added') =>
		changedText(before, after)
			.filter(({ how }) => how !== without)
			.map(({ text }) => text)
			.join('');

	test('read without what came in are the old one, without what went the new one; nothing stands empty or split', () => {
		fc.assert(
			fc.property(sentence, sentence, (before, after) => {
				expect([read(before, after, 'added'), read(before, after, 'removed')]).toEqual([before, after]);
				const pieces = changedText(before, after);
				expect(pieces.every(({ text }) => text !== '')).toBe(true);
				for (const [index, { how }] of pieces.entries()) expect(pieces[index + 1]?.how).not.toBe(how);
			}),
			{ seed },
		);
	});

	test('are not torn for a syllable that both happen to have', () => {
		expect(changedText('授業を全学年で実施した。', '授業を1年から6年まで各学級で実践した。')).toEqual([
			{ text: '授業を', how: 'kept' },
			{ text: '全学年で実施', how: 'removed' },
			{ text: '1年から6年まで各学級で実践', how: 'added' },
			{ text: 'した。', how: 'kept' },
		]);
	});

	test('of great length are not compared letter by letter', () => {
		const [before, after] = ['あい'.repeat(1500), 'うえ'.repeat(1500)];
		expect(changedText(`前${before}後`, `前${after}後`)).toEqual([
			{ text: '前', how: 'kept' },
			{ text: before, how: 'removed' },
			{ text: after, how: 'added' },
			{ text: '後', how: 'kept' },
		]);
	});
});
