import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/domain/record/operation.ts';
import { school } from './city.ts';

const refused = (answer: { status: number; json: Readonly<Record<string, unknown>> }, operation: Operation) =>
	expect([answer.status, answer.json.reason, answer.json.operations]).toEqual([
		422,
		'refusedOperations',
		[operation.id],
	]);

describe('校長確認', () => {
	it("stands with the principal's signature, whoever brings it", async () => {
		const { lead, principal } = await school();
		const approval = await principal.signs(principal.notes('review/midyear', 'state', 'approved'));
		expect((await lead.push([lead.ticks('a'), approval])).status).toBe(200);
		expect((await principal.pull()).json.operations).toHaveLength(2);
	});

	it('does not stand without a signature, and the rest of the batch waits with it', async () => {
		const { city, lead, principal } = await school();
		const approval = principal.notes('review/midyear', 'state', 'approved');
		const kept = await city.dump();
		refused(await principal.push([principal.ticks('a'), approval]), approval);
		expect(await city.dump()).toBe(kept);
		expect((await lead.pull()).json.count).toBe(0);
	});

	it('cannot be given by the ICT lead, who may submit', async () => {
		const { lead } = await school();
		const approval = await lead.signs(lead.notes('review/midyear', 'state', 'approved'));
		refused(await lead.push([approval]), approval);
		const submission = await lead.signs(lead.notes('review/midyear', 'state', 'submitted'));
		expect((await lead.push([submission])).status).toBe(200);
	});

	it('cannot be forged: changed words, another year, a stranger’s key, a broken signature', async () => {
		const { city, officer, lead, principal } = await school();
		await officer.registers({ code: 'wakaba-e', name: '若葉小学校' });
		const stranger = await city.enrols(await officer.codeFor('wakaba-e'), 'principal');
		const approval = await principal.signs(principal.notes('review/midyear', 'state', 'approved'));
		const lastYears = await principal.signs(principal.notes('review/final', 'state', 'approved'), 2025);
		const strangers = await stranger.signs(stranger.notes('review/final', 'state', 'approved'));
		for (const forged of [
			{ ...approval, entity: 'review/final' },
			{ ...approval, at: '2026-05-19T00:00:00.000Z' },
			{ ...approval, unknownKey: true },
			lastYears,
			strangers,
			{ ...approval, signature: { key: principal.enrolled.keyId, value: 'A'.repeat(86) } },
			{ ...approval, signature: { key: principal.enrolled.keyId, value: '' } },
			{ ...approval, signature: { key: lead.enrolled.keyId, value: approval.signature?.value ?? '' } },
			{ ...approval, signature: null } as unknown as Operation,
		]) {
			refused(await lead.push([forged]), forged);
		}
		expect((await lead.push([approval])).status).toBe(200);
	});

	it('goes on standing after the principal has moved: an approval may come back after a rollback', async () => {
		const { lead, principal } = await school();
		const approval = await principal.signs(principal.notes('review/midyear', 'state', 'approved'));
		await principal.ask('DELETE', `/devices/${principal.enrolled.id}`);
		expect((await lead.push([approval])).status).toBe(200);
	});
});
