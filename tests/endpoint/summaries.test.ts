import { describe, expect, it } from 'vitest';
import { school } from './city.ts';

describe("a school's summary", () => {
	it('is received with a number, and the board sees exactly what the school can see', async () => {
		const { city, officer, lead, principal } = await school();
		const summary = lead.summary({ [lead.name]: 3 }, 2);
		const put = await lead.ask('PUT', lead.log('summary'), { json: { epoch: lead.enrolled.epoch, summary } });
		expect(put.status).toBe(200);
		expect(put.json).toMatchObject({ receivedAt: city.clock.iso() });
		expect((await principal.ask('GET', principal.log('summary'))).json).toMatchObject({
			summary,
			receipt: put.json.receipt,
		});
		const { json } = await officer.ask('GET', '/board/summaries?year=2026');
		expect(json).toMatchObject({ fiscalYear: 2026, summaries: [{ school: 'aoba-e', summary }] });
		expect((await officer.ask('GET', '/board/schools')).json.schools).toMatchObject([
			{ code: 'aoba-e', devices: 2, summaryReceivedAt: city.clock.iso() },
		]);
		expect((await lead.ask('GET', '/schools/aoba-e/years')).json.years).toMatchObject([
			{ fiscalYear: 2026, summary: { receipt: put.json.receipt, versionVector: { [lead.name]: 3 } } },
		]);
	});

	it('gets the same number when it is sent again', async () => {
		const { city, lead } = await school();
		const sent = { json: { epoch: lead.enrolled.epoch, summary: lead.summary({ [lead.name]: 3 }) } };
		const first = await lead.ask('PUT', lead.log('summary'), sent);
		city.clock.passes(60);
		const again = await lead.ask('PUT', lead.log('summary'), sent);
		expect(again.json.receipt).toBe(first.json.receipt);
		expect(again.json.receivedAt).toBe(first.json.receivedAt);
	});

	it('is not replaced by one that knows less', async () => {
		const { city, lead, principal } = await school();
		const put = (vector: Record<string, number>) =>
			lead.ask('PUT', lead.log('summary'), { json: { epoch: lead.enrolled.epoch, summary: lead.summary(vector) } });
		await put({ [lead.name]: 3, [principal.name]: 1 });
		const kept = await city.dump();
		for (const less of [{ [lead.name]: 9 }, { [lead.name]: 2, [principal.name]: 1 }]) {
			const answer = await put(less);
			expect([answer.status, answer.json.reason]).toEqual([409, 'pullFirst']);
		}
		expect(await city.dump()).toBe(kept);
		expect((await put({ [lead.name]: 3, [principal.name]: 2 })).status).toBe(200);
	});

	it('is of this school and this year', async () => {
		const { lead } = await school();
		const summary = lead.summary({ [lead.name]: 1 });
		for (const other of [
			{ ...summary, fiscalYear: 2025 },
			{ ...summary, school: { ...summary.school, code: 'wakaba-e' } },
			{ ...summary, school: { ...summary.school, municipality: 'elsewhere' } },
		]) {
			const json = { epoch: lead.enrolled.epoch, summary: other };
			const answer = await lead.ask('PUT', lead.log('summary'), { json });
			expect([answer.status, answer.json.reason]).toEqual([422, 'otherSummary']);
		}
	});

	it('holds no word that its schema does not know', async () => {
		const { city, lead } = await school();
		const summary = { ...lead.summary({ [lead.name]: 1 }), memo: '3年1組の山田さん' };
		const kept = await city.dump();
		const answer = await lead.ask('PUT', lead.log('summary'), { json: { epoch: lead.enrolled.epoch, summary } });
		expect([answer.status, answer.json.reason]).toEqual([422, 'unreadable']);
		expect(answer.text).not.toContain('山田');
		expect(await city.dump()).toBe(kept);
	});

	it('of an epoch that is over is sent again after reading anew', async () => {
		const { lead } = await school();
		const json = { epoch: '0'.repeat(32), summary: lead.summary({ [lead.name]: 1 }) };
		expect((await lead.ask('PUT', lead.log('summary'), { json })).json.reason).toBe('resync');
	});

	it('is not there before the first', async () => {
		const { lead } = await school();
		expect((await lead.ask('GET', lead.log('summary'))).json.reason).toBe('noSummary');
	});
});
