import { describe, expect, test } from 'vitest';
import { authorWord } from '../../src/session/authorWord.ts';
import { type Conflict, conflictOf, textConflictOf } from '../../src/session/conflict.ts';
import type { Session } from '../../src/session/session.ts';
import { good, year } from '../store/profile.ts';
import { elementary, lesson, settled, stateOf } from './browser.ts';

const entity = `action/${lesson}`;

/** Two devices of the school wrote the 実績 of one □ apart; the other one's post is 教頭. */
async function apart(here: string, there: string) {
	const [mine, theirs] = [await elementary(), await elementary()];
	const other = await theirs.visits();
	await good(other.store.setAuthor({ role: 'vicePrincipal', label: '職員室のiPad' }));
	await other.session.set(entity, 'result', there);
	const { session, store } = await mine.visits();
	await session.set(entity, 'result', here);
	await good(store.union(year, await theirs.kept()));
	await session.refresh();
	return session;
}

const conflictIn = (session: Session): Conflict<string> | undefined =>
	conflictOf(session, entity, 'result', '実績', stateOf(session, lesson).texts.result);

/** The conflict that the story is about. */
const open = (session: Session): Conflict<string> => {
	const conflict = conflictIn(session);
	if (!conflict) throw new Error('there is no conflict');
	return conflict;
};

describe('a 食い違い', () => {
	test('shows each value with who entered it, as a post and a device', async () => {
		const session = await apart('運動会で使った', '学芸会で使った');
		const sides = open(session).sides.map(({ value, who }) => `${who}：${value}`);
		expect(sides.toSorted()).toEqual(
			['この端末・ICT担当：運動会で使った', '職員室のiPad・教頭：学芸会で使った'].toSorted(),
		);
	});

	test.each(['運動会で使った', '学芸会で使った'])(
		'is settled by choosing 「%s」, and that can be undone',
		async (chosen) => {
			const session = await apart('運動会で使った', '学芸会で使った');
			const { choose, sides } = open(session);
			for (const side of sides) if (side.value === chosen) choose(side);
			await settled(session);
			expect(conflictIn(session)).toBeUndefined();
			expect(stateOf(session, lesson).texts.result.value).toBe(chosen);
			expect(session.notice.value?.words).toBe('実績の食い違いを直しました');
			session.notice.value?.undo?.();
			await settled(session);
			expect(
				open(session)
					.sides.map(({ value }) => value)
					.toSorted(),
			).toEqual(['学芸会で使った', '運動会で使った'].toSorted());
		},
	);

	test('of texts is settled by keeping both, one under the other', async () => {
		const session = await apart('運動会で使った', '学芸会で使った');
		const { join, sides } = open(session);
		join();
		await settled(session);
		expect(conflictIn(session)).toBeUndefined();
		expect(stateOf(session, lesson).texts.result.value).toBe(sides.map(({ value }) => value).join('\n'));
	});

	test('is none where both said the same', async () => {
		const session = await apart('運動会で使った', '運動会で使った');
		expect(conflictIn(session)).toBeUndefined();
		expect(session.row(lesson).value.conflict).toBe(false);
	});

	test('of a field that is read on the spot is found, too, and one of a field nobody knows is not', async () => {
		const session = await apart('運動会で使った', '学芸会で使った');
		expect(textConflictOf(session, entity, 'result', '実績')?.sides).toHaveLength(2);
		expect(textConflictOf(session, entity, 'mood', '気分')).toBeUndefined();
	});
});

test('a post is named once, also where the device is called like it', async () => {
	const { session } = await (await elementary()).visits();
	const of = (id: string, label: string) => authorWord(session, { id, by: { role: 'principal', label } });
	expect(of('ffff.1', '校長')).toBe('校長');
	expect(of('ffff.1', '')).toBe('校長');
	expect(of(`${session.device.value}.1`, '校長室のiPad')).toBe('この端末・校長室のiPad・校長');
	const board = { role: 'board', label: '青葉市教育委員会' } as const;
	expect(authorWord(session, { id: 'ffff.1', by: board })).toBe('青葉市教育委員会');
	expect(authorWord(session, { id: 'ffff.1', by: { ...board, label: '' } })).toBe('教育委員会');
});
