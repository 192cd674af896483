import { describe, expect, test } from 'vitest';
import { addOccurrence } from '../../src/domain/record/edits.ts';
import { Browser, elementary, lesson, settled, statusOf, training } from './browser.ts';

/** `commit` tries once; a lost connection is tried twice by the store itself. */
const fullDisk = (browser: Browser) => browser.profile.indexedDB.abortWrites('QuotaExceededError', 1);

describe('a write that is refused', () => {
	test('gives the □ back, says why, and works when tried again', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		fullDisk(browser);
		const written = session.tick(lesson, '1-(1)-①');
		expect(statusOf(session, lesson)).toBe('achieved');
		expect(await written).toBe(false);
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(session.trouble.value?.refusal.sentence).toContain('空き容量');
		expect(session.notice.value).toBeUndefined();
		expect(session.pending.value).toBe(0);

		session.trouble.value?.retry?.();
		expect(statusOf(session, lesson)).toBe('achieved');
		await settled(session);
		expect(session.trouble.value).toBeUndefined();
		expect(statusOf(session, lesson)).toBe('achieved');
		expect((await browser.kept()).filter(({ field }) => field === 'status')).toHaveLength(1);
	});

	test('of which only the answer was lost is not written twice when tried again', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		browser.profile.indexedDB.loseNextAnswer(1);
		expect(await session.tick(lesson, '1-(1)-①')).toBe(false);
		session.trouble.value?.retry?.();
		await settled(session);
		expect(statusOf(session, lesson)).toBe('achieved');
		expect((await browser.kept()).filter(({ field }) => field === 'status')).toHaveLength(1);
	});

	test('of a text, of which only the answer was lost, leaves the text once, too', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		browser.profile.indexedDB.loseNextAnswer(1);
		expect(await session.set(`action/${lesson}`, 'result', '運動会で使った', { seen: [] })).toBe(false);
		session.trouble.value?.retry?.();
		await settled(session);
		expect((await browser.kept()).filter(({ field }) => field === 'result')).toHaveLength(1);
		expect(session.trouble.value).toBeUndefined();
	});

	test('and whose form still stands there is not waited for once that form was sent again', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		const records = (id: string) =>
			session.take({ words: '記録しました', edits: () => addOccurrence(id, { action: lesson, date: '2026-11-20' }) });
		fullDisk(browser);
		expect(await records('first')).toBe(false);
		expect(session.trouble.value).toBeDefined();
		expect(await records('second')).toBe(true);
		expect(session.trouble.value).toBeUndefined();
		expect(session.row(lesson).value.occurrences).toBe(1);
	});

	test('does not take the next one with it', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		fullDisk(browser);
		const [first, second] = [session.tick(lesson, '1-(1)-①'), session.tick(training, '1-(1)-③')];
		expect(await Promise.all([first, second])).toEqual([false, true]);
		expect([lesson, training].map((id) => statusOf(session, id))).toEqual(['notStarted', 'achieved']);
	});

	test('stays announced, and can be tried again, although the next one went well', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		fullDisk(browser);
		expect(await session.set(`action/${lesson}`, 'result', '運動会で使った', { seen: [] })).toBe(false);
		expect(await session.tick(training, '1-(1)-③')).toBe(true);
		expect(session.trouble.value?.refusal.reason).toBe('quotaExceeded');
		session.trouble.value?.retry?.();
		await settled(session);
		expect(session.trouble.value).toBeUndefined();
		expect((await browser.kept()).map(({ value }) => value)).toContain('運動会で使った');
		expect(browser.shelf.drafts()).toEqual([]);
	});

	test('is tried again with every other one that was refused', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		browser.profile.indexedDB.abortWrites('QuotaExceededError', 2);
		await Promise.all([session.tick(lesson, '1-(1)-①'), session.tick(training, '1-(1)-③')]);
		session.trouble.value?.retry?.();
		await settled(session);
		expect([lesson, training].map((id) => statusOf(session, id))).toEqual(['achieved', 'achieved']);
		expect(session.trouble.value).toBeUndefined();
	});

	test('is forgotten once the person has done the same thing anew', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		fullDisk(browser);
		await session.set(`action/${lesson}`, 'result', '一度目', { seen: [] });
		await session.set(`action/${lesson}`, 'result', '二度目', { seen: [] });
		expect(session.trouble.value).toBeUndefined();
		expect((await browser.kept()).filter(({ field }) => field === 'result').map(({ value }) => value)).toEqual([
			'二度目',
		]);
	});
});

describe('a database that does not open', () => {
	test('leaves the picture, gives the □ back with a sentence, and takes the tick up again when it opens', async () => {
		const browser = await elementary();
		browser.profile.indexedDB.refuseOpening('SecurityError');
		const { session } = await browser.visits();
		expect(session.ready.value).toBe(false);
		expect(session.profile.value?.schoolType).toBe('elementary');
		expect(await session.tick(lesson, '1-(1)-①')).toBe(false);
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(session.trouble.value?.refusal.reason).toBe('storageRefused');

		browser.profile.indexedDB.allowOpening();
		session.trouble.value?.retry?.();
		await expect.poll(() => session.ready.value).toBe(true);
		await settled(session);
		expect(session.trouble.value).toBeUndefined();
		expect(statusOf(session, lesson)).toBe('achieved');
	});

	test('at the first start is no first start lost: the school type is written when it opens', async () => {
		const browser = new Browser();
		browser.profile.indexedDB.refuseOpening('SecurityError');
		const { session } = browser.loads();
		expect(await session.begin('lowerSecondary')).toBe(false);
		browser.profile.indexedDB.allowOpening();
		session.trouble.value?.retry?.();
		await expect.poll(() => session.ready.value).toBe(true);
		await settled(session);
		expect((await browser.kept()).map(({ value }) => value)).toEqual(['lowerSecondary', []]);
	});

	test('because its code could not be fetched says so, and is fetched again', async () => {
		const browser = await elementary();
		const tab = browser.profile.tab();
		let offline = true;
		const { session } = browser.loads({
			store: () => (offline ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(tab)),
		});
		await session.open();
		expect(session.trouble.value?.refusal.sentence).toContain('読み込めませんでした');
		offline = false;
		session.trouble.value?.retry?.();
		await expect.poll(() => session.ready.value).toBe(true);
		expect(session.trouble.value).toBeUndefined();
	});
});
