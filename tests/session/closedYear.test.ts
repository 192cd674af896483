import { describe, expect, test } from 'vitest';
import { closeYear, reopenYear } from '../../src/domain/record/closing.ts';
import { readSnapshot } from '../../src/session/snapshot.ts';
import { good, year } from '../store/profile.ts';
import { Browser, elementary, lesson, settled, stateOf, statusOf, training } from './browser.ts';

const entity = `action/${lesson}`;
const closing = { words: '締めくくりました', lasting: true, edits: closeYear };
const reopening = { words: '開き直しました', lasting: true, edits: reopenYear };

describe('a closed year', () => {
	test('is read and not written: a tick comes back, with the reason and without a retry that could not help', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.take(closing);
		expect(session.closed.value).toBe(true);
		expect(session.notice.value?.undo).toBeUndefined();

		expect(await session.tick(lesson, '1-(1)-①')).toBe(false);
		expect(statusOf(session, lesson)).toBe('notStarted');
		expect(session.trouble.value?.refusal.reason).toBe('yearClosed');
		expect(session.trouble.value?.retry).toBeUndefined();
		expect(session.pending.value).toBe(0);
		expect((await browser.kept()).filter(({ field }) => field === 'status')).toEqual([]);
	});

	test('is still closed at the next visit, and a tick on the last picture is no way round it', async () => {
		const browser = await elementary();
		await (await browser.visits()).session.take(closing);
		const { session, answer } = browser.loads({ held: true });
		const ticking = session.tick(lesson, '1-(1)-①');
		answer();
		await session.open();
		expect(await ticking).toBe(false);
		expect(session.closed.value).toBe(true);
		expect(statusOf(session, lesson)).toBe('notStarted');
	});

	test('is written again as soon as it is opened again', async () => {
		const { session } = await (await elementary()).visits();
		await session.take(closing);
		expect(await session.take(reopening)).toBe(true);
		expect(session.closed.value).toBe(false);
		expect(await session.tick(lesson, '1-(1)-①')).toBe(true);
		expect(session.trouble.value).toBeUndefined();
	});

	test('takes in what a colleague ticked before they heard of it', async () => {
		const browser = await elementary();
		const colleague = await elementary();
		await (await colleague.visits()).session.tick(lesson, '1-(1)-①');
		const { session, store } = await browser.visits();
		await session.take(closing);
		await good(store.union(year, await colleague.kept()));
		await session.refresh();
		expect(statusOf(session, lesson)).toBe('achieved');
		expect(session.closed.value).toBe(true);
	});
});

describe('a text typed before the closing arrived', () => {
	test('is kept, told, and written when the year is open again', async () => {
		const browser = await elementary();
		const { session: here } = await browser.visits();
		const { session: there } = await browser.visits();
		await there.take(closing);
		await expect.poll(() => here.closed.value).toBe(true);

		expect(await here.set(entity, 'result', '全学級で実施した。', { seen: [] })).toBe(false);
		expect(here.closing.heldBack.value.map(({ draft }) => draft?.text)).toEqual(['全学級で実施した。']);
		expect(browser.shelf.drafts()).toHaveLength(1);
		expect(here.trouble.value).toBeUndefined();
		expect(stateOf(here, lesson).texts.result.value).toBe('');

		await there.take(reopening);
		await expect.poll(() => stateOf(here, lesson).texts.result.value).toBe('全学級で実施した。');
		await expect.poll(() => here.closing.heldBack.value).toEqual([]);
		expect(browser.shelf.drafts()).toEqual([]);
	});

	test('is told at the next visit, too, and written at the one that opens the year', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.take(closing);
		await session.set(entity, 'result', '書きかけ', { seen: [] });

		const { session: next } = await browser.visits();
		expect(next.closing.heldBack.value.map(({ draft }) => draft?.text)).toEqual(['書きかけ']);
		expect(next.trouble.value).toBeUndefined();
		await next.take(reopening);
		await settled(next);
		expect(stateOf(next, lesson).texts.result.value).toBe('書きかけ');
		expect(browser.shelf.drafts()).toEqual([]);
	});

	test('and written by another tab is not told here any more', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		const { session: there } = await browser.visits();
		await session.take(closing);
		await session.set(entity, 'result', '書きかけ', { seen: [] });
		expect(session.closing.heldBack.value).toHaveLength(1);
		// That tab was quicker: it has written the text and taken it off the shelf.
		for (const key of browser.shelf.drafts()) browser.shelf.remove(key);
		await there.refresh();
		await there.take(reopening);
		await expect.poll(() => session.closed.value).toBe(false);
		await expect.poll(() => session.closing.heldBack.value).toEqual([]);
	});

	test('that is in the record after all waits for nothing', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.set(entity, 'result', '書いた', { seen: [] });
		await session.take(closing);
		// The tab was killed after the writing and before the forgetting.
		const draft = { fiscalYear: year, entity, field: 'result', text: '書いた', seen: [] };
		browser.shelf.write(`masume.draft.${year}/${entity}/result`, JSON.stringify(draft));
		const { session: next } = await browser.visits();
		expect(next.closing.heldBack.value).toEqual([]);
		expect(browser.shelf.drafts()).toEqual([]);
	});
});

describe('another year than the one of today', () => {
	const lastYear = { fiscalYear: year - 1, exact: true };

	test('is opened for a while: the first picture stays that of the current year', async () => {
		const browser = await elementary();
		await (await browser.visits()).session.tick(lesson, '1-(1)-①');
		const { session } = await browser.visits(lastYear);
		expect(session.isOtherYear).toBe(true);
		await session.tick(training, '1-(1)-③');
		session.leave();
		expect(readSnapshot(browser.shelf)).toMatchObject({ fiscalYear: year, rows: { [lesson]: { status: 'achieved' } } });
		expect((await browser.visits()).session.isOtherYear).toBe(false);
		expect((await browser.kept(year - 1)).some(({ entity: of }) => of === `action/${training}`)).toBe(true);
	});

	test('is what a page shows that was left open over the 31st of March', async () => {
		let today = '2027-03-31';
		const browser = await elementary();
		const { session } = await browser.visits({ today: () => today });
		expect([session.isOtherYear, session.today()]).toEqual([false, '2027-03-31']);
		today = '2027-04-01';
		expect([session.isOtherYear, session.today()]).toEqual([true, '2027-03-31']);
	});

	test('ends on its last day, whatever today is', async () => {
		const browser = await elementary();
		expect((await browser.visits(lastYear)).session.today()).toBe('2026-03-31');
		expect((await browser.visits()).session.today()).toBe('2026-11-21');
	});
});

test('a year that holds only what was carried over does not hide which school it is', async () => {
	const browser = new Browser();
	const { session, store } = await browser.visits();
	await session.begin('lowerSecondary');
	const mark = { fiscalYear: year, actions: [lesson], status: 'inProgress', note: '' };
	await good(store.commit(year + 1, [{ entity, field: 'carried', value: mark, seen: [] }]));
	browser.shelf.texts.clear();
	const later = await browser.visits({ fiscalYear: year + 2, today: () => '2028-04-05' });
	expect(later.session.profile.value?.schoolType).toBe('lowerSecondary');
});
