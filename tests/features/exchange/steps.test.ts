import { describe, expect, test } from 'vitest';
import { type ExchangeStep, exchangeSteps, type SavedHere } from '../../../src/features/exchange/steps.ts';
import type { SyncStatus } from '../../../src/sync/sync.ts';
import { enrolment, PlayedSync } from '../playedSync.ts';

const saved: SavedHere = { at: '2026-11-21T01:42:00.000Z', pending: 0, trouble: false, today: '2026-11-21' };
const arrived = { at: '2026-11-20T07:40:00.000Z', receipt: '2026-E001-412' };

const told = (status: Partial<SyncStatus>, here: Partial<SavedHere> = {}): readonly ExchangeStep[] =>
	exchangeSteps(new PlayedSync({ enrolment, ...status }).status(), { ...saved, ...here });
const words = (steps: readonly ExchangeStep[]) => steps.map((step) => `${step.mark}: ${step.words}`);

describe('the way of what is entered', () => {
	test('ends on the device where it belongs to no school', () => {
		const { enrolment: _, ...alone } = new PlayedSync({ waiting: 3 }).status();
		expect(exchangeSteps(alone, saved)).toEqual([{ mark: 'there', words: '端末に保存しました', fact: '10:42' }]);
	});

	test('begins with what is not even saved yet', () => {
		expect(words(told({}, { pending: 2 }))).toEqual(['waiting: 端末に保存しています']);
		expect(words(told({}, { trouble: true }))).toEqual(['refused: 保存できていない入力があります']);
	});

	test('waits without alarm while there is no connection', () => {
		const [, step] = told({ waiting: 2, offline: true });
		expect(step).toMatchObject({ mark: 'waiting', words: '送信待ち 2件' });
		expect(step?.note).toBe('つながると自動で送ります。このまま続けられます。');
		expect(told({ waiting: 2, running: true })[1]?.note).toBe('送っています。');
	});

	test('ends at the board’s keeping, with time and 受付番号; that all has arrived is said only when nothing waits', () => {
		expect(told({ arrived }).at(-1)).toEqual({
			mark: 'there',
			words: '教育委員会の保管庫に届きました',
			fact: '11月20日 16:40（受付番号 2026-E001-412）',
		});
		expect(words(told({ arrived, waiting: 1 })).join()).not.toContain('届きました');
	});

	test('tells what was refused and why, each reason once', () => {
		const refused = ['a', 'b', 'c'].map((id) => ({
			id,
			reason: id === 'c' ? 'y' : 'x',
			sentence: id === 'c' ? '読めません。' : '署名がありません。',
		}));
		const step = told({ refused })[1];
		expect(step).toMatchObject({ mark: 'refused', words: '受け付けられませんでした 3件' });
		expect(step?.note).toBe('署名がありません。読めません。記録はこの端末に残っています。');
	});

	test('does not promise to send what a device without a place at the school can no longer send', () => {
		const { token: _, ...rest } = enrolment;
		const ended = { ...rest, ended: { at: '2026-11-20T00:00:00.000Z', why: 'revoked' as const } };
		expect(told({ enrolment: ended, waiting: 2 })[1]?.note).toContain('この端末からは送れません');
	});
});
