import { describe, expect, test } from 'vitest';
import { createPageLife, locksWhileShown, type PageLife } from '../../src/app/pageLife.ts';
import { storeOfStay } from '../../src/app/storeOfStay.ts';
import { freshProfile, good, keptIn, reasonFor, typed, year } from '../store/profile.ts';
import { textsAt, useCity } from '../sync/city.ts';
import { until } from '../sync/device.ts';
import { profileLocks } from '../sync/locks.ts';

/** A page whose leaving and coming back the test decides. */
function openPage() {
	const window = new EventTarget();
	const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
	const life: PageLife = createPageLife(window, document);
	const told: string[] = [];
	return {
		...{ life, told, document },
		sleeper: { leave: () => told.push('leave'), comeBack: () => told.push('comeBack') },
		happens: (event: string, at: EventTarget = window) => at.dispatchEvent(new Event(event)),
	};
}

describe('a page', () => {
	test('tells everybody when it is left and when it is shown again, each once', () => {
		const { life, told, sleeper, happens } = openPage();
		life.add(sleeper);
		for (const event of ['pageshow', 'pagehide', 'pagehide', 'pageshow', 'pageshow']) happens(event);
		expect(told).toEqual(['leave', 'comeBack']);
	});

	test('tells those who come while it is away', () => {
		const { life, told, sleeper, happens } = openPage();
		happens('pagehide');
		life.add(sleeper);
		expect(told).toEqual(['leave']);
	});

	test('that is looked at again is back, also where the browser says no more than that', () => {
		const { life, told, sleeper, happens, document } = openPage();
		life.add(sleeper);
		happens('pagehide');
		document.visibilityState = 'hidden';
		happens('visibilitychange', document);
		expect(told).toEqual(['leave']);
		document.visibilityState = 'visible';
		happens('visibilitychange', document);
		expect(told).toEqual(['leave', 'comeBack']);
	});
});

describe('a lock', () => {
	test('is let go of when its page is left, whatever the work comes to', async () => {
		const { life, happens } = openPage();
		const locks = profileLocks();
		const held = locksWhileShown(locks, life)?.request('x', {}, () => new Promise(() => undefined));
		const waits = locks.request('x', {}, async () => 'mine');
		happens('pagehide');
		expect(await held).toBeUndefined();
		expect(await waits).toBe('mine');
	});

	test('that was waited for is not given to a page that is away', async () => {
		const { life, happens } = openPage();
		const locks = profileLocks();
		let release = (): void => {};
		const holder = locks.request('x', {}, () => new Promise<void>((resolve) => (release = resolve)));
		const begun: string[] = [];
		const waits = locksWhileShown(locks, life)?.request('x', {}, async () => begun.push('asleep'));
		happens('pagehide');
		expect(await waits).toBeUndefined();
		release();
		await holder;
		await locks.request('x', {}, async () => begun.push('awake'));
		expect(begun).toEqual(['awake']);
	});
});

describe('the store of one stay', () => {
	test('refuses when the stay is over, at once, and to the next stay it is open again', async () => {
		const { life, happens } = openPage();
		const profile = freshProfile();
		const store = profile.tab();
		const before = storeOfStay(store, life.stay());
		await good(before.open());
		life.add(store);
		const asked = [reasonFor(before.readLog(year)), reasonFor(before.exchange.waiting())];
		happens('pagehide');
		expect(await Promise.all(asked)).toEqual(['pageLeft', 'pageLeft']);
		happens('pageshow');
		expect(await reasonFor(before.commit(year, [typed('実績')]))).toBe('pageLeft');
		expect(await keptIn(profile)).toEqual([]);
		await good(storeOfStay(store, life.stay()).commit(year, [typed('実績')]));
		expect(await keptIn(profile)).toHaveLength(1);
	});
});

describe('an exchange under way', () => {
	const city = useCity();

	test('ends with the stay, leaves the way free for another tab, and begins again with the next stay', async () => {
		const { life, happens } = openPage();
		const [profile, locks] = [freshProfile(), profileLocks()];
		const store = profile.tab();
		life.add(store);
		const ownStore = async () => storeOfStay(store, life.stay());
		const lead = await city.enrolled('ictLead', { profile, locks: locksWhileShown(locks, life), store: ownStore });
		lead.sync.start();
		life.add({ leave: lead.sync.stop, comeBack: lead.sync.start });
		await until('it rests', () => lead.sync.status().known && !lead.sync.status().running);
		await lead.type('一');
		const straight = city.line;
		city.line = () => new Promise(() => undefined);
		const passing = lead.sync.now();
		await until('it asks', () => lead.sync.status().running);
		happens('pagehide');
		await passing;

		city.line = straight;
		const other = city.device({ profile, locks });
		await other.sync.now();
		expect(await textsAt(city.hall)).toEqual(['一']);
		await other.type('二');
		happens('pageshow');
		await until('everything has arrived', async () => (await textsAt(city.hall)).includes('二'));
		await until('it rests', () => !lead.sync.status().running);
		expect(lead.sync.status().trouble).toBeUndefined();
	});
});
