import { describe, expect, test } from 'vitest';
import { freshProfile } from '../store/profile.ts';
import { textsAt, useCity } from './city.ts';
import { until } from './device.ts';
import { profileLocks } from './locks.ts';

const city = useCity();

describe('two tabs of one device', () => {
	test('do not exchange at the same time: what is timed leaves it to the other tab, who asks waits for it', async () => {
		const profile = freshProfile();
		const locks = profileLocks();
		const left = await city.enrolled('ictLead', { profile, locks });
		const right = city.device({ profile, locks });
		const straight = city.line;
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => {
			release = resolve;
		});
		city.line = async (url, init) => {
			await held;
			return straight(url, init);
		};
		await left.type('一');
		city.asked();
		const passing = left.sync.now();
		await until('the left tab asks', () => left.sync.status().running);
		right.sync.start();
		await until('the right tab has looked', () => right.sync.status().known && !right.sync.status().running);
		const asking = right.sync.now();
		await until('the right tab waits', () => right.sync.status().running);
		expect(city.asked()).toEqual(['GET …/years']);
		release();
		await Promise.all([passing, asking]);
		expect(await textsAt(city.hall)).toEqual(['一']);
		expect(right.sync.status()).toMatchObject({ waiting: 0, running: false });
	});

	test('without Web Locks work twice, and lose nothing', async () => {
		const profile = freshProfile();
		const left = await city.enrolled('ictLead', { profile });
		const right = city.device({ profile });
		for (let n = 0; n < 5; n += 1) {
			await left.type(`左${n}`);
			await right.type(`右${n}`);
			await Promise.all([left.sync.now(), right.sync.now()]);
		}
		await left.sync.now();
		expect(await textsAt(city.hall)).toHaveLength(10);
		expect(left.sync.status()).toMatchObject({ waiting: 0 });
		expect(left.sync.status().trouble).toBeUndefined();
	});

	test('one that is asked twice makes one pass', async () => {
		const lead = await city.enrolled();
		city.asked();
		await Promise.all([lead.sync.now(), lead.sync.now(), lead.sync.now()]);
		expect(city.asked()).toEqual(['GET …/years']);
	});

	test('who waits for a tab that does not come to an end gives up after a while', async () => {
		const profile = freshProfile();
		const locks = profileLocks();
		const left = await city.enrolled('ictLead', { profile, locks });
		void locks.request('masume-exchange', {}, () => new Promise(() => undefined));
		const asking = left.sync.now();
		await until('it waits', () => left.sync.status().running && left.clock.ahead.length > 0);
		left.clock.pass(30_000);
		await asking;
		expect(left.sync.status().running).toBe(false);
	});
});
