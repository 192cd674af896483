import { describe, expect, it } from 'vitest';
import type { SchoolDevice } from './city.ts';
import { school } from './city.ts';

const shared = {
	...{ action: 'sendai-2025-1-1-1-2', date: '2026-05-11', schoolType: 'elementary' },
	...{ title: '地図づくり', grade: '5年', what: '端末で地図を作り、\n発表した。', link: 'https://aoba.example/chizu' },
};

/** Two schools of one city, and one of another. */
async function neighbours() {
	const setting = await school();
	const { city, officer } = setting;
	await officer.registers({ code: 'wakaba-e', name: '若葉小学校' });
	const wakaba = await city.enrols(await officer.codeFor('wakaba-e'), 'teacher');
	const elsewhere = await city.officer('momiji', 'もみじ市教育委員会');
	await elsewhere.registers({ code: 'aoba-e', name: 'もみじ市の青葉小学校' });
	const momiji = await city.enrols(await elsewhere.codeFor('aoba-e'), 'principal');
	return { ...setting, wakaba, momiji };
}

let n = 0;
const shares = (device: SchoolDevice, ...cases: readonly object[]) => {
	n += 1;
	const summary = { ...device.summary({ [device.name]: n }), cases };
	return device.ask('PUT', device.log('summary'), { json: { epoch: device.enrolled.epoch, summary } });
};
const cases = (device: SchoolDevice, headers = {}) => device.ask('GET', '/cases?year=2026', { headers });

describe('what a school shares', () => {
	it('is shown to the other schools of its city, with its name, and to nobody else', async () => {
		const { city, lead, wakaba, momiji } = await neighbours();
		expect((await shares(lead, shared)).status).toBe(200);
		const answer = await cases(wakaba);
		expect(answer.json).toEqual({
			fiscalYear: 2026,
			next: null,
			schools: [
				{
					school: 'aoba-e',
					name: '青葉小学校',
					schoolType: 'elementary',
					receivedAt: city.clock.iso(),
					cases: [shared],
				},
			],
		});
		for (const each of [lead, momiji]) expect((await cases(each)).json.schools).toEqual([]);
		expect((await wakaba.ask('GET', '/cases?year=2025')).json.schools).toEqual([]);
	});

	it('is gone with the next summary that shares it no more', async () => {
		const { lead, wakaba } = await neighbours();
		await shares(lead, shared);
		await shares(lead);
		expect((await cases(wakaba)).json.schools).toEqual([]);
	});

	it('is sent again only where it changed, and never kept for others by what lies between', async () => {
		const { lead, wakaba } = await neighbours();
		await shares(lead, shared);
		const first = await cases(wakaba);
		const tag = first.headers.get('ETag') ?? '';
		expect(tag).toMatch(/^W\/"/);
		expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
		const again = await cases(wakaba, { 'If-None-Match': tag });
		expect([again.status, again.text]).toEqual([304, '']);
		await shares(lead, { ...shared, title: '直した題' });
		expect((await cases(wakaba, { 'If-None-Match': tag })).status).toBe(200);
	});

	it.each([
		['a title without end', { title: '長'.repeat(61) }],
		['a story without end', { what: '長'.repeat(601) }],
		['a link that runs a script', { link: 'javascript:alert(1)' }],
		['a memo beside it', { memo: '内輪の話' }],
		['no □', { action: '' }],
	])('is refused whole with %s', async (_, fault) => {
		const { city, lead } = await neighbours();
		const kept = await city.dump();
		const answer = await shares(lead, { ...shared, ...fault });
		expect([answer.status, answer.json.reason]).toEqual([422, 'unreadable']);
		expect(await city.dump()).toBe(kept);
	});

	it('is refused where it is more than there is room for', async () => {
		const { lead } = await neighbours();
		expect((await shares(lead, ...Array.from({ length: 100 }, () => shared))).status).toBe(200);
		expect((await shares(lead, ...Array.from({ length: 101 }, () => shared))).json.reason).toBe('unreadable');
	});

	it('is asked for a year, and from a school on', async () => {
		const { lead, wakaba } = await neighbours();
		await shares(lead, shared);
		expect((await wakaba.ask('GET', '/cases')).json.reason).toBe('unreadable');
		expect((await wakaba.ask('GET', '/cases?year=2026&after=aoba-e')).json.schools).toEqual([]);
		expect((await wakaba.ask('GET', '/cases?year=2026&after=')).json.reason).toBe('unreadable');
	});
});
