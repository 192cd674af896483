import { describe, expect, test } from 'vitest';
import { restoreBackup } from '../../../src/features/settings/restoreBackup.ts';
import { takeBackup } from '../../../src/features/settings/takeBackup.ts';
import { Browser, elementary, lesson, stateOf, statusOf, training } from '../../session/browser.ts';
import { good, year } from '../../store/profile.ts';

const deps = {
	digest: (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes),
	now: () => Date.parse('2026-11-21T05:00:00Z'),
	appVersion: '0.1.0',
};

/** The file that a browser's 「バックアップを書き出す」 gives. */
async function fileOf(browser: Browser): Promise<string> {
	const { session, store } = await browser.visits();
	const { text } = await good(takeBackup(store, session.profile.value?.name, deps, session.today()));
	return text;
}

describe('a backup taken here and read there', () => {
	test('starts an empty device at the first start, with every year', async () => {
		const before = await elementary();
		await (await before.visits()).session.tick(lesson, 'x');
		await (await before.visits({ fiscalYear: year - 1 })).session.set(`action/${lesson}`, 'result', '昨年度の実績');
		const file = await fileOf(before);

		const after = new Browser();
		const { session, store } = await after.visits();
		expect(session.profile.value).toBeUndefined();
		const answer = await good(restoreBackup(session, deps, file, store));
		expect(answer.known).toBe(0);
		expect(session.profile.value?.schoolType).toBe('elementary');
		expect(statusOf(session, lesson)).toBe('achieved');
		expect((await after.kept(year - 1)).some(({ value }) => value === '昨年度の実績')).toBe(true);
	});

	test('before this device has opened its database is there when it has', async () => {
		const before = await elementary();
		await (await before.visits()).session.tick(lesson, 'x');
		const file = await fileOf(before);
		const { session, store, answer } = new Browser().loads({ held: true });
		const restoring = restoreBackup(session, deps, file, store);
		answer();
		await Promise.all([session.open(), good(restoring)]);
		expect(statusOf(session, lesson)).toBe('achieved');
	});

	test('adds and overwrites nothing: what was entered apart stands as a 食い違い', async () => {
		const [here, there] = [await elementary(), await elementary()];
		await (await there.visits()).session.set(`action/${lesson}`, 'result', 'あちらの実績');
		const file = await fileOf(there);
		const { session, store } = await here.visits();
		await session.set(`action/${lesson}`, 'result', 'こちらの実績');
		await session.tick(training, 'x');
		await good(restoreBackup(session, deps, file, store));
		const { value, others } = stateOf(session, lesson).texts.result;
		expect([value, ...others.map((other) => other.value)].toSorted()).toEqual(['あちらの実績', 'こちらの実績']);
		expect(session.row(lesson).value.conflict).toBe(true);
		expect(statusOf(session, training)).toBe('achieved');
	});

	test('twice changes nothing the second time', async () => {
		const before = await elementary();
		const file = await fileOf(before);
		const { session, store } = await before.visits();
		expect(await good(restoreBackup(session, deps, file, store))).toMatchObject({ added: 0, known: 2 });
	});

	test('that is damaged changes nothing and says so', async () => {
		const before = await elementary();
		await (await before.visits()).session.tick(lesson, 'x');
		const file = await fileOf(before);
		const after = await elementary();
		const { session, store } = await after.visits();
		const refused = await restoreBackup(session, deps, file.replace('achieved', 'archived'), store);
		expect(refused.ok).toBe(false);
		expect(statusOf(session, lesson)).toBe('notStarted');
	});

	test('that the disk had room for only in part shows the part it took, and says that it was not all', async () => {
		const before = await elementary();
		await (await before.visits({ fiscalYear: year - 1 })).session.tick(lesson, 'x');
		await (await before.visits()).session.tick(lesson, 'x');
		await (await before.visits({ fiscalYear: year + 1 })).session.tick(lesson, 'x');
		const file = await fileOf(before);
		const after = new Browser();
		const { session, store } = await after.visits({ fiscalYear: year - 1 });
		const united = store.union;
		let calls = 0;
		const narrow = {
			...store,
			union: (...asked: Parameters<typeof united>) => {
				calls += 1;
				if (calls === 2) after.profile.indexedDB.abortWrites('QuotaExceededError', 1);
				return united(...asked);
			},
		};
		const answer = await restoreBackup(session, deps, file, narrow);
		expect(answer).toMatchObject({ ok: false, refusal: { reason: 'quotaExceeded' } });
		expect(statusOf(session, lesson)).toBe('achieved');
	});
});
