import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/domain/record/operation.ts';
import type { StoreDeps } from '../../src/store/database.ts';
import type { StoreChange } from '../../src/store/recordStore.ts';
import { databaseName } from '../../src/store/schema.ts';
import { countersOf, freshProfile, good, keptIn, type Profile, reasonFor, textsOf, typed, year } from './profile.ts';

/** What a person has typed, frozen: whoever changes it while failing to keep it is caught. */
function draft(...texts: string[]): readonly Edit[] {
	return Object.freeze(texts.map((text) => Object.freeze({ ...typed(text), seen: Object.freeze([]) })));
}

/** Another connection to the same database, as a tab with another version of the app holds it. */
function anotherVersion(profile: Profile, version: number, stays: boolean): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = profile.indexedDB.open(databaseName, version);
		request.onsuccess = () => {
			if (!stays) request.result.onversionchange = () => request.result.close();
			resolve(request.result);
		};
		request.onerror = () => reject(request.error);
	});
}

async function expectKeptOnce(profile: Profile, ...texts: string[]): Promise<void> {
	const kept = await keptIn(profile);
	expect(textsOf(kept)).toEqual(texts);
	expect(countersOf(kept)).toEqual(texts.map((_, index) => index + 1));
	expect(kept.map(({ lamport }) => lamport)).toEqual(texts.map((_, index) => index + 1));
}

describe('no room left on the device (quotaExceeded)', () => {
	test('nothing is half-written, the typed text stays, and it is kept once room is made', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.commit(year, draft('前から')));
		const edits = draft('実績', '課題');
		profile.indexedDB.abortWrites('QuotaExceededError', 1);
		expect(await reasonFor(tab.commit(year, edits))).toBe('quotaExceeded');
		expect(edits).toEqual([typed('実績'), typed('課題')]);
		await expectKeptOnce(profile, '前から');
		await good(tab.commit(year, edits));
		await expectKeptOnce(profile, '前から', '実績', '課題');
	});

	test('is told for settings and for a backup being read in, too', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		const operations = await good(freshProfile().tab().commit(year, draft('よそで')));
		profile.indexedDB.abortWrites('QuotaExceededError', 2);
		expect(await reasonFor(tab.putSetting('textSize', 'large'))).toBe('quotaExceeded');
		expect(await reasonFor(tab.union(year, operations))).toBe('quotaExceeded');
		expect(await keptIn(profile)).toEqual([]);
		expect(await good(tab.union(year, operations))).toEqual({ added: 1, known: 0 });
	});
});

describe('the connection is lost (connectionLost)', () => {
	test('once: the store reconnects and writes, and the person notices nothing', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.commit(year, draft('前から')));
		profile.indexedDB.loseServer(1);
		await good(tab.commit(year, draft('実績')));
		await expectKeptOnce(profile, '前から', '実績');
	});

	test('in the middle of writing: the transaction is made again as a whole', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		profile.indexedDB.abortWrites('UnknownError', 1);
		await good(tab.commit(year, draft('実績', '課題')));
		await expectKeptOnce(profile, '実績', '課題');
	});

	test('again and again: it says so, the typed text stays, and it is kept when the connection is back', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.open());
		const edits = draft('実績');
		profile.indexedDB.loseServer(2);
		expect(await reasonFor(tab.commit(year, edits))).toBe('connectionLost');
		expect(edits).toEqual([typed('実績')]);
		await expectKeptOnce(profile);
		await good(tab.commit(year, edits));
		await expectKeptOnce(profile, '実績');
	});

	test('between the write and its answer: the entry is not made twice', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.open());
		profile.indexedDB.loseNextAnswer();
		const written = await good(tab.commit(year, draft('実績')));
		expect(await keptIn(profile)).toEqual(written);
	});

	test('between the write and its answer, and for good: trying again with the same entry finds it kept', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.open());
		const edits = draft('実績');
		profile.indexedDB.loseNextAnswer(1);
		expect(await reasonFor(tab.commit(year, edits))).toBe('connectionLost');
		await good(tab.commit(year, edits));
		await expectKeptOnce(profile, '実績');
		await good(tab.commit(year, edits));
		await expectKeptOnce(profile, '実績', '実績');
	});

	test('while two entries are on their way: both arrive', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.open());
		profile.indexedDB.abortWrites('UnknownError', 2);
		await Promise.all([good(tab.commit(year, draft('実績'))), good(tab.commit(year, draft('課題')))]);
		// The slower of the two must not give up the connection that the faster one has made.
		expect(profile.indexedDB.connections).toHaveLength(2);
		expect(textsOf(await keptIn(profile)).toSorted()).toEqual(['実績', '課題'].toSorted());
	});

	test('closed by the browser underneath: the next entry reconnects', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.commit(year, draft('前から')));
		profile.indexedDB.closeAllUnderneath();
		await good(tab.commit(year, draft('実績')));
		await expectKeptOnce(profile, '前から', '実績');
	});
});

describe('another tab holds an old version (blockedUpgrade)', () => {
	test('it says so at once, and goes on by itself when that tab is closed', async () => {
		const profile = freshProfile();
		const old = await anotherVersion(profile, 5, true);
		const tab = profile.tab();
		const edits = draft('実績');
		expect(await reasonFor(tab.open())).toBe('blockedUpgrade');
		expect(await reasonFor(tab.commit(year, edits))).toBe('blockedUpgrade');
		expect(await reasonFor(tab.open())).toBe('blockedUpgrade');
		const opened = new Promise<StoreChange>((resolve) => tab.onChange(resolve));
		old.close();
		expect(await opened).toEqual({ kind: 'opened' });
		await good(tab.commit(year, edits));
		await expectKeptOnce(profile, '実績');
	});

	test('a tab that steps aside, as ours do, blocks nobody', async () => {
		const profile = freshProfile();
		await anotherVersion(profile, 5, false);
		await good(profile.tab().commit(year, draft('実績')));
		await expectKeptOnce(profile, '実績');
	});
});

describe('the database is closed (databaseClosed)', () => {
	test('after giving way to a newer version in another tab: it says so, and the typed text stays', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.commit(year, draft('前から')));
		const heard: StoreChange[] = [];
		tab.onChange((change) => heard.push(change));
		const newer = await anotherVersion(profile, 30, true);
		expect(heard).toMatchObject([{ kind: 'closed', refusal: { reason: 'databaseClosed' } }]);
		const edits = draft('実績');
		expect(await reasonFor(tab.commit(year, edits))).toBe('databaseClosed');
		expect(await reasonFor(tab.readLog(year))).toBe('databaseClosed');
		expect(edits).toEqual([typed('実績')]);
		newer.close();
	});

	test('closed by ourselves: opening again is the way back', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.commit(year, draft('前から')));
		tab.close();
		const edits = draft('実績');
		expect(await reasonFor(tab.commit(year, edits))).toBe('databaseClosed');
		await good(tab.open());
		await good(tab.commit(year, edits));
		await expectKeptOnce(profile, '前から', '実績');
	});

	test('an entry on its way when the tab is closed is kept whole or refused, never half', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.open());
		const underWay = tab.commit(year, draft('実績', '課題'));
		tab.close();
		const kept = await keptIn(profile);
		expect([...kept]).toHaveLength((await underWay).ok ? 2 : 0);
	});
});

describe('the browser keeps nothing (storageRefused)', () => {
	const insecure = (): never => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	};

	test.each<[string, Partial<StoreDeps>]>([
		['there is no IndexedDB', { indexedDB: undefined }],
		[
			'touching IndexedDB throws',
			{
				get indexedDB() {
					return insecure();
				},
			},
		],
		['opening throws', { indexedDB: { open: insecure } as unknown as IDBFactory }],
	])('%s: it says so, and the typed text stays', async (_, locked) => {
		const tab = freshProfile().tab(locked);
		const edits = draft('実績');
		expect(await reasonFor(tab.open())).toBe('storageRefused');
		expect(await reasonFor(tab.commit(year, edits))).toBe('storageRefused');
		expect(edits).toEqual([typed('実績')]);
	});

	test.each(['SecurityError', 'InvalidStateError'])(
		'opening answers %s: once allowed, the entry is kept',
		async (name) => {
			const profile = freshProfile();
			const tab = profile.tab();
			const edits = draft('実績');
			profile.indexedDB.refuseOpening(name);
			expect(await reasonFor(tab.commit(year, edits))).toBe('storageRefused');
			profile.indexedDB.allowOpening();
			await good(tab.commit(year, edits));
			await expectKeptOnce(profile, '実績');
		},
	);
});

describe('a newer version has been here (newerDatabase)', () => {
	test('it says so, touches nothing, and the typed text stays', async () => {
		const profile = freshProfile();
		const before = profile.tab();
		await good(before.commit(year, draft('前から')));
		before.close();
		(await anotherVersion(profile, 30, true)).close();
		const tab = profile.tab();
		const edits = draft('実績');
		expect(await reasonFor(tab.open())).toBe('newerDatabase');
		expect(await reasonFor(tab.commit(year, edits))).toBe('newerDatabase');
		expect(edits).toEqual([typed('実績')]);
		const untouched = await anotherVersion(profile, 30, true);
		expect(untouched.version).toBe(30);
		const count = untouched.transaction('operations').objectStore('operations').count();
		await new Promise((resolve) => count.addEventListener('success', resolve));
		expect(count.result).toBe(1);
	});

	test('also when it came while this tab had lost its connection', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		await good(tab.open());
		profile.indexedDB.closeAllUnderneath();
		(await anotherVersion(profile, 30, true)).close();
		expect(await reasonFor(tab.commit(year, draft('実績')))).toBe('newerDatabase');
	});
});

describe('something nobody foresaw (unknown)', () => {
	test('it names the error for whoever helps, the typed text stays, and trying again works', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		const edits = draft('実績');
		profile.indexedDB.abortWrites('DataError', 1);
		const result = await tab.commit(year, edits);
		expect(result).toMatchObject({ ok: false, refusal: { reason: 'unknown' } });
		expect(result.ok || result.refusal.sentence).toMatch(/DataError/);
		expect(edits).toEqual([typed('実績')]);
		await good(tab.commit(year, edits));
		await expectKeptOnce(profile, '実績');
	});

	test('a fault of our own is not dressed up as one of the device', async () => {
		const tab = freshProfile().tab({
			random: () => {
				throw new TypeError('broken');
			},
		});
		await expect(tab.open()).rejects.toThrow('broken');
	});
});
