import { describe, expect, test } from 'vitest';
import { addOccurrence } from '../../src/domain/record/edits.ts';
import { edition } from '../domain/summary/school.ts';
import { good } from '../store/profile.ts';
import { problem, useCity } from './city.ts';
import { begins } from './cityHall.ts';
import type { Tab } from './device.ts';

const city = useCity();
const action = 'sendai-2025-1-1-1-2';
const told = { title: '地図づくり', grade: '5年', what: '地図を作った。', link: '' };

/** A device of the other school. */
const neighbour = async (options: Parameters<typeof city.device>[0] = {}): Promise<Tab> => {
	const tab = city.device({ edition, ...options });
	const code = await city.hall.code('B999000000002');
	await good(tab.sync.enrol({ code, role: 'ictLead', label: '', adopt: true }));
	return tab;
};

/** The first school shares a case and sends its summary. */
async function sharing(): Promise<Tab> {
	const lead = await city.enrolled('ictLead', { edition });
	await good(
		lead.store.commit(2026, [
			...addOccurrence('o1', { action, date: '2026-10-03', memo: '内輪の話' }),
			{ entity: 'occurrence/o1', field: 'shared', value: told, seen: [] },
			{ entity: 'school', field: 'summaryAgreed', value: true, seen: [] },
		]),
	);
	await lead.sync.now();
	expect(lead.sync.status().summary).toBeDefined();
	return lead;
}

const titles = async (tab: Tab, fiscalYear = 2026) =>
	(await tab.sync.cases(fiscalYear))?.schools.flatMap(({ school, cases }) =>
		cases.map(({ title }) => `${school} ${title}`),
	);
const asks = () => city.asked().filter((each) => each.includes('cases'));

describe('what other schools share', () => {
	test('is read with the school it comes from; one’s own is not among it', async () => {
		const lead = await sharing();
		const other = await neighbour();
		expect(await other.sync.cases(2026)).toEqual({
			current: true,
			readAt: new Date(begins).toISOString(),
			schools: [
				{
					...{ school: 'B999000000001', name: '若葉小学校(架空)', schoolType: 'elementary' },
					receivedAt: expect.any(String),
					cases: [{ action, date: '2026-10-03', schoolType: 'elementary', ...told }],
				},
			],
		});
		expect(await titles(lead)).toEqual([]);
		expect(await titles(other, 2025)).toEqual([]);
	});

	test('is asked for once while somebody goes from □ to □, and again a minute later', async () => {
		let now = begins;
		const lead = await sharing();
		const other = await neighbour({ now: () => now });
		city.asked();
		await Promise.all([titles(other), titles(other)]);
		await titles(other);
		expect(asks()).toHaveLength(1);
		const { operations } = await good(lead.store.readLog(2026));
		const seen = operations.filter(({ field }) => field === 'shared').map(({ id }) => id);
		await good(lead.store.commit(2026, [{ entity: 'occurrence/o1', field: 'shared', value: null, seen }]));
		await lead.sync.now();
		expect(await titles(other)).toHaveLength(1);
		now += 61_000;
		expect(await titles(other)).toEqual([]);
	});

	test('stays readable without a line, with the time of the last reading, also on the next page', async () => {
		await sharing();
		const other = await neighbour();
		await titles(other);
		city.line = () => Promise.reject(new Error('no network'));
		const again = city.device({ edition, profile: other.profile, now: () => begins + 3_600_000 });
		expect(await titles(again)).toEqual(['B999000000001 地図づくり']);
		expect(await again.sync.cases(2026)).toMatchObject({ current: false, readAt: new Date(begins).toISOString() });
		city.line = (url, init) => city.hall.fetch(url, init);
		expect(await again.sync.cases(2026)).toMatchObject({ current: true });
	});

	test('is nothing at all where it was never read, and on a device without a school', async () => {
		const other = await neighbour();
		city.line = () => Promise.reject(new Error('no network'));
		expect(await other.sync.cases(2026)).toBeUndefined();
		expect(await city.device().sync.cases(2026)).toBeUndefined();
		expect(other.sync.status().trouble).toBeUndefined();
	});

	test('is read page by page, all of it or not at all', async () => {
		const other = await neighbour();
		const page = (school: string, next: string | null) => ({
			...{ fiscalYear: 2026, next },
			schools: [
				{
					...{ school, name: school, schoolType: 'elementary', receivedAt: '2026-11-21T05:00:00.000Z' },
					cases: [{ action, date: '2026-10-03', schoolType: 'elementary', ...told }],
				},
			],
		});
		const straight = city.line;
		const answers: Record<string, () => Response> = {
			'?year=2026': () => Response.json(page('A1', 'A1')),
			'?year=2026&after=A1': () => Response.json(page('A2', 'A2')),
			'?year=2026&after=A2': () => Response.json(page('A3', null)),
		};
		city.line = (url, init) => answers[url.replace(/^[^?]*/, '')]?.() ?? straight(url, init);
		expect(await titles(other)).toEqual(['A1 地図づくり', 'A2 地図づくり', 'A3 地図づくり']);
		answers['?year=2025'] = () => Response.json({ ...page('A1', 'A1'), fiscalYear: 2025 });
		answers['?year=2025&after=A1'] = () => problem(503, 'unavailable');
		expect(await titles(other, 2025)).toBeUndefined();
		// A page that leads back to itself ends.
		answers['?year=2025&after=A1'] = answers['?year=2025'];
		expect(await titles(other, 2025)).toHaveLength(2);
	});

	test('is not believed where it is not what was agreed', async () => {
		await sharing();
		const other = await neighbour();
		const straight = city.line;
		city.line = async (url, init) => {
			const answer = await straight(url, init);
			if (!url.includes('/cases')) return answer;
			return new Response((await answer.text()).replace('"link":""', '"link":"javascript:alert(1)"'), answer);
		};
		expect(await other.sync.cases(2026)).toBeUndefined();
	});
});
