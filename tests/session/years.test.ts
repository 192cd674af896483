import { describe, expect, test } from 'vitest';
import { deleteEntity, setField } from '../../src/domain/record/edits.ts';
import { good, year } from '../store/profile.ts';
import { Browser, elementary, hospital, lesson, settled, stateOf, statusOf, training } from './browser.ts';

const nextApril = { fiscalYear: year + 1, today: () => '2027-04-05' };

/** A lower secondary school with a name and 院内学級. */
async function named(): Promise<Browser> {
	const browser = new Browser();
	const { session } = await browser.visits();
	await session.begin('lowerSecondary');
	await session.set('school', 'name', '例中学校');
	await session.set('school', 'units', ['hospitalClass']);
	return browser;
}

describe('in April', () => {
	test('the log is empty and the school still the one it was, also where localStorage was cleared', async () => {
		const browser = await named();
		browser.shelf.texts.clear();
		const { session } = await browser.visits(nextApril);
		expect(session.profile.value).toEqual({ name: '例中学校', schoolType: 'lowerSecondary', units: ['hospitalClass'] });
		expect(statusOf(session, hospital)).toBe('notStarted');
		expect(await browser.kept(year + 1)).toEqual([]);
	});

	test('last year’s ticks are not this year’s', async () => {
		const browser = await named();
		await (await browser.visits()).session.tick(lesson, '1-(1)-①');
		const april = browser.loads({ ...nextApril, held: true });
		expect(statusOf(april.session, lesson)).toBe('notStarted');
		expect(april.session.profile.value?.name).toBe('例中学校');
		april.answer();
		await april.session.open();
		expect(statusOf(april.session, lesson)).toBe('notStarted');
	});

	test.each([
		['name', '新しい例中学校', { name: '新しい例中学校', schoolType: 'lowerSecondary', units: ['hospitalClass'] }],
		['units', [], { name: '例中学校', schoolType: 'lowerSecondary', units: [] }],
		['schoolType', 'elementary', { name: '例中学校', schoolType: 'elementary', units: ['hospitalClass'] }],
	])('a change of %s keeps the rest of the school', async (field, value, school) => {
		const browser = await named();
		const { session } = await browser.visits(nextApril);
		await session.take({ edits: (fold) => [setField(fold, 'school', field, value)] });
		expect(session.profile.value).toEqual(school);
		const again = await browser.visits(nextApril);
		expect(again.session.profile.value).toEqual(school);
		const before = await browser.visits();
		expect(before.session.profile.value?.name).toBe('例中学校');
	});

	test('a change of the school that is undone leaves the school of last year', async () => {
		const browser = await named();
		const { session } = await browser.visits(nextApril);
		await session.set('school', 'units', [], { words: '院内学級を「ない」にしました' });
		session.notice.value?.undo?.();
		await settled(session);
		expect(session.profile.value).toEqual({ name: '例中学校', schoolType: 'lowerSecondary', units: ['hospitalClass'] });
		expect(statusOf(session, hospital)).toBe('notStarted');
	});
});

describe('a □ of the school’s own', () => {
	const add = (measure: string, text: string) => ({
		words: '足しました',
		edits: () => [
			{ entity: 'own/o1', field: 'measure', value: measure, seen: [] },
			{ entity: 'own/o1', field: 'text', value: text, seen: [] },
		],
	});

	test('appears, is ticked, survives the visit, and is there before the record is read', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.take(add('1-1-1', '朝の会で月1回使う'));
		expect(session.own.value).toEqual([{ id: 'o1', measure: '1-1-1', text: '朝の会で月1回使う' }]);
		expect(session.ids()).toContain('o1');
		await session.tick('o1', '学校独自');
		expect(statusOf(session, 'o1')).toBe('achieved');
		const { session: next } = browser.loads();
		expect(next.own.value).toHaveLength(1);
		expect(statusOf(next, 'o1')).toBe('achieved');
		await next.open();
		expect(statusOf(next, 'o1')).toBe('achieved');
		expect(stateOf(next, 'o1').entity).toBe('own/o1');
	});

	test('goes when it is deleted and comes back when that is undone', async () => {
		const { session } = await (await elementary()).visits();
		await session.take(add('1-1-1', '朝の会'));
		await session.take({ words: '消しました', edits: (fold) => deleteEntity(fold, 'own/o1') });
		expect(session.own.value).toEqual([]);
		session.notice.value?.undo?.();
		await settled(session);
		expect(session.own.value).toMatchObject([{ id: 'o1', text: '朝の会' }]);
	});

	test('can be undone as soon as it was added', async () => {
		const { session } = await (await elementary()).visits();
		await session.take(add('1-1-1', '朝の会'));
		session.notice.value?.undo?.();
		await settled(session);
		expect(session.own.value).toEqual([]);
	});
});

describe('what another tab writes', () => {
	test('arrives here by itself, ticks, texts and own □', async () => {
		const browser = await elementary();
		const { session: left } = await browser.visits();
		const { session: right } = await browser.visits();
		await left.tick(lesson, '1-(1)-①');
		await expect.poll(() => statusOf(right, lesson)).toBe('achieved');
		expect(right.notice.value).toBeUndefined();
		await left.take({ edits: () => [{ entity: 'own/o1', field: 'measure', value: '1-1-1', seen: [] }] });
		await expect.poll(() => right.own.value.length).toBe(1);
	});

	test('about the school changes here which □ are for it', async () => {
		const browser = await elementary();
		const { session: left } = await browser.visits();
		const { session: right } = await browser.visits();
		await left.set('school', 'units', ['hospitalClass']);
		await expect.poll(() => statusOf(right, hospital)).toBe('notStarted');
	});

	test('moves a 実施記録 from one □ to another, and both are drawn anew', async () => {
		const browser = await elementary();
		const { session: left } = await browser.visits();
		await left.take({
			edits: () => [
				{ entity: 'occurrence/x', field: 'action', value: lesson, seen: [] },
				{ entity: 'occurrence/x', field: 'date', value: '2026-11-20', seen: [] },
			],
		});
		const { session: right } = await browser.visits();
		await left.set('occurrence/x', 'action', training);
		await expect.poll(() => right.row(training).value.occurrences).toBe(1);
		expect(right.row(lesson).value.occurrences).toBe(0);
		expect(left.row(lesson).value.occurrences).toBe(0);
		expect(left.row(training).value).toMatchObject({ occurrences: 1, latest: '2026-11-20', status: 'achieved' });
	});

	test('taken in as a union (an import) is read when asked to', async () => {
		const browser = await elementary();
		const other = await elementary();
		await (await other.visits()).session.tick(lesson, '1-(1)-①');
		const { session, store } = await browser.visits();
		await good(store.union(year, await other.kept()));
		await session.refresh();
		expect(statusOf(session, lesson)).toBe('achieved');
	});

	test('of an earlier year, imported into an empty device, says which school it is', async () => {
		const other = await named();
		const browser = new Browser();
		const { session, store } = await browser.visits(nextApril);
		expect(session.profile.value).toBeUndefined();
		await good(store.union(year, await other.kept()));
		await session.refresh();
		expect(session.profile.value?.name).toBe('例中学校');
		expect(statusOf(session, hospital)).toBe('notStarted');
	});
});
