import Dexie from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { stampEdits } from '../../src/domain/record/operation.ts';
import { freshProfile, good, type Profile, textsOf, typed, year } from './profile.ts';
import { enrolled, nextOf, waitingIn } from './school.ts';

const school = 'local-0123';

/** A database as the first version of the app made it. */
function firstVersion(profile: Profile): Dexie {
	const database = new Dexie('masume', { indexedDB: profile.indexedDB, IDBKeyRange });
	database.version(1).stores({ operations: '[log+position], &[log+key]', logs: 'log', device: 'key', settings: 'key' });
	return database;
}

async function writtenByFirstVersion(profile: Profile, texts: readonly string[]): Promise<void> {
	const database = firstVersion(profile);
	const by = { role: 'ictLead', label: '' } as const;
	const operations = stampEdits(
		texts.map((text) => typed(text)),
		{ device: 'd'.repeat(32), counter: 1, lamport: 1, at: '2026-11-20T05:00:00Z', by },
	);
	const log = `${school}/${year}`;
	await database
		.table('operations')
		.bulkAdd(operations.map((operation, index) => ({ log, position: index + 1, key: operation.id, operation })));
	await database.table('logs').put({ log, lamport: texts.length, position: texts.length });
	await database
		.table('device')
		.put({ key: 'this', device: 'd'.repeat(32), counter: texts.length + 1, school, author: by });
	await database.table('settings').put({ key: 'textSize', value: 'large' });
	database.close();
}

test('a record of the first version is all there, and all of it waits to be sent', async () => {
	const profile = freshProfile();
	await writtenByFirstVersion(profile, ['一', '二', '三']);
	const tab = profile.tab();
	expect(textsOf((await good(tab.readLog(year))).operations)).toEqual(['一', '二', '三']);
	expect(await good(tab.open())).toMatchObject({ device: 'd'.repeat(32), counter: 4, school });
	expect(await good(tab.getSetting('textSize'))).toBe('large');
	expect(await waitingIn(tab)).toBe(3);
	await good(tab.commit(year, [typed('四')]));
	await enrolled(tab, '若葉', true);
	expect(textsOf(await nextOf(tab))).toEqual(['一', '二', '三', '四']);
});

test('a large record of the first version is upgraded whole', async () => {
	const profile = freshProfile();
	await writtenByFirstVersion(
		profile,
		Array.from({ length: 3000 }, (_, index) => `${index}`),
	);
	expect(await waitingIn(profile.tab())).toBe(3000);
});

test('a tab of the first version that is still open holds the upgrade up, and nothing is lost meanwhile', async () => {
	const profile = freshProfile();
	await writtenByFirstVersion(profile, ['一']);
	const old = firstVersion(profile);
	await old.open();
	old.on('versionchange', () => false);
	const tab = profile.tab();
	expect(await tab.open()).toMatchObject({ ok: false, refusal: { reason: 'blockedUpgrade' } });
	const opened = new Promise((resolve) => tab.onChange(resolve));
	old.close();
	expect(await opened).toEqual({ kind: 'opened' });
	expect(await waitingIn(tab)).toBe(1);
});
