import { describe, expect, test } from 'vitest';
import { Turns } from '../../src/session/turns.ts';
import { comesBack, elementary, leaves, lesson, settled, stateOf, statusOf, training } from './browser.ts';
import { entity, next, said } from './leftPage.ts';

describe('a page that is shown again', () => {
	test('goes on with what was under way, once, and says that it is saved', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		const written = [visit.session.tick(lesson, '1-(1)-①'), visit.session.tick(training, '1-(1)-③')];
		leaves(visit);
		expect(statusOf(visit.session, lesson)).toBe('achieved');
		await comesBack(visit);
		expect(await Promise.all(written)).toEqual([true, true]);
		expect(visit.session.pending.value).toBe(0);
		expect(visit.session.trouble.value).toBeUndefined();
		expect(await said(browser, 'status')).toEqual(['achieved', 'achieved']);
		expect(browser.left()).toEqual([]);
	});

	test('knows what had been written before it could hear of it', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		browser.profile.indexedDB.beforeNextAnswer(() => leaves(visit));
		const written = visit.session.set(entity, 'ratingMidyear', 'good');
		await expect.poll(() => browser.left()).toHaveLength(1);
		await comesBack(visit);
		expect(await written).toBe(true);
		expect(await said(browser, 'ratingMidyear')).toEqual(['good']);
		expect(browser.left()).toEqual([]);
	});

	test('does not write a text again that another page has written and the person has changed there', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		const written = visit.session.set(entity, 'result', '運動会で', { seen: [] });
		leaves(visit);
		expect(browser.left()).toEqual([]);
		const { session } = await next(browser);
		await session.set(entity, 'result', '学芸会で');
		await comesBack(visit);
		expect(await written).toBe(true);
		expect(stateOf(visit.session, lesson).texts.result).toMatchObject({ value: '学芸会で', others: [] });
	});

	test('does not write again what another page has written and the person has changed there', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		const written = [
			visit.session.tick(lesson, '1-(1)-①'),
			visit.session.set(entity, 'result', '運動会で', { seen: [] }),
		];
		leaves(visit);
		const { session } = await next(browser);
		await session.tick(lesson, '1-(1)-①');
		await session.set(entity, 'result', '学芸会で');
		await comesBack(visit);
		expect(await Promise.all(written)).toEqual([true, true]);
		expect(visit.session.row(lesson).value).toMatchObject({ status: 'notStarted', conflict: false });
		expect(stateOf(visit.session, lesson).texts.result).toMatchObject({ value: '学芸会で', others: [] });
		expect(await said(browser, 'status')).toEqual(['achieved', null]);
	});

	test('shows what happened elsewhere while it slept', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		leaves(visit);
		visit.store.close();
		await (await browser.visits()).session.tick(lesson, '1-(1)-①');
		await comesBack(visit);
		expect(statusOf(visit.session, lesson)).toBe('achieved');
		expect(await visit.session.tick(lesson, '1-(1)-①')).toBe(true);
		expect(stateOf(visit.session, lesson)).toMatchObject({ status: 'notStarted', conflicts: [] });
	});

	test('goes on from memory where the shelf had no room', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		browser.shelf.full = true;
		const written = visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		expect(browser.left()).toEqual([]);
		await comesBack(visit);
		expect(await written).toBe(true);
		expect(await said(browser, 'status')).toEqual(['achieved']);
	});

	test('and left again, and again, has the step once', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		const written = visit.session.tick(lesson, '1-(1)-①');
		for (let time = 0; time < 3; time += 1) {
			leaves(visit);
			void comesBack(visit);
		}
		leaves(visit);
		expect(browser.left()).toHaveLength(1);
		await comesBack(visit);
		expect(await written).toBe(true);
		expect(await said(browser, 'status')).toEqual(['achieved']);
		expect(browser.left()).toEqual([]);
	});

	test('before it had read the record reads it, and writes what was ticked on the picture', async () => {
		const browser = await elementary();
		const visit = browser.loads({ held: true });
		const opening = visit.session.open();
		const written = visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		visit.answer();
		await comesBack(visit);
		await opening;
		expect(await written).toBe(true);
		expect(await said(browser, 'status')).toEqual(['achieved']);
		expect(browser.left()).toEqual([]);
	});
});

describe('two tabs', () => {
	test('do not both write what one of them was left with and is writing again', async () => {
		const browser = await elementary();
		const turns = new Turns();
		const alone = <Value>(work: () => Promise<Value>) => turns.take(work);
		const visit = await browser.visits({ alone });
		const written = visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		const back = comesBack(visit);
		const other = await browser.visits({ alone });
		await Promise.all([back, written, alone(async () => undefined)]);
		await expect.poll(() => statusOf(other.session, lesson)).toBe('achieved');
		expect(await said(browser, 'status')).toEqual(['achieved']);
		expect(browser.left()).toEqual([]);
	});

	test('say the same thing where both write it all the same', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		void visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		const [one, other] = [browser.loads(), browser.loads()];
		await Promise.all([one.session.open(), other.session.open()]);
		for (const { session } of [one, other]) {
			await settled(session);
			await expect.poll(() => session.row(lesson).value).toMatchObject({ status: 'achieved', conflict: false });
		}
		expect(browser.left()).toEqual([]);
	});
});
