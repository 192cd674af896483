import { describe, expect, test } from 'vitest';
import { addOccurrence } from '../../../src/domain/record/edits.ts';
import { addComment } from '../../../src/domain/record/review/comments.ts';
import { candidatesOf } from '../../../src/features/checklist/candidates.ts';
import { countShown, type Filter, filtered, isShow } from '../../../src/features/checklist/filter.ts';
import { isDueNow } from '../../../src/session/season.ts';
import type { Session } from '../../../src/session/session.ts';
import { elementary, hospital, lesson, training } from '../../session/browser.ts';

const everything: Filter = { show: 'all', owner: '', policy: '', query: '' };

/** A school in October: one □ done, one begun, one with an owner and a summer 目安. */
async function school() {
	const { session } = await (await elementary()).visits();
	await session.tick(lesson, 'x');
	await session.take({
		edits: () => addOccurrence('o1', { action: training, date: '2026-10-03', place: '5年2組', memo: '動画で学んだ' }),
	});
	await session.set('action/sendai-2025-1-1-2-1', 'owner', '情報主任');
	await session.set('action/sendai-2025-1-1-2-1', 'deadline', 'summer');
	return session;
}

const candidates = (session: Session) =>
	candidatesOf(session, (row) => isDueNow(row, session.fiscalYear, '2026-10-05'), true);
const shown = (session: Session, filter: Partial<Filter>) => [
	...filtered(candidates(session), { ...everything, ...filter }),
];

describe('the list shows', () => {
	test('everything, in the plan’s order', async () => {
		const session = await school();
		expect(shown(session, {})).toEqual(session.ids());
		expect(session.ids()).toHaveLength(32);
	});

	test('未完了: neither what is 達成 nor what is 該当なし', async () => {
		const session = await school();
		const open = shown(session, { show: 'open' });
		expect(open).not.toContain(lesson);
		expect(open).not.toContain(hospital);
		expect(open).toContain('sendai-2025-1-1-2-1');
	});

	test('今の時期: what is due by now and not done', async () => {
		expect(shown(await school(), { show: 'season' })).toEqual(['sendai-2025-1-1-2-1']);
	});

	test('by 主担当, by 方針, and by both at once', async () => {
		const session = await school();
		expect(shown(session, { owner: '情報主任' })).toEqual(['sendai-2025-1-1-2-1']);
		expect(shown(session, { owner: '情報主任', policy: '4' })).toEqual([]);
		const fourth = shown(session, { policy: '4' });
		expect(fourth.length).toBeGreaterThan(3);
		expect(fourth.every((id) => id.startsWith('sendai-2025-4-'))).toBe(true);
	});

	test('by each state, and the states together are everything', async () => {
		const session = await school();
		const states = ['notStarted', 'inProgress', 'achieved', 'notApplicable'] as const;
		expect(states.flatMap((show) => shown(session, { show })).toSorted()).toEqual([...session.ids()].toSorted());
		for (const show of states) expect(countShown(candidates(session), show)).toBe(shown(session, { show }).length);
	});

	test('差戻し: what was sent back and is not done yet', async () => {
		const session = await school();
		const words = { phase: 'midyear', text: '根拠を足してください。', returns: true } as const;
		await session.take({
			edits: () => [
				...addComment('c1', { action: lesson, ...words }),
				...addComment('c2', { action: training, ...words }),
			],
		});
		expect(shown(session, { show: 'returned' })).toEqual([lesson, training]);
		expect(countShown(candidates(session), 'returned')).toBe(2);
		await session.set('comment/c1', 'settled', true);
		expect(shown(session, { show: 'returned' })).toEqual([training]);
	});

	test('by the plan’s words, its 項目 and its numbers', async () => {
		const session = await school();
		expect(shown(session, { query: 'ﾃﾞｼﾞﾀﾙ教科書 研修' })).toContain('sendai-2025-1-2-4-1');
		expect(shown(session, { query: '1-(2)-④' })).toEqual(['sendai-2025-1-2-4-1', 'sendai-2025-1-2-4-2']);
	});

	test('by what the school wrote: texts, places and memos of 実施記録, titles of 根拠資料', async () => {
		const session = await school();
		await session.set(`action/${lesson}`, 'result', '運動会の記録を編集した');
		await session.take({
			edits: () => [
				{ entity: 'evidence/e1', field: 'action', value: training, seen: [] },
				{ entity: 'evidence/e1', field: 'title', value: '研修のスライド', seen: [] },
			],
		});
		expect(shown(session, { query: '運動会' })).toEqual([lesson]);
		expect(shown(session, { query: '5年2組' })).toEqual([training]);
		expect(shown(session, { query: '動画で' })).toEqual([training]);
		expect(shown(session, { query: 'スライド' })).toEqual([training]);
	});

	test('not by what stood in a 実施記録 that was deleted', async () => {
		const session = await school();
		await session.take({
			words: 'x',
			edits: () => addOccurrence('o2', { action: lesson, date: '2026-10-03', memo: '消す予定' }),
		});
		session.notice.value?.undo?.();
		await session.refresh();
		expect(shown(session, { query: '消す予定' })).toEqual([]);
	});

	test('own □ among those of their 方針', async () => {
		const session = await school();
		await session.take({
			edits: () => [
				{ entity: 'own/w1', field: 'measure', value: '2-1-3', seen: [] },
				{ entity: 'own/w1', field: 'text', value: '朝の会で使う', seen: [] },
			],
		});
		expect(shown(session, { policy: '2' })).toContain('w1');
		expect(shown(session, { query: '朝の会' })).toEqual(['w1']);
	});
});

describe('an address', () => {
	test('may name a filter, or something that is none', () => {
		expect(['all', 'open', 'season', 'returned', 'conflict', 'achieved'].every(isShow)).toBe(true);
		expect([undefined, '', 'ranking', 'toString', '__proto__'].some(isShow)).toBe(false);
	});
});
