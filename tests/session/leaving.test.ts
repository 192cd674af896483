import { describe, expect, test } from 'vitest';
import { addOccurrence, setField } from '../../src/domain/record/edits.ts';
import { year } from '../store/profile.ts';
import { Browser, comesBack, elementary, leaves, lesson, settled, stateOf, statusOf, training } from './browser.ts';
import { entity, next, said } from './leftPage.ts';

describe('a page that is left before its step is written', () => {
	test('hands a tick on to the next page, which takes it off the shelf', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		void visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		expect(browser.left()).toHaveLength(1);
		const { session } = await next(browser);
		expect(statusOf(session, lesson)).toBe('achieved');
		expect(session.trouble.value).toBeUndefined();
		expect(await said(browser, 'status')).toEqual(['achieved']);
		expect(browser.left()).toEqual([]);
	});

	test('hands everything on that was queued, each built upon the one before', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		const { session } = visit;
		await session.tick(training, '1-(1)-③');
		void session.tick(lesson, '1-(1)-①');
		void session.tick(lesson, '1-(1)-①');
		void session.tick(training, '1-(1)-③');
		void session.set(entity, 'ratingMidyear', 'good', { words: '評価' });
		void session.set(entity, 'ratingMidyear', 'insufficient', { words: '評価' });
		void session.take({ edits: () => addOccurrence('first', { action: lesson, date: '2026-11-20' }) });
		leaves(visit);
		expect(browser.left()).toHaveLength(6);
		const { session: later } = await next(browser);
		expect([lesson, training].map((id) => statusOf(later, id))).toEqual(['inProgress', 'notStarted']);
		expect(later.row(lesson).value).toMatchObject({ midyear: 'insufficient', occurrences: 1, conflict: false });
		expect(later.row(training).value.conflict).toBe(false);
		const kept = await browser.kept();
		const ids = kept.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(kept.flatMap(({ replaces }) => replaces)));
		expect(browser.left()).toEqual([]);
	});

	test('hands on a step that the person took while it was going', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		leaves(visit);
		void visit.session.tick(lesson, '1-(1)-①');
		void visit.session.set(entity, 'result', '運動会で使った', { seen: [] });
		const { session } = await next(browser);
		expect(statusOf(session, lesson)).toBe('achieved');
		expect(stateOf(session, lesson).texts.result.value).toBe('運動会で使った');
	});

	test('and was written after all changes nothing, also where somebody has changed it since', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		browser.profile.indexedDB.beforeNextAnswer(() => leaves(visit));
		void visit.session.tick(lesson, '1-(1)-①');
		await expect.poll(() => browser.left()).toHaveLength(1);
		const onShelf = new Map(browser.shelf.texts);
		const { session } = await next(browser);
		expect(await said(browser, 'status')).toEqual(['achieved']);
		await session.tick(lesson, '1-(1)-①');
		for (const [key, text] of onShelf) browser.shelf.write(key, text);
		const again = await next(browser);
		expect(again.session.row(lesson).value).toMatchObject({ status: 'notStarted', conflict: false });
		expect(browser.left()).toEqual([]);
	});

	test('and was written after all, unheard, is what the steps behind it build upon', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		browser.profile.indexedDB.beforeNextAnswer(() => leaves(visit));
		void visit.session.tick(lesson, '1-(1)-①');
		void visit.session.tick(lesson, '1-(1)-①');
		void visit.session.set(entity, 'ratingMidyear', 'good');
		await expect.poll(() => browser.left()).toHaveLength(3);
		const { session } = await next(browser);
		expect(await said(browser, 'status')).toEqual(['achieved', null]);
		expect(session.row(lesson).value).toMatchObject({ status: 'notStarted', midyear: 'good', conflict: false });
	});

	test('and whose next page is left too hands both steps on, the second built upon the first', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		void visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		let goOn = (): void => {};
		const otherTab = new Promise<void>((resolve) => {
			goOn = resolve;
		});
		const hasty = browser.loads({ alone: (work) => otherTab.then(work) });
		const opening = hasty.session.open();
		await expect.poll(() => hasty.session.ready.value).toBe(true);
		void hasty.session.tick(lesson, '1-(1)-①');
		leaves(hasty);
		expect(browser.left()).toHaveLength(2);
		const { session } = await next(browser);
		expect(await said(browser, 'status')).toEqual(['achieved', null]);
		expect(session.row(lesson).value).toMatchObject({ status: 'notStarted', conflict: false });
		expect(browser.left()).toEqual([]);
		goOn();
		await comesBack(hasty);
		await opening;
		await comesBack(visit);
		expect(await said(browser, 'status')).toEqual(['achieved', null]);
		for (const each of [visit, hasty]) {
			expect(each.session.row(lesson).value).toMatchObject({ status: 'notStarted', conflict: false });
			expect(each.session.pending.value).toBe(0);
		}
	});

	test('stands beside what another tab said that the person had not seen', async () => {
		const browser = await elementary();
		const other = await browser.visits();
		const visit = await browser.visits();
		void visit.session.set(entity, 'ratingMidyear', 'good');
		leaves(visit);
		await other.session.set(entity, 'ratingMidyear', 'insufficient');
		const { session } = await next(browser);
		expect(session.row(lesson).value).toMatchObject({ midyear: 'insufficient', conflict: true });
	});

	test('at the first start hands the school type on', async () => {
		const browser = new Browser();
		const visit = browser.loads({ held: true });
		void visit.session.begin('lowerSecondary');
		leaves(visit);
		const { session } = await next(browser);
		expect(session.profile.value?.schoolType).toBe('lowerSecondary');
		expect(browser.left()).toEqual([]);
	});

	test('leaves what belongs to last year to last year', async () => {
		const browser = await elementary();
		const visit = await browser.visits({ fiscalYear: year - 1 });
		void visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		const { session } = await next(browser);
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(browser.left()).toHaveLength(1);
	});

	test('and whose step then finds no room keeps it on the shelf until there is', async () => {
		const browser = await elementary();
		const visit = await browser.visits();
		void visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		browser.profile.indexedDB.abortWrites('QuotaExceededError', 1);
		const { session } = await next(browser);
		expect(session.trouble.value?.refusal.reason).toBe('quotaExceeded');
		expect(browser.left()).toHaveLength(1);
		session.trouble.value?.retry?.();
		await settled(session);
		expect(statusOf(session, lesson)).toBe('achieved');
		expect(session.trouble.value).toBeUndefined();
		expect(browser.left()).toEqual([]);
	});

	test.each([
		'',
		'null',
		'{',
		'5',
		'[]',
		'{"fiscalYear":2026}',
		'{"fiscalYear":2026,"read":true,"edits":[{}]}',
		'{"fiscalYear":2026,"read":true,"edits":[],"expecting":{"action":"x","status":"broken"}}',
	])('and left something broken on the shelf (%s) stops nobody', async (broken) => {
		const browser = await elementary();
		browser.shelf.write(`masume.left.${year}/x`, broken);
		const { session } = await next(browser);
		expect(await session.tick(lesson, '1-(1)-①')).toBe(true);
		expect(session.trouble.value).toBeUndefined();
	});
});

describe('a □ ticked on the picture of the last visit, on a page that is left before it has read the record', () => {
	test('is ticked on the next page', async () => {
		const browser = await elementary();
		await (await browser.visits()).session.tick(training, '1-(1)-③');
		const visit = browser.loads({ held: true });
		void visit.session.tick(lesson, '1-(1)-①');
		void visit.session.tick(training, '1-(1)-③');
		leaves(visit);
		const { session } = await next(browser);
		expect([lesson, training].map((id) => statusOf(session, id))).toEqual(['achieved', 'notStarted']);
		expect([lesson, training].map((id) => session.row(id).value.conflict)).toEqual([false, false]);
	});

	test('is seen ticked on the next page from the first picture on, and a second thought there is the last word', async () => {
		const browser = await elementary();
		const visit = browser.loads({ held: true });
		void visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		const hasty = browser.loads({ held: true });
		expect(statusOf(hasty.session, lesson)).toBe('achieved');
		void hasty.session.tick(lesson, '1-(1)-①');
		leaves(hasty);
		expect(browser.left()).toHaveLength(2);
		const seen: string[] = [];
		const last = browser.loads();
		last.session.row(lesson).subscribe(({ status }) => seen.push(status));
		const third = last.session.tick(lesson, '1-(1)-①');
		await last.session.open();
		expect(await third).toBe(true);
		expect(seen).toEqual(['notStarted', 'achieved']);
		expect(last.session.row(lesson).value).toMatchObject({ status: 'achieved', conflict: false });
		expect(await said(browser, 'status')).toEqual(['achieved', null, 'achieved']);
		expect(browser.left()).toEqual([]);
	});

	test('stands beside what the picture did not show', async () => {
		const browser = await elementary();
		const other = await browser.visits();
		const visit = browser.loads({ held: true });
		void visit.session.tick(lesson, '1-(1)-①');
		leaves(visit);
		await other.session.take({ edits: (fold) => [setField(fold, entity, 'status', 'notApplicable')] });
		const { session } = await next(browser);
		expect(session.row(lesson).value.conflict).toBe(true);
	});
});
