import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/domain/record/operation.ts';
import { good } from '../store/profile.ts';
import { useCity } from './city.ts';

const city = useCity();
const now = '2026-11-21T05:00:00Z';

describe('a review that nobody at the school has signed', () => {
	const forged = (value: string, n: number): Operation => ({
		...{ version: 1, id: `${'f'.repeat(32)}.${n}`, lamport: 1, at: now, by: { role: 'principal', label: '校長' } },
		...{ entity: 'review/final', field: 'state', value, replaces: [] },
	});
	/** Into the endpoint's log past its own check. */
	const plant = async (operation: Operation) => {
		const { epoch } = await city.hall.storage.logs.years('aoba', 'B999000000001');
		const log = { municipality: 'aoba', school: 'B999000000001', fiscalYear: 2026 };
		await city.hall.storage.logs.append(log, { epoch, operations: [operation], now });
	};

	test('is not taken, is told, and is not asked for again and again', async () => {
		const [lead, principal] = [await city.enrolled(), await city.enrolled('principal')];
		await plant(forged('approved', 1));
		await principal.type('ほかの記録');
		await principal.sync.now();
		await lead.sync.now();
		expect(await lead.texts()).toEqual(['ほかの記録']);
		expect(lead.sync.status().trouble?.reason).toBe('forged');
		city.asked();
		await lead.sync.now();
		expect(city.asked()).toEqual(['GET …/years']);
		expect(lead.sync.status().trouble?.reason).toBe('forged');
		const later = city.device({ profile: lead.profile });
		await later.sync.now();
		expect(await later.texts()).toEqual(['ほかの記録']);
		expect(later.sync.status().trouble?.reason).toBe('forged');
	});

	test('a signed one is taken, also of a device that was revoked since', async () => {
		const [lead, principal] = [await city.enrolled(), await city.enrolled('principal')];
		await good(principal.store.commit(2026, [{ entity: 'review/final', field: 'state', value: 'approved', seen: [] }]));
		await principal.sync.now();
		await good(principal.sync.leave());
		await lead.sync.now();
		expect(await lead.texts()).toEqual(['approved']);
		expect(lead.sync.status().trouble).toBeUndefined();
	});

	test('nothing of the page is taken while the keys cannot be asked for', async () => {
		const [lead, principal] = [await city.enrolled(), await city.enrolled('principal')];
		await good(principal.store.commit(2026, [{ entity: 'review/final', field: 'state', value: 'approved', seen: [] }]));
		await principal.sync.now();
		const straight = city.line;
		city.line = (url, init) => (url.endsWith('/devices') ? new Response('', { status: 503 }) : straight(url, init));
		await lead.sync.now();
		expect(await lead.texts()).toEqual([]);
		expect(lead.sync.status().trouble?.reason).toBe('endpointDown');
		city.line = straight;
		await lead.sync.now();
		expect(await lead.texts()).toEqual(['approved']);
	});
});
