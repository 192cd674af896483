import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/domain/record/operation.ts';
import type { ExchangeStore } from '../../src/store/exchangeStore.ts';
import type { StoreChange, Stored } from '../../src/store/recordStore.ts';
import { freshProfile, good, keptIn, reasonFor, textsOf, typed, year } from './profile.ts';
import {
	answerOf,
	elsewhere,
	enrolled,
	enrolmentAt,
	epoch,
	laterEpoch,
	nextOf,
	pageTo,
	waitingIn,
	wide,
} from './school.ts';

describe('what is written here', () => {
	test('waits from the moment it is kept, year by year, until it is acknowledged', async () => {
		const tab = await enrolled(freshProfile().tab());
		const written = await good(tab.commit(year, [typed('一'), typed('二')]));
		await good(tab.commit(year - 1, [typed('去年')]));
		expect(await good(tab.exchange.waiting())).toEqual([
			{ fiscalYear: year - 1, count: 1, refused: [] },
			{ fiscalYear: year, count: 2, refused: [] },
		]);
		expect(await nextOf(tab)).toEqual(written);
		await good(tab.exchange.acknowledge(year, written.slice(0, 1), answerOf(7, { durableSequence: 3 })));
		expect(textsOf(await nextOf(tab))).toEqual(['二']);
		expect(await good(tab.exchange.position(year))).toEqual({
			epoch,
			cursor: 0,
			reach: 7,
			durableSequence: 3,
			arrived: { sequence: 7, at: '2026-11-21T05:00:10Z' },
		});
		expect(await good(tab.exchange.position(year - 1))).toEqual({ cursor: 0, reach: 0, durableSequence: 0 });
	});

	test('goes on waiting when it was written while the batch was under way', async () => {
		const tab = await enrolled(freshProfile().tab());
		await good(tab.commit(year, [typed('一')]));
		const batch = await nextOf(tab);
		await good(tab.commit(year, [typed('二')]));
		await good(tab.exchange.acknowledge(year, batch, answerOf(1)));
		expect(textsOf(await nextOf(tab))).toEqual(['二']);
	});

	test('is handed out in batches of at most so many and so many bytes, a large one alone', async () => {
		const tab = await enrolled(freshProfile().tab());
		await good(tab.commit(year, [typed('一'), typed('二'), typed('大'.repeat(3000)), typed('四')]));
		const batch = async (operations: number, bytes: number) =>
			textsOf(await good(tab.exchange.nextBatch(year, { operations, bytes }))).map((text) => String(text)[0]);
		expect(await batch(2, 512_000)).toEqual(['一', '二']);
		expect(await batch(9, 1_000)).toEqual(['一', '二']);
		// Three bytes a letter: measured as it is sent, not as it is held.
		expect(await batch(9, 9_500)).toEqual(['一', '二']);
		expect(await batch(9, 12_000)).toEqual(['一', '二', '大', '四']);
		const next = await good(tab.exchange.nextBatch(year, { operations: 2, bytes: 512_000 }));
		await good(tab.exchange.acknowledge(year, next, answerOf(2)));
		expect(await batch(9, 100)).toEqual(['大']);
	});

	test('waits before the device is enrolled, too', async () => {
		const tab = freshProfile().tab();
		expect(await good(tab.exchange.waiting())).toEqual([]);
		expect(await nextOf(tab)).toEqual([]);
		await good(tab.commit(year, [typed('試し')]));
		expect(await waitingIn(tab)).toBe(1);
	});

	test('is not kept without waiting: if the room runs out, neither is there', async () => {
		const profile = freshProfile();
		const tab = await enrolled(profile.tab());
		profile.indexedDB.abortWrites('QuotaExceededError', 1);
		expect(await reasonFor(tab.commit(year, [typed('一')]))).toBe('quotaExceeded');
		expect(await waitingIn(tab)).toBe(0);
		expect(await keptIn(profile)).toEqual([]);
	});
});

describe('what comes from a backup', () => {
	test('waits, but only what was not here already', async () => {
		const tab = await enrolled(freshProfile().tab());
		const [one, two] = (await elsewhere('一', '二')) as [Operation, Operation];
		await good(tab.exchange.take(year, [one], pageTo(1)));
		await good(tab.union(year, [one, two]));
		expect(textsOf(await nextOf(tab))).toEqual(['二']);
	});
});

describe('an endpoint that was set back', () => {
	test('is offered everything that is here, pulled or written, and pulled from the beginning', async () => {
		const tab = await enrolled(freshProfile().tab());
		const mine = await good(tab.commit(year, [typed('私')]));
		await good(tab.exchange.acknowledge(year, mine, answerOf(1)));
		const theirs = await elsewhere('一');
		await good(tab.exchange.take(year, theirs, pageTo(2, { durableSequence: 2 })));
		await good(tab.exchange.noteSummary(year, { receipt: 'r', at: '2026-11-21T05:00:00Z', operations: 2 }));
		await good(tab.exchange.offerAll(year, laterEpoch));
		expect(textsOf(await nextOf(tab))).toEqual(['私', '一']);
		expect(await good(tab.exchange.position(year))).toEqual({
			epoch: laterEpoch,
			cursor: 0,
			reach: 0,
			durableSequence: 0,
		});
	});

	test('cannot acknowledge anything with an answer from before', async () => {
		const tab = await enrolled(freshProfile().tab());
		const mine = await good(tab.commit(year, [typed('私')]));
		await good(tab.exchange.offerAll(year, laterEpoch));
		await good(tab.exchange.acknowledge(year, mine, answerOf(9)));
		expect(await nextOf(tab)).toEqual(mine);
		const theirs = await elsewhere('一');
		await good(tab.exchange.take(year, [...mine, ...theirs], pageTo(9)));
		expect(textsOf(await nextOf(tab))).toEqual(['私', '一']);
		expect(await good(tab.exchange.position(year))).toMatchObject({ epoch: laterEpoch, cursor: 0, reach: 0 });
	});

	test('a cursor that went back offers nothing again', async () => {
		const tab = await enrolled(freshProfile().tab());
		await good(tab.exchange.take(year, await elsewhere('一'), pageTo(1)));
		await good(tab.exchange.rewind(year));
		expect(await good(tab.exchange.position(year))).toMatchObject({ epoch, cursor: 0, reach: 1 });
		expect(await waitingIn(tab)).toBe(0);
	});
});

describe('what the endpoint will not take', () => {
	test('is told, is not sent by itself, and is sent again when somebody asks', async () => {
		const tab = await enrolled(freshProfile().tab());
		const [one, two] = (await good(tab.commit(year, [typed('一'), typed('二')]))) as [Operation, Operation];
		const refused = { id: one.id, reason: 'tooLarge', sentence: '長すぎます。' };
		await good(tab.exchange.markRefused(year, [refused, { ...refused, id: 'unknown.1' }]));
		expect(await good(tab.exchange.waiting())).toEqual([{ fiscalYear: year, count: 1, refused: [refused] }]);
		expect(await nextOf(tab)).toEqual([two]);
		await good(tab.exchange.offerAll(year, laterEpoch));
		expect(await nextOf(tab)).toEqual([two]);
		await good(tab.exchange.offerRefused());
		expect(await nextOf(tab)).toEqual([one, two]);
	});

	test('does not stand in the way of what comes after it', async () => {
		const tab = await enrolled(freshProfile().tab());
		const written = await good(
			tab.commit(
				year,
				['一', '二', '三', '四', '五'].map((text) => typed(text)),
			),
		);
		const refused = written.slice(0, 4).map(({ id }) => ({ id, reason: 'x', sentence: '' }));
		await good(tab.exchange.markRefused(year, refused));
		expect(textsOf(await good(tab.exchange.nextBatch(year, { ...wide, operations: 2 })))).toEqual(['五']);
	});

	test('and is acknowledged already is not refused any more', async () => {
		const tab = await enrolled(freshProfile().tab());
		const written = await good(tab.commit(year, [typed('一')]));
		await good(tab.exchange.acknowledge(year, written, answerOf(1)));
		await good(tab.exchange.markRefused(year, [{ id: written[0]?.id ?? '', reason: 'x', sentence: '' }]));
		expect(await good(tab.exchange.waiting())).toEqual([]);
	});
});

describe('what is noted of the exchange', () => {
	test('only rises: a backup of the endpoint covers no less than it did', async () => {
		const tab = await enrolled(freshProfile().tab());
		await good(tab.exchange.noteDurable(year, 5));
		await good(tab.exchange.noteDurable(year, 3));
		await good(tab.exchange.take(year, [], pageTo(0)));
		await good(tab.exchange.noteDurable(year, 9, laterEpoch));
		const summary = { receipt: '2026-C-12', at: '2026-11-21T05:00:00Z', operations: 4 };
		await good(tab.exchange.noteSummary(year, summary));
		expect(await good(tab.exchange.position(year))).toEqual({
			epoch,
			cursor: 0,
			reach: 0,
			durableSequence: 5,
			summary,
		});
	});

	test('is told only where it is news', async () => {
		const tab = await enrolled(freshProfile().tab());
		const heard: StoreChange[] = [];
		tab.onChange((change) => heard.push(change));
		for (const durable of [5, 5, 4]) await good(tab.exchange.noteDurable(year, durable));
		await good(tab.exchange.rewind(year));
		expect(heard).toEqual([{ kind: 'exchange', here: true }]);
	});

	test('survives a lost answer of the database', async () => {
		const profile = freshProfile();
		const tab = await enrolled(profile.tab());
		const written = await good(tab.commit(year, [typed('一')]));
		profile.indexedDB.loseNextAnswer();
		await good(tab.exchange.acknowledge(year, written, answerOf(1)));
		expect(await waitingIn(tab)).toBe(0);
		expect((await good(tab.exchange.position(year))).arrived?.sequence).toBe(1);
	});
});

describe('two tabs that send at the same time', () => {
	test('acknowledge the same twice and lose nothing that either writes meanwhile', async () => {
		const profile = freshProfile();
		const [left, right] = [await enrolled(profile.tab()), profile.tab()];
		await good(left.commit(year, [typed('一')]));
		const [batchLeft, batchRight] = await Promise.all([nextOf(left), nextOf(right)]);
		expect(batchLeft).toEqual(batchRight);
		await Promise.all([
			good(left.exchange.acknowledge(year, batchLeft, answerOf(1))),
			good(right.commit(year, [typed('二')])),
			good(right.exchange.acknowledge(year, batchRight, answerOf(1))),
			good(left.commit(year, [typed('三')])),
		]);
		expect(textsOf(await nextOf(right)).toSorted()).toEqual(['二', '三'].toSorted());
	});
});

describe('a database that cannot be used', () => {
	const calls: readonly [string, (exchange: ExchangeStore) => Stored<unknown>][] = [
		['enrolment', (exchange) => exchange.enrolment()],
		['enrol', (exchange) => exchange.enrol(enrolmentAt('若葉'), { adopt: true })],
		['putEnrolment', (exchange) => exchange.putEnrolment(enrolmentAt('若葉'))],
		['waiting', (exchange) => exchange.waiting()],
		['nextBatch', (exchange) => exchange.nextBatch(year, wide)],
		['acknowledge', (exchange) => exchange.acknowledge(year, [], answerOf(1))],
		['markRefused', (exchange) => exchange.markRefused(year, [])],
		['offerRefused', (exchange) => exchange.offerRefused()],
		['position', (exchange) => exchange.position(year)],
		['take', (exchange) => exchange.take(year, [], pageTo(1))],
		['offerAll', (exchange) => exchange.offerAll(year, epoch)],
		['rewind', (exchange) => exchange.rewind(year)],
		['noteDurable', (exchange) => exchange.noteDurable(year, 1)],
		['noteSummary', (exchange) => exchange.noteSummary(year, { receipt: '', at: '', operations: 0 })],
		['issueAgain', (exchange) => exchange.issueAgain(year, ['d.1'])],
		['signingKey', (exchange) => exchange.signingKey()],
	];

	test.each(calls)('is told by %s as by every other call', async (_, call) => {
		const tab = freshProfile().tab();
		tab.close();
		expect(await reasonFor(call(tab.exchange))).toBe('databaseClosed');
		expect(calls.map(([name]) => name).toSorted()).toEqual(Object.keys(tab.exchange).toSorted());
	});
});
