import { describe, expect, test } from 'vitest';
import { keepDraft } from '../../src/session/drafts.ts';
import { year } from '../store/profile.ts';
import { elementary, lesson, settled, stateOf } from './browser.ts';

const entity = `action/${lesson}`;
const textsIn = (operations: readonly { field: string; value: unknown }[]) =>
	operations.filter(({ field }) => field === 'result').map(({ value }) => value);

describe('a text that somebody else changed while it was being typed', () => {
	test('in another tab stands beside it: both are shown, none is lost', async () => {
		const browser = await elementary();
		const { session: left } = await browser.visits();
		const { session: right } = await browser.visits();
		await left.set(entity, 'result', 'はじめ');
		await expect.poll(() => stateOf(right, lesson).texts.result.value).toBe('はじめ');

		const { seen } = stateOf(right, lesson).texts.result;
		await left.set(entity, 'result', '左で書いた');
		await expect.poll(() => stateOf(right, lesson).texts.result.value).toBe('左で書いた');
		await right.set(entity, 'result', '右で書いた', { seen });

		const { value, others } = stateOf(right, lesson).texts.result;
		expect([value, ...others.map((other) => other.value)].toSorted()).toEqual(['右で書いた', '左で書いた'].toSorted());
		expect(right.row(lesson).value.conflict).toBe(true);
		await expect.poll(() => left.row(lesson).value.conflict).toBe(true);
	});

	test('replaces what was seen when it was typed after the other one had arrived', async () => {
		const browser = await elementary();
		const { session: left } = await browser.visits();
		const { session: right } = await browser.visits();
		await left.set(entity, 'result', '左で書いた');
		await expect.poll(() => stateOf(right, lesson).texts.result.value).toBe('左で書いた');
		await right.set(entity, 'result', '右で直した', { seen: stateOf(right, lesson).texts.result.seen });
		expect(stateOf(right, lesson).texts.result).toMatchObject({ value: '右で直した', others: [] });
	});

	test('does not stand against itself when typing went on while its first part was being written', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		const { seen } = stateOf(session, lesson).texts.result;
		await Promise.all([
			session.set(entity, 'result', '運動会で', { seen }),
			session.set(entity, 'result', '運動会で使い、', { seen }),
			session.set(entity, 'result', '運動会で使い、振り返った', { seen }),
		]);
		expect(stateOf(session, lesson).texts.result).toMatchObject({ value: '運動会で使い、振り返った', others: [] });
	});

	test('still stands against another tab when its first part was written in between', async () => {
		const browser = await elementary();
		const { session: left } = await browser.visits();
		const { session: right } = await browser.visits();
		const { seen } = stateOf(right, lesson).texts.result;
		await left.set(entity, 'result', '左で書いた');
		await right.set(entity, 'result', '右で', { seen });
		await right.set(entity, 'result', '右で書いた', { seen });
		await expect.poll(() => stateOf(right, lesson).texts.result.others.length).toBe(1);
		const { value, others } = stateOf(right, lesson).texts.result;
		expect([value, ...others.map((other) => other.value)].toSorted()).toEqual(['右で書いた', '左で書いた'].toSorted());
	});
});

describe('a text that was typed', () => {
	test('is kept as a draft until the database has it', async () => {
		const browser = await elementary();
		const { session, answer } = browser.loads({ held: true });
		const written = session.set(entity, 'result', '運動会で使った', { seen: [] });
		expect(browser.shelf.drafts()).toEqual([`masume.draft.${year}/${entity}/result`]);
		answer();
		expect(await written).toBe(true);
		expect(browser.shelf.drafts()).toEqual([]);
	});

	test('survives a disk without room and a killed tab, and is written on the next visit, once', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		browser.profile.indexedDB.abortWrites('QuotaExceededError', 1);
		expect(await session.set(entity, 'result', '運動会で使った', { seen: [] })).toBe(false);
		expect(browser.shelf.drafts()).toHaveLength(1);
		// The tab is killed here; the retry button is never pressed.
		const next = await browser.visits();
		await settled(next.session);
		expect(stateOf(next.session, lesson).texts.result.value).toBe('運動会で使った');
		expect(browser.shelf.drafts()).toEqual([]);
		await settled((await browser.visits()).session);
		expect(textsIn(await browser.kept())).toEqual(['運動会で使った']);
	});

	test('is not written again where the tab was killed between the writing and the forgetting', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.set(entity, 'result', '運動会で使った', { seen: [] });
		keepDraft(browser.shelf, { fiscalYear: year, entity, field: 'result', text: '運動会で使った', seen: [] });
		await settled((await browser.visits()).session);
		expect(textsIn(await browser.kept())).toEqual(['運動会で使った']);
		expect(browser.shelf.drafts()).toEqual([]);
	});

	test('and was written, then changed by somebody else, does not come back as a 食い違い', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.set(entity, 'result', '運動会で使った', { seen: [] });
		keepDraft(browser.shelf, { fiscalYear: year, entity, field: 'result', text: '運動会で使った', seen: [] });
		await session.set(entity, 'result', '運動会と学芸会で使った');
		const next = await browser.visits();
		await settled(next.session);
		expect(stateOf(next.session, lesson).texts.result).toMatchObject({ value: '運動会と学芸会で使った', others: [] });
		expect(browser.shelf.drafts()).toEqual([]);
	});

	test('and recovered beside what another tab wrote since becomes a 食い違い', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		await session.set(entity, 'result', 'ほかのタブで書いた');
		keepDraft(browser.shelf, { fiscalYear: year, entity, field: 'result', text: '前に書いた', seen: [] });
		const next = await browser.visits();
		await settled(next.session);
		const { value, others } = stateOf(next.session, lesson).texts.result;
		expect([value, ...others.map((other) => other.value)].toSorted()).toEqual(
			['ほかのタブで書いた', '前に書いた'].toSorted(),
		);
	});

	test('before the record was read is written once, though the opening finds its draft', async () => {
		const browser = await elementary();
		const { session, answer } = browser.loads({ held: true });
		const opening = session.open();
		const written = session.set(entity, 'result', '運動会で使った', { seen: [] });
		answer();
		await Promise.all([opening, written]);
		await settled(session);
		expect(textsIn(await browser.kept())).toEqual(['運動会で使った']);
	});

	test('last year stays a draft of last year', async () => {
		const browser = await elementary();
		keepDraft(browser.shelf, { fiscalYear: year - 1, entity, field: 'result', text: '昨年度', seen: [] });
		await settled((await browser.visits()).session);
		expect(textsIn(await browser.kept())).toEqual([]);
		expect(browser.shelf.drafts()).toHaveLength(1);
	});

	test('is written although the shelf has no room for a draft', async () => {
		const browser = await elementary();
		const { session } = await browser.visits();
		browser.shelf.full = true;
		expect(await session.set(entity, 'result', '運動会で使った', { seen: [] })).toBe(true);
		expect(textsIn(await browser.kept())).toEqual(['運動会で使った']);
	});

	test.each(['', 'null', '{', '5', '"x"', '[]', '{"text":5}', `{"entity":"${entity}"}`])(
		'and was broken on the shelf (%s) stops nobody',
		async (broken) => {
			const browser = await elementary();
			browser.shelf.write(`masume.draft.${year}/${entity}/result`, broken);
			const { session } = await browser.visits();
			expect(session.ready.value).toBe(true);
			expect(await session.tick(lesson, '1-(1)-①')).toBe(true);
			expect(textsIn(await browser.kept())).toEqual([]);
		},
	);
});
