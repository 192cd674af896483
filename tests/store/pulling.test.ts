import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/domain/record/operation.ts';
import type { StoreChange } from '../../src/store/recordStore.ts';
import { freshProfile, good, reasonFor, textsOf, typed, year } from './profile.ts';
import { elsewhere, enrolled, epoch, nextOf, pageTo } from './school.ts';

describe('a page of the endpoint', () => {
	test('does not wait, moves the cursor, and settles what turns out to stand there already', async () => {
		const tab = await enrolled(freshProfile().tab());
		const [mine] = (await good(tab.commit(year, [typed('私'), typed('もう一つ')]))) as [Operation];
		const theirs = await elsewhere('一');
		expect(await good(tab.exchange.take(year, [mine, ...theirs], pageTo(2, { durableSequence: 1 })))).toEqual({
			added: 1,
			known: 1,
		});
		expect(textsOf(await nextOf(tab))).toEqual(['もう一つ']);
		expect(await good(tab.exchange.position(year))).toEqual({ epoch, cursor: 2, reach: 2, durableSequence: 1 });
	});

	test('that holds something else under the id of what waits here leaves it waiting', async () => {
		const tab = await enrolled(freshProfile().tab());
		const [mine] = (await good(tab.commit(year, [typed('私')]))) as [Operation];
		await good(tab.exchange.take(year, [{ ...mine, value: '写しの端末' }], pageTo(1)));
		expect(await nextOf(tab)).toEqual([mine]);
		expect(textsOf((await good(tab.readLog(year))).operations)).toEqual(['私', '写しの端末']);
	});

	test('is taken in whole with its cursor, or not at all', async () => {
		const profile = freshProfile();
		const tab = await enrolled(profile.tab());
		const theirs = await elsewhere('一', '二');
		profile.indexedDB.abortWrites('QuotaExceededError', 1);
		expect(await reasonFor(tab.exchange.take(year, theirs, pageTo(2)))).toBe('quotaExceeded');
		expect(await good(tab.exchange.position(year))).toEqual({ cursor: 0, reach: 0, durableSequence: 0 });
		expect((await good(tab.readLog(year))).operations).toEqual([]);
		await good(tab.exchange.take(year, theirs, pageTo(2)));
		expect((await good(tab.exchange.position(year))).cursor).toBe(2);
	});

	test('without news moves the cursor only, and nobody is told of operations', async () => {
		const tab = await enrolled(freshProfile().tab());
		const heard: StoreChange[] = [];
		tab.onChange((change) => heard.push(change));
		await good(tab.exchange.take(year, [], pageTo(0)));
		expect(heard).toEqual([{ kind: 'exchange', here: true }]);
		expect(await good(tab.years())).toEqual([]);
	});

	test('is told as an arrival, here and in the other tab', async () => {
		const profile = freshProfile();
		const [left, right] = [await enrolled(profile.tab()), profile.tab()];
		const heard: StoreChange[] = [];
		left.onChange((change) => heard.push(change));
		right.onChange((change) => heard.push(change));
		await good(left.exchange.take(year, await elsewhere('一'), pageTo(1)));
		const arrived = { kind: 'operations', fiscalYear: year, how: 'arrived' };
		expect(heard).toEqual([
			{ ...arrived, here: true },
			{ ...arrived, here: false },
			{ kind: 'exchange', here: true },
			{ kind: 'exchange', here: false },
		]);
	});
});
