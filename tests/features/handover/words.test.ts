import { describe, expect, test } from 'vitest';
import { missingForReturn } from '../../../src/features/handover/missingForReturn.ts';
import { remainingWords } from '../../../src/features/handover/remainingWords.ts';
import type { SyncStatus } from '../../../src/sync/sync.ts';

describe('the time that is left', () => {
	test.each([
		[900_000, 'あと15分00秒'],
		[899_001, 'あと15分00秒'],
		[61_000, 'あと1分01秒'],
		[59_400, 'あと1分00秒'],
		[59_000, 'あと59秒'],
		[1, 'あと1秒'],
		[0, 'あと0秒'],
		[-5, 'あと0秒'],
	])('%i ms → %s', (milliseconds, words) => {
		expect(remainingWords(milliseconds)).toBe(words);
	});
});

describe('what stands between a device and being returned', () => {
	const status: SyncStatus = {
		known: true,
		running: false,
		waiting: 0,
		refused: [],
		summaryAgreed: false,
		offline: false,
		returnable: false,
		arrived: { at: '2026-11-21T04:00:00.000Z', receipt: '1' },
	};
	const refused = [{ id: 'a.1', reason: 'x', sentence: '' }];

	test('is nothing exactly when it is returnable and nothing is being written', () => {
		expect(missingForReturn({ ...status, returnable: true }, 0)).toEqual([]);
		expect(missingForReturn({ ...status, returnable: true }, 1)).not.toEqual([]);
	});

	test.each([
		['what waits', { waiting: 3 }, ['送信待ちの記録が3件']],
		['what was refused', { refused }, ['受け付けられなかった記録が1件']],
		['both', { waiting: 3, refused }, ['送信待ちの記録が3件', '受け付けられなかった記録が1件']],
		['the backup', {}, ['控え（バックアップ）に入るのを待って']],
	])('is told in words: %s', (_, changes, words) => {
		const missing = missingForReturn({ ...status, ...changes }, 0);
		expect(missing).toHaveLength(words.length);
		for (const [index, word] of words.entries()) expect(missing[index]).toContain(word);
	});

	test('is told in words: that nothing was ever exchanged', () => {
		const { arrived: _, contactAt: __, ...never } = status;
		expect(missingForReturn(never, 0)[0]).toContain('連絡がとれると分かります');
	});

	test('is told in words: that nothing of this device was left to send', () => {
		const { arrived: _, ...silent } = status;
		const missing = missingForReturn({ ...silent, contactAt: '2026-11-21T05:00:00.000Z' }, 0);
		expect(missing[0]).toContain('記録はすべて保管庫にあります');
	});
});
