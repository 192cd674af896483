import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/domain/record/operation.ts';
import { writeBackup } from '../../src/endpoint/maintenance/backup.ts';
import { restoreBackup } from '../../src/endpoint/maintenance/restore.ts';
import { copyOf, good, rawConnection } from '../store/profile.ts';
import { problem, textsAt, useCity } from './city.ts';
import type { Tab } from './device.ts';

const city = useCity();
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const now = '2026-11-21T05:00:00Z';
const isPush = (init: RequestInit, url: string) => init.method === 'POST' && url.endsWith('/operations');
const sentIn = (init: RequestInit): readonly Operation[] =>
	(JSON.parse(String(init.body)) as { operations: readonly Operation[] }).operations;

/** Changes what the endpoint answers to some request. */
function tamper(change: (url: string, init: RequestInit, answer: Response) => Response | Promise<Response>): void {
	const straight = city.line;
	city.line = async (url, init) => change(url, init, await straight(url, init));
}

async function changed(answer: Response, change: (body: Record<string, unknown>) => void): Promise<Response> {
	const body = (await answer.json()) as Record<string, unknown>;
	change(body);
	return new Response(JSON.stringify(body), { status: answer.status });
}

describe('the endpoint was set back', () => {
	test('every device offers what it holds, and everybody has everything again', async () => {
		const [lead, principal] = [await city.enrolled(), await city.enrolled('principal')];
		await lead.type('控えの前');
		await lead.sync.now();
		const folder = await mkdtemp(join(tmpdir(), 'masume-healing-'));
		const { file } = await good(writeBackup(city.hall.storage, folder, now, random));
		await lead.type('控えの後');
		await lead.sync.now();
		await principal.sync.now();
		await good(restoreBackup(city.hall.storage, file, { folder, now, random }));
		await rm(folder, { recursive: true });
		expect(await textsAt(city.hall)).toEqual(['控えの前']);
		await principal.type('そのあとで');
		await principal.sync.now();
		await lead.sync.now();
		expect(await textsAt(city.hall)).toEqual(['そのあとで', '控えの前', '控えの後'].toSorted());
		expect(await lead.texts()).toEqual(await textsAt(city.hall));
		expect(lead.sync.status()).toMatchObject({ waiting: 0, offline: false });
		expect(lead.sync.status().trouble).toBeUndefined();
	});
});

describe('a profile was copied', () => {
	test('both go on writing, and nothing of either is lost', async () => {
		const lead = await city.enrolled();
		await lead.type('複製の前');
		await lead.sync.now();
		const copy = city.device({ profile: await copyOf(lead.profile) });
		await lead.type('元の端末');
		await copy.type('複製の端末');
		await lead.sync.now();
		await copy.sync.now();
		await lead.sync.now();
		expect(await textsAt(city.hall)).toEqual(['元の端末', '複製の前', '複製の端末'].toSorted());
		for (const each of [lead, copy]) {
			expect(await each.texts()).toEqual(await textsAt(city.hall));
			expect(each.sync.status().trouble).toBeUndefined();
		}
	});

	test('an endpoint that calls everything a fork does not keep a device busy for ever', async () => {
		const lead = await city.enrolled();
		const straight = city.line;
		city.line = (url, init) =>
			isPush(init, url) ? problem(409, 'fork', { operations: sentIn(init).map(({ id }) => id) }) : straight(url, init);
		await lead.type('一');
		city.asked();
		await lead.sync.now();
		expect(city.asked().length).toBeLessThan(20);
		expect(lead.sync.status()).toMatchObject({ waiting: 1, trouble: { reason: 'unsettled' } });
		city.line = straight;
		await lead.sync.now();
		expect(await textsAt(city.hall)).toEqual(['一']);
	});
});

describe('one side lacks something that nobody can explain', () => {
	const remove = async (tab: Tab) => {
		const database = await rawConnection(tab.profile);
		const writing = database.transaction('operations', 'readwrite');
		const [key] = await new Promise<IDBValidKey[]>((resolve) => {
			const request = writing.objectStore('operations').getAllKeys();
			request.onsuccess = () => resolve(request.result);
		});
		writing.objectStore('operations').delete(key ?? []);
		await new Promise((resolve) => writing.addEventListener('complete', resolve));
		database.close();
	};

	test('the device: it pulls everything again', async () => {
		const lead = await city.enrolled();
		for (const text of ['一', '二', '三']) await lead.type(text);
		await lead.sync.now();
		await remove(lead);
		const again = city.device({ profile: lead.profile });
		expect(await again.texts()).toHaveLength(2);
		await again.sync.now();
		expect(await again.texts()).toEqual(['一', '三', '二']);
		expect(again.sync.status().trouble).toBeUndefined();
	});

	test('the endpoint: the device offers everything again', async () => {
		const lead = await city.enrolled();
		for (const text of ['一', '二', '三']) await lead.type(text);
		await lead.sync.now();
		const { session } = city.hall.storage.database;
		await session.deleteFrom('operation').execute();
		await session.deleteFrom('log').execute();
		await lead.sync.now();
		expect(await textsAt(city.hall)).toEqual(['一', '三', '二']);
		expect(lead.sync.status()).toMatchObject({ waiting: 0 });
		expect(lead.sync.status().trouble).toBeUndefined();
	});

	test('what cannot be settled is told, and is not carried to and fro every minute', async () => {
		const lead = await city.enrolled();
		await lead.type('一');
		await lead.sync.now();
		tamper((url, _, answer) =>
			url.includes('limit=') ? changed(answer, (page) => Object.assign(page, { versionVector: {} })) : answer,
		);
		tamper((url, _, answer) =>
			url.endsWith('/years')
				? changed(answer, (body) => Object.assign((body.years as object[])[0] ?? {}, { versionVector: {} }))
				: answer,
		);
		await lead.sync.now();
		expect(lead.sync.status().trouble?.reason).toBe('mismatch');
		city.asked();
		await lead.sync.now();
		expect(city.asked()).toEqual(['GET …/years']);
		expect(lead.sync.status().trouble?.reason).toBe('mismatch');
		await lead.type('二');
		await lead.sync.now();
		expect(await textsAt(city.hall)).toEqual(['一', '二']);
	});
});

describe('an answer that cannot be right changes nothing', () => {
	test.each([
		[
			'a page with fewer operations than numbers',
			(page: Record<string, unknown>) => (page.operations as unknown[]).pop(),
		],
		['a page of another year', (page: Record<string, unknown>) => Object.assign(page, { fiscalYear: 2025 })],
		[
			'a page that says it is not the last and does not go on',
			(page: Record<string, unknown>) => Object.assign(page, { more: true, next: 0, operations: [] }),
		],
		['an operation that is none', (page: Record<string, unknown>) => Object.assign(page, { operations: [{}, {}] })],
	])('%s', async (_, change) => {
		const [lead, other] = [await city.enrolled(), await city.enrolled('principal')];
		await lead.type('一');
		await lead.type('二');
		await lead.sync.now();
		const straight = city.line;
		tamper((url, __, answer) => (url.includes('limit=') ? changed(answer, change) : answer));
		await other.sync.now();
		expect(other.sync.status().trouble?.reason).toBe('unreadable');
		expect(await other.texts()).toEqual([]);
		expect(await good(other.store.exchange.position(2026))).toMatchObject({ cursor: 0 });
		city.line = straight;
		await other.sync.now();
		expect(await other.texts()).toEqual(['一', '二']);
	});

	test('an acknowledgement of less than was sent', async () => {
		const lead = await city.enrolled();
		tamper((url, init, answer) =>
			isPush(init, url) ? changed(answer, (body) => Object.assign(body, { acknowledged: 0 })) : answer,
		);
		await lead.type('一');
		await lead.sync.now();
		expect(lead.sync.status()).toMatchObject({ waiting: 1, trouble: { reason: 'unreadable' } });
	});
});

describe('what the endpoint does not take does not hold up the rest', () => {
	test('an operation that it names', async () => {
		const teacher = await city.enrolled('teacher');
		await teacher.type('一');
		const approval = { entity: 'review/final', field: 'state', value: 'approved', seen: [] };
		await good(teacher.store.commit(2026, [approval]));
		await teacher.type('二');
		await teacher.sync.now();
		expect(await textsAt(city.hall)).toEqual(['一', '二']);
		expect(teacher.sync.status()).toMatchObject({
			waiting: 0,
			returnable: false,
			refused: [{ reason: 'refusedOperations' }],
		});
		expect(teacher.sync.status().trouble).toBeUndefined();
		city.asked();
		await teacher.sync.now();
		expect(city.asked()).toEqual(['GET …/years']);
		await teacher.sync.offerRefused();
		expect(teacher.sync.status()).toMatchObject({ waiting: 1, refused: [] });
	});

	test('one that it does not name is found by halving', async () => {
		const lead = await city.enrolled();
		const straight = city.line;
		city.line = (url, init) =>
			isPush(init, url) && sentIn(init).some(({ value }) => value === '文7')
				? problem(422, 'tooOld')
				: straight(url, init);
		for (let n = 0; n < 12; n += 1) await lead.type(`文${n}`);
		await lead.sync.now();
		expect(await textsAt(city.hall)).toHaveLength(11);
		expect(lead.sync.status()).toMatchObject({ waiting: 0, refused: [{ reason: 'tooOld', sentence: 'tooOldです。' }] });
		expect(lead.sync.status().trouble).toBeUndefined();
	});

	test('but a gateway that takes nothing refuses nobody', async () => {
		const lead = await city.enrolled();
		const straight = city.line;
		city.line = (url, init) => (isPush(init, url) ? new Response('<html>', { status: 413 }) : straight(url, init));
		await lead.type('一');
		await lead.type('二');
		await lead.sync.now();
		expect(lead.sync.status()).toMatchObject({ waiting: 2, refused: [], trouble: { reason: 'unreadable' } });
	});
});

describe('a large record', () => {
	test('goes in batches and comes in pages', async () => {
		const lead = await city.enrolled();
		const edits = Array.from({ length: 1_234 }, (_, n) => ({
			entity: `occurrence/${n}`,
			field: 'memo',
			value: `文${n}`,
			seen: [],
		}));
		await good(lead.store.commit(2026, edits));
		city.asked();
		await lead.sync.now();
		expect(city.asked().filter((each) => each.startsWith('POST'))).toHaveLength(3);
		const other = await city.enrolled('principal');
		expect(await other.texts()).toHaveLength(1_234);
		expect(other.sync.status().trouble).toBeUndefined();
	});
});
