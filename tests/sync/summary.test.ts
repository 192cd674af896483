import { describe, expect, test } from 'vitest';
import { edition } from '../domain/summary/school.ts';
import { good } from '../store/profile.ts';
import { problem, useCity } from './city.ts';
import type { Tab } from './device.ts';

const city = useCity();
const log = (fiscalYear = 2026) => ({ municipality: 'aoba', school: 'B999000000001', fiscalYear });
const stored = async (fiscalYear = 2026) => {
	const summary = await city.hall.storage.summaries.get(log(fiscalYear));
	return summary && { ...summary, body: JSON.parse(summary.body) as unknown };
};
const agree = (tab: Tab, value = true, seen: readonly string[] = []) =>
	good(tab.store.commit(2026, [{ entity: 'school', field: 'summaryAgreed', value, seen }]));
const puts = () => city.asked().filter((each) => each.startsWith('PUT'));

describe('the summary of a school', () => {
	test('stays at the school until the school agrees', async () => {
		const lead = await city.enrolled('ictLead', { edition });
		await lead.type('一');
		await lead.sync.now();
		expect(await lead.sync.summary(2026)).toMatchObject({ operations: 1, school: { code: 'B999000000001' } });
		expect(await stored()).toBeUndefined();
		expect(lead.sync.status().summaryAgreed).toBe(false);
	});

	test('goes exactly as it can be seen before, and its receipt is kept', async () => {
		const lead = await city.enrolled('ictLead', { edition });
		await lead.type('一');
		await agree(lead);
		const seen = await lead.sync.summary(2026);
		await lead.sync.now();
		const received = await stored();
		expect(received?.body).toEqual(seen);
		expect(lead.sync.status()).toMatchObject({ summaryAgreed: true, summary: { receipt: received?.receipt } });
		expect(JSON.stringify(received)).not.toContain('一');
	});

	test('goes once for one state of the record, whichever device sends it', async () => {
		const [lead, principal] = [
			await city.enrolled('ictLead', { edition }),
			await city.enrolled('principal', { edition }),
		];
		await agree(lead);
		await lead.sync.now();
		expect(puts()).toHaveLength(1);
		await lead.sync.now();
		await principal.sync.now();
		expect(puts()).toEqual([]);
		expect(principal.sync.status().summary?.receipt).toBe((await stored())?.receipt);
		await principal.type('二');
		await principal.sync.now();
		expect(puts()).toHaveLength(1);
		await lead.sync.now();
		expect(puts()).toEqual([]);
		expect(lead.sync.status().summary?.receipt).toBe((await stored())?.receipt);
	});

	test('of every year goes, once one year says that the school agrees', async () => {
		const lead = await city.enrolled('ictLead', { edition });
		await lead.type('去年の文', 2025);
		await agree(lead);
		await lead.sync.now();
		await lead.sync.now();
		expect(await stored(2025)).toBeDefined();
		expect(await stored(2026)).toBeDefined();
	});

	test('stays while two devices say different things, and when it was taken back', async () => {
		const [lead, principal] = [
			await city.enrolled('ictLead', { edition }),
			await city.enrolled('principal', { edition }),
		];
		await agree(lead);
		await agree(principal, false);
		await principal.sync.now();
		await lead.sync.now();
		expect(await stored()).toBeUndefined();
		const { operations } = await good(lead.store.readLog(2026));
		await agree(
			lead,
			true,
			operations.map(({ id }) => id),
		);
		await lead.sync.now();
		expect(await stored()).toBeDefined();
	});

	test('waits for what is unsent, and names nothing that was refused', async () => {
		const lead = await city.enrolled('teacher', { edition });
		await agree(lead);
		await good(lead.store.commit(2026, [{ entity: 'review/final', field: 'state', value: 'approved', seen: [] }]));
		const straight = city.line;
		city.line = (url, init) => (init.method === 'POST' ? problem(503, 'unavailable') : straight(url, init));
		await lead.sync.now();
		expect(await stored()).toBeUndefined();
		city.line = straight;
		await lead.sync.now();
		expect(await stored()).toMatchObject({ body: { operations: 1 } });
	});

	test('after 「pull first」 is made anew from what has come', async () => {
		const [lead, principal] = [
			await city.enrolled('ictLead', { edition }),
			await city.enrolled('principal', { edition }),
		];
		await agree(lead);
		await lead.sync.now();
		await principal.sync.now();
		await principal.type('間に入った文');
		const straight = city.line;
		let between = true;
		// In the middle of the lead's pass the principal's device writes, sends, and sends a summary.
		city.line = async (url, init) => {
			if (between && init.method === 'PUT') {
				between = false;
				await principal.sync.now();
			}
			return straight(url, init);
		};
		await lead.type('先に送る文');
		await lead.sync.now();
		expect(lead.sync.status().trouble).toBeUndefined();
		expect(await lead.texts()).toEqual(['true', '先に送る文', '間に入った文'].toSorted());
		expect(await stored()).toMatchObject({ body: { operations: 3 } });
	});

	test('is not there before the device belongs to a school, or without an edition', async () => {
		const lead = city.device({ edition });
		await lead.type('一');
		expect(await lead.sync.summary(2026)).toBeUndefined();
		const other = await city.enrolled('ictLead', { editionOf: () => Promise.reject(new Error('offline')) });
		await agree(other);
		await other.sync.now();
		expect(await other.sync.summary(2026)).toBeUndefined();
		expect(other.sync.status().trouble).toBeUndefined();
	});
});
