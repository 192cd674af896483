import { describe, expect, test } from 'vitest';
import { countersOf, freshProfile, good, keptIn, textsOf, typed, year } from './profile.ts';

describe('what a person enters', () => {
	test('is there after the tab is closed and opened again', async () => {
		const profile = freshProfile();
		const before = profile.tab();
		const written = await good(before.commit(year, [typed('10月に授業で使った')]));
		before.close();
		expect(await keptIn(profile)).toEqual(written);
	});

	test('carries the device, a counter from 1 without gaps, a rising lamport, the time and the post', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		const { device } = await good(tab.open());
		await good(tab.commit(year, [typed('一'), typed('二')]));
		const [third] = await good(tab.commit(year, [typed('三')], { role: 'principal', label: '校長' }));
		const kept = await keptIn(profile);
		expect(device).toMatch(/^[0-9a-f]{32}$/);
		expect(kept.map(({ id }) => id)).toEqual([`${device}.1`, `${device}.2`, `${device}.3`]);
		expect(kept.map(({ lamport }) => lamport)).toEqual([1, 2, 3]);
		expect(kept[0]).toMatchObject({ version: 1, at: '2026-11-21T05:00:00.000Z', by: { role: 'ictLead' } });
		expect(third?.by).toEqual({ role: 'principal', label: '校長' });
		expect((await good(tab.open())).counter).toBe(4);
	});

	test('is asked to be on the disk, not in a buffer, before it counts as kept', async () => {
		const profile = freshProfile();
		await good(profile.tab().commit(year, [typed('一')]));
		expect(profile.indexedDB.durabilities).toContain('strict');
		expect(new Set(profile.indexedDB.durabilities)).toEqual(new Set(['strict']));
	});

	test('stays in its fiscal year, while the counter of the device goes on', async () => {
		const tab = freshProfile().tab();
		await good(tab.commit(2026, [typed('今年')]));
		const last = await good(tab.commit(2025, [typed('去年')]));
		expect(textsOf((await good(tab.readLog(2026))).operations)).toEqual(['今年']);
		expect(textsOf((await good(tab.readLog(2025))).operations)).toEqual(['去年']);
		expect(countersOf(last)).toEqual([2]);
		expect(last[0]?.lamport).toBe(1);
		expect(await good(tab.years())).toEqual([2025, 2026]);
	});

	test('can be read from where one left off', async () => {
		const tab = freshProfile().tab();
		await good(tab.commit(year, [typed('一')]));
		const { position } = await good(tab.readLog(year));
		expect(await good(tab.readSince(year, position))).toEqual({ operations: [], position });
		await good(tab.commit(year, [typed('二')]));
		const news = await good(tab.readSince(year, position));
		expect(textsOf(news.operations)).toEqual(['二']);
		expect(await good(tab.readSince(year, news.position))).toEqual({ operations: [], position: news.position });
	});

	test('an empty step writes nothing', async () => {
		const profile = freshProfile();
		expect(await good(profile.tab().commit(year, []))).toEqual([]);
		expect(await keptIn(profile)).toEqual([]);
	});
});

describe('the device', () => {
	test('keeps its identity, its school and its post', async () => {
		const profile = freshProfile();
		const tab = profile.tab();
		const first = await good(tab.open());
		expect(first.school).toMatch(/^local-[0-9a-f]{32}$/);
		expect(first.counter).toBe(1);
		await good(tab.setAuthor({ role: 'vicePrincipal', label: '教頭' }));
		tab.close();
		const again = await good(profile.tab().open());
		expect(again).toEqual({ ...first, author: { role: 'vicePrincipal', label: '教頭' } });
		const [operation] = await good(profile.tab().commit(year, [typed('一')]));
		expect(operation?.by).toEqual({ role: 'vicePrincipal', label: '教頭' });
	});

	test('is another one in another profile', async () => {
		const [one, other] = [await good(freshProfile().tab().open()), await good(freshProfile().tab().open())];
		expect(one.device).not.toBe(other.device);
		expect(one.school).not.toBe(other.school);
	});

	test('remembers settings', async () => {
		const profile = freshProfile();
		expect(await good(profile.tab().getSetting('textSize'))).toBeUndefined();
		await good(profile.tab().putSetting('textSize', 'large'));
		expect(await good(profile.tab().getSetting('textSize'))).toBe('large');
	});
});
