import { describe, expect, test } from 'vitest';
import type { SignedOperation } from '../../src/domain/exchange/signature.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import type { Edit, Operation } from '../../src/domain/record/operation.ts';
import type { RecordStore, StoreChange } from '../../src/store/recordStore.ts';
import { ModelEndpoint } from './modelEndpoint.ts';
import { copyOf, freshProfile, good, keptIn, type Profile, reasonFor, textsOf, typed, year } from './profile.ts';
import { answerOf, enrolled, nextOf, waitingIn } from './school.ts';

const deviceOf = (operation: Operation | undefined): string => operation?.id.split('.')[0] ?? '';
const replacing = (text: string, ...seen: readonly (Operation | undefined)[]): Edit => ({
	...typed(text),
	seen: seen.map((operation) => operation?.id ?? ''),
});
const headsIn = (operations: readonly Operation[]): unknown[] =>
	textsOf(foldRecord(operations).heads('action/r7-1-1-1-a', 'result'));

/** An enrolled profile and its copy, as a school's imaging of Chromebooks makes them. */
async function cloned(): Promise<{ original: Profile; clone: Profile; a: RecordStore; b: RecordStore }> {
	const original = freshProfile();
	const a = await enrolled(original.tab());
	const [first] = await good(a.commit(year, [typed('共通')]));
	await good(a.exchange.acknowledge(year, first ? [first] : [], answerOf(1, { epoch: '1'.padStart(16, '0') })));
	const clone = await copyOf(original);
	return { original, clone, a, b: clone.tab() };
}

async function endpointWith(tab: RecordStore): Promise<ModelEndpoint> {
	const endpoint = new ModelEndpoint();
	endpoint.push((await good(tab.readLog(year))).operations);
	return endpoint;
}

describe('a copied profile that wrote under numbers already taken', () => {
	test('issues again what waits under an identity of its own, and both devices end with everything', async () => {
		const { a, b, original, clone } = await cloned();
		const endpoint = await endpointWith(a);
		const [commonA] = (await good(a.readLog(year))).operations;
		await good(a.commit(year, [replacing('元の端末', commonA)]));
		await endpoint.settleWith(a);
		const [copied] = await good(b.commit(year, [replacing('写しの端末', commonA)]));
		const [later] = await good(b.commit(year, [replacing('写しの続き', copied)]));
		const heard: StoreChange[] = [];
		b.onChange((change) => heard.push(change));

		await endpoint.settleWith(b);
		await endpoint.settleWith(a);

		const kept = await keptIn(clone);
		expect(textsOf(kept)).toEqual(['共通', '写しの端末', '写しの続き', '元の端末']);
		expect(textsOf(await keptIn(original)).toSorted()).toEqual(textsOf(kept).toSorted());
		expect(headsIn(kept).toSorted()).toEqual(['写しの続き', '元の端末'].toSorted());
		expect(headsIn(await keptIn(original))).toEqual(headsIn(kept));
		const [, again, follows] = kept;
		expect(deviceOf(again)).not.toBe(deviceOf(copied));
		expect(follows?.replaces).toEqual([again?.id]);
		expect([again?.lamport, follows?.lamport]).toEqual([copied?.lamport, later?.lamport]);
		expect(kept.some(({ id }) => id === later?.id)).toBe(false);
		expect(heard).toContainEqual({ kind: 'rewritten', fiscalYear: year, here: true });
		expect(heard).toContainEqual({ kind: 'device', here: true });
		expect(await waitingIn(b)).toBe(0);
		expect(await good(b.open())).toMatchObject({ device: deviceOf(again), counter: 3 });
	});

	test('numbers that only one of them has used are left behind too, before the other comes to them', async () => {
		const { a, b } = await cloned();
		const endpoint = await endpointWith(a);
		await good(a.commit(year, [typed('元の端末')]));
		await endpoint.settleWith(a);
		await good(b.commit(year, [typed('一'), typed('二'), typed('三')]));
		await endpoint.pushFrom(b);
		expect(new Set((await nextOf(b)).map(deviceOf)).size).toBe(1);
		expect((await nextOf(b)).map(deviceOf)).not.toContain(deviceOf(endpoint.log[0]));
		await good(a.commit(year, [typed('四')]));
		await endpoint.settleWith(b);
		await endpoint.settleWith(a);
		expect((await good(a.readLog(year))).operations).toHaveLength(6);
	});

	test('leaves alone what the endpoint has known before, also while it is offered again', async () => {
		const { a, b } = await cloned();
		const endpoint = await endpointWith(a);
		const [common] = (await good(b.readLog(year))).operations;
		await good(a.commit(year, [typed('元の端末')]));
		await endpoint.settleWith(a);
		await good(b.commit(year, [typed('写しの端末')]));
		await good(b.exchange.offerAll(year, endpoint.epoch));
		await endpoint.settleWith(b);
		const kept = (await good(b.readLog(year))).operations;
		expect(kept).toContainEqual(common);
		expect(kept).toHaveLength(3);
	});

	test('a choice between the two sides goes on naming both of them', async () => {
		const { a, b } = await cloned();
		const endpoint = await endpointWith(a);
		await good(a.commit(year, [typed('元の端末')]));
		await endpoint.settleWith(a);
		await good(b.commit(year, [typed('写しの端末')]));
		await endpoint.pullInto(b);
		const fold = foldRecord((await good(b.readLog(year))).operations);
		const heads = fold.heads('action/r7-1-1-1-a', 'result');
		expect(heads).toHaveLength(3);
		await good(b.commit(year, [{ ...typed('これにする'), seen: heads.map((head) => fold.nameOf(head)) }]));
		await endpoint.settleWith(b);
		await endpoint.settleWith(a);
		expect(headsIn((await good(b.readLog(year))).operations)).toEqual(['これにする']);
		expect(headsIn((await good(a.readLog(year))).operations)).toEqual(['これにする']);
	});

	test('what was written over the copy’s own entry goes on doing so, also where the other one came first', async () => {
		const { a, b } = await cloned();
		const endpoint = await endpointWith(a);
		const [common] = (await good(a.readLog(year))).operations;
		await good(a.commit(year, [replacing('元の端末', common)]));
		await endpoint.settleWith(a);
		const [copied] = await good(b.commit(year, [replacing('写しの端末', common)]));
		await good(b.commit(year, [replacing('写しの続き', copied)]));
		await endpoint.pullInto(b);
		await endpoint.settleWith(b);
		const heads = headsIn((await good(b.readLog(year))).operations);
		expect(heads.toSorted()).toEqual(['元の端末', '写しの続き'].toSorted());
	});

	test('a name that could mean either of the two is left as it came', async () => {
		const { a, b } = await cloned();
		const endpoint = await endpointWith(a);
		await good(a.commit(year, [typed('元の端末')]));
		await endpoint.settleWith(a);
		const [copied] = await good(b.commit(year, [typed('写しの端末')]));
		await endpoint.pullInto(b);
		const elsewhere = await enrolled(freshProfile().tab());
		const relayed = await good(elsewhere.commit(year, [replacing('よそで', copied)]));
		await good(b.union(year, relayed));
		await endpoint.settleWith(b);
		expect((await good(b.readLog(year))).operations).toEqual(expect.arrayContaining(relayed));
	});

	test('a third entry under the same number finds its place after the second has left', async () => {
		const { a, b } = await cloned();
		const endpoint = await endpointWith(a);
		await good(a.commit(year, [typed('元の端末')]));
		await endpoint.settleWith(a);
		const [copied] = await good(b.commit(year, [typed('写しの端末')]));
		await endpoint.pullInto(b);
		await endpoint.settleWith(b);
		await good(b.union(year, copied ? [{ ...copied, value: '三つ目' }] : []));
		const kept = (await good(b.readLog(year))).operations;
		expect(textsOf(kept).toSorted()).toEqual(['共通', '写しの端末', '元の端末', '三つ目'].toSorted());
	});

	test('is told twice of one fork and answers once', async () => {
		const { a, b } = await cloned();
		await good(a.commit(year, [typed('元の端末')]));
		const [copied] = await good(b.commit(year, [typed('写しの端末')]));
		const ids = copied ? [copied.id] : [];
		expect(await good(b.exchange.issueAgain(year, ids))).toEqual({ issued: 1 });
		const facts = await good(b.open());
		const heard: StoreChange[] = [];
		b.onChange((change) => heard.push(change));
		expect(await good(b.exchange.issueAgain(year, ids))).toEqual({ issued: 0 });
		expect(await good(b.open())).toEqual(facts);
		expect(heard.map(({ kind }) => kind)).not.toContain('rewritten');
	});

	test('issues everything again or nothing', async () => {
		const { b, clone } = await cloned();
		const written = await good(b.commit(year, [typed('一'), typed('二')]));
		const before = await keptIn(clone);
		const facts = await good(b.open());
		clone.indexedDB.abortWrites('QuotaExceededError', 1);
		const again = b.exchange.issueAgain(
			year,
			written.map(({ id }) => id),
		);
		expect(await reasonFor(again)).toBe('quotaExceeded');
		expect(await keptIn(clone)).toEqual(before);
		expect(await nextOf(b)).toEqual(written);
		expect(await good(b.open())).toEqual(facts);
	});

	test('keeps what was refused refused, under its new number', async () => {
		const { b } = await cloned();
		const [one, two] = (await good(b.commit(year, [typed('一'), typed('二')]))) as [Operation, Operation];
		await good(b.exchange.markRefused(year, [{ id: one.id, reason: 'tooLarge', sentence: '長すぎます。' }]));
		await good(b.exchange.issueAgain(year, [two.id]));
		const [waits] = await good(b.exchange.waiting());
		const kept = (await good(b.readLog(year))).operations;
		expect(waits).toMatchObject({ count: 1, refused: [{ reason: 'tooLarge' }] });
		expect(kept.find(({ id }) => id === waits?.refused[0]?.id)?.value).toBe('一');
	});

	test('signs its reviews again', async () => {
		const { b } = await cloned();
		const submitted: Edit = { entity: 'review/final', field: 'state', value: 'submitted', seen: [] };
		const [text, review] = (await good(b.commit(year, [typed('一'), submitted]))) as [Operation, SignedOperation];
		await good(b.exchange.issueAgain(year, [text.id]));
		const again = (await nextOf(b)).find(({ entity }) => entity === submitted.entity) as SignedOperation;
		expect(again.id).not.toBe(review.id);
		expect(again.signature?.key).toBe(review.signature?.key);
		expect(again.signature?.value).not.toBe(review.signature?.value);
	});
});

describe('a fork that a third device relays from a backup', () => {
	async function third() {
		const { a, b } = await cloned();
		const endpoint = await endpointWith(a);
		await good(a.commit(year, [typed('元の端末')]));
		await endpoint.settleWith(a);
		const [copied] = await good(b.commit(year, [typed('写しの端末')]));
		const c = await enrolled(freshProfile().tab());
		const [own] = await good(c.commit(year, [typed('三台目')]));
		await endpoint.settleWith(c);
		await good(c.union(year, (await good(b.readLog(year))).operations));
		return { a, b, c, copied, own, endpoint };
	}

	test('is issued again under that device’s identity, which stays what it was', async () => {
		const { c, copied, own, endpoint } = await third();
		const facts = await good(c.open());
		await endpoint.settleWith(c);
		expect((await good(c.open())).device).toBe(facts.device);
		const kept = (await good(c.readLog(year))).operations;
		expect(textsOf(kept).toSorted()).toEqual(['共通', '元の端末', '写しの端末', '三台目'].toSorted());
		const again = kept.find(({ value }) => value === '写しの端末');
		expect(deviceOf(again)).toBe(deviceOf(own));
		expect(again?.id).not.toBe(copied?.id);
		expect(again).toMatchObject({ by: copied?.by, at: copied?.at, lamport: copied?.lamport });
	});

	test('takes along what this device has written over it, and nothing else', async () => {
		const { c, copied, endpoint } = await third();
		const fold = foldRecord((await good(c.readLog(year))).operations);
		const side = fold.find(copied?.id ?? '').find(({ value }) => value === '写しの端末');
		if (!side) throw new Error('not taken in');
		const [over] = await good(c.commit(year, [{ ...typed('上書き'), seen: [fold.nameOf(side)] }]));
		const [apart] = await good(c.commit(year, [typed('別の□', 'r7-1-1-1-b')]));
		await endpoint.settleWith(c);
		const kept = (await good(c.readLog(year))).operations;
		expect(kept).toContainEqual(apart);
		expect(kept.map(({ id }) => id)).not.toContain(over?.id);
		expect(headsIn(kept)).not.toContain('写しの端末');
		expect(headsIn(kept)).toEqual(expect.arrayContaining(['上書き', '元の端末']));
	});

	test('ends with all devices holding the same, however many relayed it', async () => {
		const { a, b, c, endpoint } = await third();
		for (const tab of [b, c, a, b, c, a]) await endpoint.settleWith(tab);
		const sets = await Promise.all(
			[a, b, c].map(async (tab) => (await good(tab.readLog(year))).operations.map(({ id }) => id).sort()),
		);
		expect(sets[1]).toEqual(sets[0]);
		expect(sets[2]).toEqual(sets[0]);
		expect(endpoint.log).toHaveLength(sets[0]?.length ?? 0);
	});

	test('stays unsent where another device’s key had signed it, and says why', async () => {
		const { c, copied } = await third();
		const review = {
			...copied,
			id: `${deviceOf(copied)}.9`,
			entity: 'review/final',
			field: 'state',
			value: 'approved',
			signature: { key: 'someone', value: 'x' },
		} as SignedOperation;
		await good(c.union(year, [review]));
		expect(await good(c.exchange.issueAgain(year, [review.id]))).toEqual({ issued: 0 });
		const [waits] = await good(c.exchange.waiting());
		expect(waits?.refused).toMatchObject([{ id: review.id, reason: 'foreignSignature' }]);
		expect((await good(c.readLog(year))).operations).toContainEqual(review);
	});
});
