import { describe, expect, it } from 'vitest';
import { school } from './city.ts';

type Devices = readonly { id: string; self: boolean; revokedAt: string | null; lastContactAt: string | null }[];

describe('the devices of a school', () => {
	it('are listed for each of them, the one that asks marked', async () => {
		const { lead, principal } = await school();
		const devices = (await principal.ask('GET', '/devices')).json.devices as Devices;
		expect(devices.map(({ id, self }) => [id, self])).toEqual([
			[lead.enrolled.id, false],
			[principal.enrolled.id, true],
		]);
	});

	it('do not see those of another school', async () => {
		const { city, officer, lead } = await school();
		await officer.registers({ code: 'wakaba-e', name: '若葉小学校' });
		const other = await city.enrols(await officer.codeFor('wakaba-e'), 'principal');
		expect((await other.ask('GET', '/devices')).json.devices).toHaveLength(1);
		const answer = await other.ask('DELETE', `/devices/${lead.enrolled.id}`);
		expect([answer.status, answer.json.reason]).toEqual([404, 'unknownDevice']);
		expect((await lead.ask('GET', '/devices')).status).toBe(200);
	});

	it('show when each last made contact, to within five minutes', async () => {
		const { city, lead, principal } = await school();
		const contact = async () => {
			const devices = (await principal.ask('GET', '/devices')).json.devices as Devices;
			return devices.find(({ id }) => id === lead.enrolled.id)?.lastContactAt;
		};
		city.clock.passes(60);
		await lead.ask('GET', '/devices');
		const first = await contact();
		city.clock.passes(4);
		await lead.ask('GET', '/devices');
		expect(await contact()).toBe(first);
		city.clock.passes(1);
		await lead.ask('GET', '/devices');
		expect(await contact()).toBe(city.clock.iso());
	});
});

describe('a lost device', () => {
	it('is taken out by a colleague; its token ends, its data is its own', async () => {
		const { lead, principal } = await school();
		expect((await principal.ask('DELETE', `/devices/${lead.enrolled.id}`)).status).toBe(204);
		const answer = await lead.pull();
		expect([answer.status, answer.json.reason]).toEqual([401, 'revoked']);
		const devices = (await principal.ask('GET', '/devices')).json.devices as Devices;
		expect(devices.find(({ id }) => id === lead.enrolled.id)?.revokedAt).not.toBeNull();
	});

	it('may be taken out twice', async () => {
		const { city, lead, principal } = await school();
		await principal.ask('DELETE', `/devices/${lead.enrolled.id}`);
		const kept = await city.dump();
		city.clock.passes(1);
		expect((await principal.ask('DELETE', `/devices/${lead.enrolled.id}`)).status).toBe(204);
		expect(await city.dump()).toBe(kept);
	});

	it('is not taken out by a teacher, nor by a device that could not have invited it', async () => {
		const { city, officer, principal, lead } = await school();
		const teacher = await city.joins(lead, 'teacher');
		// The board's sheet would let it invite a principal; a teacher's device it is all the same.
		const teacherWithSheet = await city.enrols(await officer.codeFor('aoba-e'), 'teacher');
		const secondLead = await city.joins(lead, 'ictLead');
		for (const [actor, target] of [
			[teacher, lead],
			[teacher, principal],
			[teacherWithSheet, lead],
			[secondLead, principal],
		] as const) {
			const answer = await actor.ask('DELETE', `/devices/${target.enrolled.id}`);
			expect([answer.status, answer.json.reason]).toEqual([403, 'forbidden']);
		}
		expect((await secondLead.ask('DELETE', `/devices/${teacher.enrolled.id}`)).status).toBe(204);
		expect((await secondLead.ask('DELETE', `/devices/${lead.enrolled.id}`)).status).toBe(204);
	});
});

describe('leaving', () => {
	it('is open to every device', async () => {
		const { city, lead } = await school();
		const teacher = await city.joins(lead, 'teacher');
		expect((await teacher.ask('DELETE', `/devices/${teacher.enrolled.id}`)).status).toBe(204);
		expect((await teacher.ask('GET', '/devices')).json.reason).toBe('revoked');
	});
});
