import { describe, expect, test } from 'vitest';
import type { RecordStore } from '../../src/store/recordStore.ts';
import { databaseName } from '../../src/store/schema.ts';
import { freshProfile, good, keptIn, type Profile, rawConnection, reasonFor, textsOf, typed, year } from './profile.ts';
import { enrolled, pageTo } from './school.ts';

async function openTab(profile: Profile): Promise<RecordStore> {
	const tab = profile.tab();
	await good(tab.open());
	return tab;
}

describe('a page that is left in the middle of writing', () => {
	test('has written nothing, and holds nobody up', async () => {
		const profile = freshProfile();
		const tab = await openTab(profile);
		let asked = (): void => {};
		const begun = new Promise<void>((resolve) => {
			asked = resolve;
		});
		profile.indexedDB.onNextWrite(asked);
		const written = reasonFor(tab.commit(year, [typed('実績')]));
		await begun;
		tab.leave();
		await good((await openTab(profile)).commit(year, [typed('ほかのページ')]));
		expect(textsOf(await keptIn(profile))).toEqual(['ほかのページ']);
		expect(await written).toBe('pageLeft');
	});

	test('writes the same entry once when it is back', async () => {
		const profile = freshProfile();
		const tab = await openTab(profile);
		const edits = [typed('実績')];
		const written = reasonFor(tab.commit(year, edits));
		tab.leave();
		expect(await written).toBe('pageLeft');
		tab.comeBack();
		await good(tab.commit(year, edits));
		expect(textsOf(await keptIn(profile))).toEqual(['実績']);
	});

	test('knows the entry again that had been written before it could hear of it', async () => {
		const profile = freshProfile();
		const tab = await openTab(profile);
		const edits = [typed('実績')];
		profile.indexedDB.beforeNextAnswer(() => tab.leave());
		expect(await reasonFor(tab.commit(year, edits))).toBe('pageLeft');
		tab.comeBack();
		const operations = await good(tab.commit(year, edits));
		expect(await keptIn(profile)).toEqual(operations);
	});

	test('does not go on by itself with what came from a file or the endpoint', async () => {
		const profile = freshProfile();
		const operations = await good(
			freshProfile()
				.tab()
				.commit(year, [typed('よそで')]),
		);
		const tab = await openTab(profile);
		await enrolled(tab);
		const refused = [tab.union(year, operations), tab.exchange.take(year, operations, pageTo(1))].map(reasonFor);
		tab.leave();
		tab.comeBack();
		expect(await Promise.all(refused)).toEqual(['pageLeft', 'pageLeft']);
		let asked = (): void => {};
		const begun = new Promise<void>((resolve) => {
			asked = resolve;
		});
		profile.indexedDB.onNextWrite(asked);
		const underWay = reasonFor(tab.union(year, operations));
		await begun;
		tab.leave();
		tab.comeBack();
		expect(await underWay).toBe('pageLeft');
		expect(await keptIn(profile)).toEqual([]);
	});
});

describe('a page that is away', () => {
	test('refuses entries, and answers what was asked when it is back', async () => {
		const profile = freshProfile();
		const tab = await openTab(profile);
		const before = [tab.readLog(year), tab.putSetting('textSize', 'large')] as const;
		tab.leave();
		const during = [tab.open(), tab.years()] as const;
		expect(await reasonFor(tab.commit(year, [typed('実績')]))).toBe('pageLeft');
		await good((await openTab(profile)).commit(year, [typed('ほかのページ')]));
		tab.comeBack();
		expect(textsOf((await good(before[0])).operations)).toEqual(['ほかのページ']);
		await good(before[1]);
		await good(during[0]);
		expect(await good(during[1])).toEqual([year]);
		expect(await good(tab.getSetting('textSize'))).toBe('large');
	});

	test('leaves and comes back as often as it likes', async () => {
		const profile = freshProfile();
		const tab = await openTab(profile);
		for (const text of ['一', '二', '三']) {
			tab.leave();
			tab.leave();
			tab.comeBack();
			tab.comeBack();
			await good(tab.commit(year, [typed(text)]));
		}
		expect(textsOf(await keptIn(profile))).toEqual(['一', '二', '三']);
	});

	test('holds no connection: a newer version opens without asking it', async () => {
		const profile = freshProfile();
		const tab = await openTab(profile);
		const heard: unknown[] = [];
		tab.onChange((change) => heard.push(change));
		tab.leave();
		const newer = profile.indexedDB.open(databaseName, 30);
		await new Promise((resolve) => newer.addEventListener('success', resolve));
		expect(heard).toEqual([]);
		newer.result.close();
	});

	test('on its very first visit leaves a database that the next one can open', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		const opening = tab.open();
		tab.leave();
		const next = await openTab(profile);
		await good(next.commit(year, [typed('実績')]));
		tab.comeBack();
		await good(opening);
		expect((await rawConnection(profile)).objectStoreNames).toContain('waiting');
		expect(textsOf(await keptIn(profile))).toEqual(['実績']);
	});
});
