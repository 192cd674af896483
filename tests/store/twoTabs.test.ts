import { describe, expect, test } from 'vitest';
import type { RecordStore, StoreChange } from '../../src/store/recordStore.ts';
import { countersOf, freshProfile, good, keptIn, textsOf, typed, year } from './profile.ts';

const texts = (label: string): string[] => Array.from({ length: 50 }, (_, index) => `${label}${index + 1}`);
const changesHeardBy = (tab: RecordStore): StoreChange[] => {
	const heard: StoreChange[] = [];
	tab.onChange((change) => heard.push(change));
	return heard;
};

describe('two tabs of one device', () => {
	test('write fifty entries each at the same time, and nothing is lost, doubled or numbered twice', async () => {
		const profile = freshProfile();
		const [left, right] = [profile.tab(), profile.tab()];
		const written = await Promise.all([
			...texts('左').map((text) => good(left.commit(year, [typed(text)]))),
			...texts('右').map((text) => good(right.commit(year, [typed(text)]))),
		]);
		const kept = await keptIn(profile);
		expect(countersOf(kept)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
		expect(kept.map(({ lamport }) => lamport)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
		expect(new Set(kept.map(({ id }) => id.split('.')[0])).size).toBe(1);
		expect(textsOf(kept).toSorted()).toEqual([...texts('左'), ...texts('右')].toSorted());
		expect(new Set(written.flat().map(({ id }) => id)).size).toBe(100);
		expect((await good(left.readLog(year))).operations).toEqual((await good(right.readLog(year))).operations);
	});

	test('opened for the first time at the same moment are one device', async () => {
		const profile = freshProfile();
		const [left, right] = await Promise.all([good(profile.tab().open()), good(profile.tab().open())]);
		expect(left).toEqual(right);
	});

	test('hear of each other, and read just what is new', async () => {
		const profile = freshProfile();
		const [left, right] = [profile.tab(), profile.tab()];
		await good(left.commit(year, [typed('一')]));
		const { position } = await good(right.readLog(year));
		const [heardLeft, heardRight] = [changesHeardBy(left), changesHeardBy(right)];
		await good(left.commit(year, [typed('二')]));
		expect(heardLeft).toEqual([{ kind: 'operations', fiscalYear: year, how: 'written', here: true }]);
		expect(heardRight).toEqual([{ kind: 'operations', fiscalYear: year, how: 'written', here: false }]);
		expect(textsOf((await good(right.readSince(year, position))).operations)).toEqual(['二']);
	});

	test('hear of settings and of the post, and nothing more once they stop listening', async () => {
		const profile = freshProfile();
		const [left, right] = [profile.tab(), profile.tab()];
		const heard: StoreChange[] = [];
		const stop = right.onChange((change) => heard.push(change));
		await good(left.putSetting('textSize', 'large'));
		await good(left.setAuthor({ role: 'principal', label: '校長' }));
		expect(heard).toEqual([
			{ kind: 'settings', key: 'textSize', here: false },
			{ kind: 'device', here: false },
		]);
		stop();
		await good(left.putSetting('textSize', 'normal'));
		expect(heard).toHaveLength(2);
	});

	test('hear of each other over the real channel of a browser', async () => {
		const profile = freshProfile();
		const [a, b] = [new BroadcastChannel('masume-two-tabs'), new BroadcastChannel('masume-two-tabs')];
		const [left, right] = [profile.tab({ channel: a }), profile.tab({ channel: b })];
		const heard = new Promise<StoreChange>((resolve) => right.onChange(resolve));
		await good(left.commit(year, [typed('一')]));
		expect(await heard).toEqual({ kind: 'operations', fiscalYear: year, how: 'written', here: false });
		a.close();
		b.close();
	});

	test('ignore what another version of the app may broadcast', async () => {
		const channel = new EventTarget();
		const tab = freshProfile().tab({
			channel: {
				postMessage: () => undefined,
				addEventListener: (type, listener) =>
					channel.addEventListener(type, (event) => listener({ data: (event as MessageEvent).data })),
				removeEventListener: () => undefined,
			},
		});
		const heard = changesHeardBy(tab);
		for (const data of [null, 'x', { kind: 'tomorrow' }, { kind: 'operations' }, { kind: 'closed', refusal: {} }])
			channel.dispatchEvent(new MessageEvent('message', { data }));
		expect(heard).toEqual([]);
	});

	test('a channel that is closed already does not turn a kept entry into a failure', async () => {
		const profile = freshProfile();
		const channel = new BroadcastChannel('masume-closed');
		const tab = profile.tab({ channel });
		channel.close();
		const raised = new Promise((resolve) => process.once('uncaughtException', resolve));
		await good(tab.commit(year, [typed('一')]));
		expect(textsOf(await keptIn(profile))).toEqual(['一']);
		expect(await raised).toMatchObject({ name: 'InvalidStateError' });
	});
});
