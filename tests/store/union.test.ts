import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/domain/record/operation.ts';
import type { StoreChange } from '../../src/store/recordStore.ts';
import { copyOf, freshProfile, good, keptIn, textsOf, typed, year } from './profile.ts';

/** What a colleague's device wrote. */
async function elsewhere(...texts: string[]): Promise<Operation[]> {
	return await good(
		freshProfile()
			.tab()
			.commit(
				year,
				texts.map((text) => typed(text)),
			),
	);
}

const byContent = (operations: readonly Operation[]): string[] => operations.map((each) => JSON.stringify(each)).sort();
const deviceOf = (operation: Operation | undefined): string | undefined => operation?.id.split('.')[0];

describe('taking in what was written elsewhere', () => {
	test('adds what is new, knows what is known, and doing it twice changes nothing', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		const operations = await elsewhere('一', '二');
		expect(await good(tab.union(year, operations.slice(0, 1)))).toEqual({ added: 1, known: 0 });
		expect(await good(tab.union(year, operations))).toEqual({ added: 1, known: 1 });
		expect(await good(tab.union(year, [...operations, ...operations]))).toEqual({ added: 0, known: 4 });
		expect(await keptIn(profile)).toEqual(operations);
		expect(await good(tab.union(year, []))).toEqual({ added: 0, known: 0 });
	});

	test('leaves this device its own numbers, and lets its next entry come after everything seen', async () => {
		const tab = freshProfile().tab();
		const [mine] = await good(tab.commit(year, [typed('私')]));
		const theirs = await elsewhere('一', '二', '三');
		await good(tab.union(year, theirs));
		expect((await good(tab.open())).counter).toBe(2);
		const [next] = await good(tab.commit(year, [typed('次')]));
		expect(next?.id).toBe(`${deviceOf(mine)}.2`);
		expect(next?.lamport).toBe(4);
	});

	test('goes on where it was for a reader who follows, and is announced only if it brought something', async () => {
		const tab = freshProfile().tab();
		await good(tab.commit(year, [typed('私')]));
		const { position } = await good(tab.readLog(year));
		const heard: StoreChange[] = [];
		tab.onChange((change) => heard.push(change));
		const theirs = await elsewhere('一');
		await good(tab.union(year, theirs));
		await good(tab.union(year, theirs));
		expect(heard).toEqual([{ kind: 'operations', fiscalYear: year, how: 'arrived', here: true }]);
		expect(textsOf((await good(tab.readSince(year, position))).operations)).toEqual(['一']);
	});

	test('keeps what only a newer version understands', async () => {
		const profile = freshProfile();
		const [known] = await elsewhere('一');
		const newer = {
			...known,
			id: 'n.1',
			version: 9,
			signature: { by: '鍵', bits: [1, null, { x: true }] },
		} as Operation;
		await good(profile.tab().union(year, [newer]));
		expect(await keptIn(profile)).toEqual([newer]);
	});

	test('does not mind in which order a relaying device wrote the keys', async () => {
		const tab = freshProfile().tab();
		const [operation] = await elsewhere('一');
		const turned = Object.fromEntries(Object.entries(operation ?? {}).reverse()) as unknown as Operation;
		await good(tab.union(year, operation ? [operation] : []));
		expect(await good(tab.union(year, [turned]))).toEqual({ added: 0, known: 1 });
	});

	test('two different operations under one id are both kept, in one batch or in several', async () => {
		const [one] = await elsewhere('一');
		if (!one) throw new Error('nothing written');
		const other: Operation = { ...one, value: '別の文' };
		const third: Operation = { ...one, value: '三つ目' };
		const [together, apart] = [freshProfile(), freshProfile()];
		expect(await good(together.tab().union(year, [one, other, third, other]))).toEqual({ added: 3, known: 1 });
		for (const each of [third, one, other, third]) await good(apart.tab().union(year, [each]));
		expect(byContent(await keptIn(together))).toEqual(byContent([one, other, third]));
		expect(byContent(await keptIn(apart))).toEqual(byContent([one, other, third]));
	});

	test('the tenth operation of a device is not mistaken for a variant of its first', async () => {
		const tab = freshProfile().tab();
		const operations = await elsewhere(...Array.from({ length: 12 }, (_, index) => `${index}`));
		await good(tab.union(year, operations.slice(9)));
		expect(await good(tab.union(year, operations.slice(0, 1)))).toEqual({ added: 1, known: 0 });
	});

	test('a whole year at once is the same as its parts', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		const operations = await elsewhere(...Array.from({ length: 700 }, (_, index) => `${index}`));
		await good(tab.union(year, operations.slice(100, 200)));
		expect(await good(tab.union(year, operations))).toEqual({ added: 600, known: 100 });
		expect(byContent(await keptIn(profile))).toEqual(byContent(operations));
	});

	test('any split, order and repetition leaves every device with the same set', async () => {
		const seed = Number(process.env.SEED ?? Date.now());
		console.info(`union: SEED=${seed}`);
		const pool = await elsewhere('一', '二', '三', '四', '五');
		const forked = pool.map((operation) => ({ ...operation, value: '分かれた' }));
		const batch = fc.array(fc.constantFrom(...pool, ...forked), { maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(fc.array(batch, { maxLength: 5 }), async (batches) => {
				const [inParts, atOnce] = [freshProfile(), freshProfile()];
				const tab = inParts.tab();
				for (const operations of batches) await good(tab.union(year, operations));
				await good(atOnce.tab().union(year, batches.flat().reverse()));
				const wanted = [...new Set(byContent(batches.flat()))];
				expect(byContent(await keptIn(inParts))).toEqual(wanted);
				expect(byContent(await keptIn(atOnce))).toEqual(wanted);
			}),
			{ seed, numRuns: 40 },
		);
	});
});

describe('a browser profile that was copied or set back', () => {
	test('takes a new identity when it meets its own later work, before it writes anything', async () => {
		const original = freshProfile();
		await good(original.tab().commit(year, [typed('一')]));
		const setBack = await copyOf(original);
		const later = await good(original.tab().commit(year, [typed('二')]));
		const tab = setBack.tab();
		const before = await good(tab.open());
		const heard: StoreChange[] = [];
		tab.onChange((change) => heard.push(change));
		await good(tab.union(year, later));
		expect(heard).toContainEqual({ kind: 'device', here: true });
		const after = await good(tab.open());
		expect(after).toEqual({ ...before, device: after.device, counter: 1 });
		expect(after.device).not.toBe(before.device);
		const [next] = await good(tab.commit(year, [typed('三')]));
		expect(next?.id).toBe(`${after.device}.1`);
		expect(next?.lamport).toBe(3);
		expect(textsOf(await keptIn(setBack))).toEqual(['一', '二', '三']);
	});

	test('keeps both entries that were made under one number, and never makes another such pair', async () => {
		const original = freshProfile();
		await good(original.tab().open());
		const clone = await copyOf(original);
		const [here] = await good(original.tab().commit(year, [typed('元の端末')]));
		const [there] = await good(clone.tab().commit(year, [typed('写しの端末')]));
		expect(there?.id).toBe(here?.id);
		await good(original.tab().union(year, there ? [there] : []));
		expect(textsOf(await keptIn(original))).toEqual(['元の端末', '写しの端末']);
		const [next] = await good(original.tab().commit(year, [typed('次')]));
		const [nextThere] = await good(clone.tab().commit(year, [typed('次')]));
		expect(next?.id).not.toBe(nextThere?.id);
	});

	test('its own operations coming back word for word change nothing', async () => {
		const tab = freshProfile().tab();
		const operations = await good(tab.commit(year, [typed('一'), typed('二')]));
		const before = await good(tab.open());
		expect(await good(tab.union(year, operations))).toEqual({ added: 0, known: 2 });
		expect(await good(tab.open())).toEqual(before);
	});
});
