import { describe, expect, it } from 'vitest';
import { City, newKey, type SchoolDevice, school } from './city.ts';

const installation = 'a'.repeat(32);

/** What a device sends to be enrolled. */
async function request(code: string, role = 'ictLead', device = installation) {
	const { publicKey } = await newKey();
	return { json: { code, device, publicKey, role, label: '職員室のiPad' } };
}

/** A city with one registered school and the code on its printed sheet. */
async function registered() {
	const city = await City.open();
	const officer = await city.officer();
	await officer.registers({ code: 'aoba-e', name: '青葉小学校' });
	return { city, officer, code: await officer.codeFor('aoba-e') };
}

describe("the board's printed code", () => {
	it('says what it is for, as often as one asks', async () => {
		const { city, code } = await registered();
		for (const _ of [1, 2]) {
			const { status, json } = await city.ask('POST', '/enrolments/lookup', { json: { code } });
			expect(status).toBe(200);
			expect(json).toMatchObject({ role: null, grants: 'principal', school: { code: 'aoba-e', name: '青葉小学校' } });
		}
	});

	it('enrols one device, as whom the person says', async () => {
		const { city, code } = await registered();
		const lead = await city.enrols(code, 'ictLead');
		expect(lead.enrolled).toMatchObject({ role: 'ictLead', grants: 'principal', school: { name: '青葉小学校' } });
		expect((await lead.ask('GET', '/devices')).json.devices).toHaveLength(1);

		const second = await city.ask('POST', '/enrolments', await request(code));
		expect([second.status, second.json.reason]).toEqual([410, 'usedCode']);
		expect((await city.ask('POST', '/enrolments/lookup', { json: { code } })).json.reason).toBe('usedCode');
	});

	it('may be sent again by the device whose answer was lost, and gives it a new token', async () => {
		const { city, code } = await registered();
		const sent = await request(code);
		const first = await city.ask('POST', '/enrolments', sent);
		const again = await city.ask('POST', '/enrolments', sent);
		expect(again.status).toBe(201);
		expect(again.json.id).toBe(first.json.id);
		expect((await city.ask('GET', '/devices', { token: String(first.json.token) })).status).toBe(401);
		const { json } = await city.ask('GET', '/devices', { token: String(again.json.token) });
		expect(json.devices).toHaveLength(1);
	});

	it('opens nothing any more once the device has used its token', async () => {
		const { city, code } = await registered();
		const sent = await request(code);
		const { json } = await city.ask('POST', '/enrolments', sent);
		expect((await city.ask('GET', '/devices', { token: String(json.token) })).status).toBe(200);
		expect((await city.ask('POST', '/enrolments', sent)).json.reason).toBe('usedCode');
		expect((await city.ask('GET', '/devices', { token: String(json.token) })).status).toBe(200);
	});

	it('ends after 30 days', async () => {
		const { city, code } = await registered();
		city.clock.passes(30 * 24 * 60);
		const answer = await city.ask('POST', '/enrolments', await request(code));
		expect([answer.status, answer.json.reason]).toEqual([410, 'expiredCode']);
	});

	it('is another one as soon as the board issues it anew', async () => {
		const { city, officer, code } = await registered();
		const newer = await officer.codeFor('aoba-e');
		expect((await city.ask('POST', '/enrolments/lookup', { json: { code } })).json.reason).toBe('expiredCode');
		expect((await city.ask('POST', '/enrolments/lookup', { json: { code: newer } })).status).toBe(200);
	});

	it('is kept as a hash only, and so is the token', async () => {
		const { city, code } = await registered();
		const { token } = (await city.enrols(code, 'principal')).enrolled;
		const kept = await city.dump();
		expect(kept).not.toContain(code);
		expect(kept).not.toContain(token.split('.')[1]);
	});
});

describe("a colleague's invitation", () => {
	it('gives the role it was made for, and no other', async () => {
		const { city, lead } = await school();
		const { status, json } = await lead.ask('POST', '/invitations', { json: { role: 'principal' } });
		expect(status).toBe(201);
		expect((await city.ask('POST', '/enrolments', await request(String(json.code), 'ictLead'))).status).toBe(403);
		const principal = await city.enrols(String(json.code), 'principal');
		expect(principal.enrolled).toMatchObject({ role: 'principal', grants: 'principal' });
		const { devices } = (await principal.ask('GET', '/devices')).json as {
			devices: { id: string; invitedBy: string }[];
		};
		expect(devices.find(({ id }) => id === principal.enrolled.id)?.invitedBy).toBe(lead.enrolled.id);
	});

	it('never reaches above what the inviting device was given', async () => {
		const { city, lead } = await school();
		const teacher = await city.joins(lead, 'teacher');
		for (const role of ['ictLead', 'vicePrincipal', 'principal']) {
			const answer = await teacher.ask('POST', '/invitations', { json: { role } });
			expect([answer.status, answer.json.reason]).toEqual([403, 'forbidden']);
		}
		expect((await teacher.ask('POST', '/invitations', { json: { role: 'teacher' } })).status).toBe(201);
	});

	it('ends after 15 minutes', async () => {
		const { city, lead } = await school();
		const { json } = await lead.ask('POST', '/invitations', { json: { role: 'teacher' } });
		city.clock.passes(15);
		const answer = await city.ask('POST', '/enrolments/lookup', { json: { code: json.code } });
		expect(answer.json.reason).toBe('expiredCode');
	});

	it('ends with the device that made it', async () => {
		const { city, lead, principal } = await school();
		const { json } = await lead.ask('POST', '/invitations', { json: { role: 'teacher' } });
		await principal.ask('DELETE', `/devices/${lead.enrolled.id}`);
		const answer = await city.ask('POST', '/enrolments', await request(String(json.code), 'teacher'));
		expect([answer.status, answer.json.reason]).toEqual([410, 'usedCode']);
	});
});

describe("the successor's invitation on paper", () => {
	const days = (count: number) => count * 24 * 60;
	const onPaper = { json: { role: 'ictLead', for: 'handover' } };
	const standing = async (device: SchoolDevice) => (await device.ask('GET', '/invitations/handover')).json.invitation;

	it('is made in March and still good when the successor comes in April', async () => {
		const { city, lead } = await school();
		const { json } = await lead.ask('POST', '/invitations', onPaper);
		city.clock.passes(days(45) - 1);
		const successor = await city.enrols(String(json.code), 'ictLead');
		expect(successor.enrolled).toMatchObject({ role: 'ictLead', grants: 'ictLead' });
		expect((await city.ask('POST', '/enrolments', await request(String(json.code)))).json.reason).toBe('usedCode');
		expect(await standing(lead)).toBeNull();
	});

	it('ends after 45 days', async () => {
		const { city, lead } = await school();
		const { json } = await lead.ask('POST', '/invitations', onPaper);
		city.clock.passes(days(45));
		expect((await city.ask('POST', '/enrolments', await request(String(json.code)))).json.reason).toBe('expiredCode');
		expect(await standing(lead)).toBeNull();
	});

	it('is known to the whole school, without its code', async () => {
		const { city, lead } = await school();
		const teacher = await city.joins(lead, 'teacher');
		expect(await standing(teacher)).toBeNull();
		const { json } = await lead.ask('POST', '/invitations', onPaper);
		expect(await standing(teacher)).toEqual({
			...{ role: 'ictLead', issuedBy: lead.enrolled.id, issuedAt: city.clock.iso(), expiresAt: json.expiresAt },
		});
		expect(await city.dump()).not.toContain(json.code);
	});

	it('is one: a new one ends the older, and leaves a colleague’s fifteen minutes alone', async () => {
		const { city, lead, principal } = await school();
		const beside = await lead.ask('POST', '/invitations', { json: { role: 'ictLead' } });
		const older = await lead.ask('POST', '/invitations', onPaper);
		const newer = await principal.ask('POST', '/invitations', onPaper);
		const reason = async (code: unknown) =>
			(await city.ask('POST', '/enrolments/lookup', { json: { code } })).json.reason;
		expect(await reason(older.json.code)).toBe('expiredCode');
		expect(await reason(newer.json.code)).toBeUndefined();
		expect(await reason(beside.json.code)).toBeUndefined();
		expect(await standing(lead)).toMatchObject({ issuedBy: principal.enrolled.id });
	});

	it('is not made, and not ended, by a teacher; and opens no post that approves', async () => {
		const { city, lead, principal } = await school();
		const teacher = await city.joins(lead, 'teacher');
		const forTeachers = { json: { role: 'teacher', for: 'handover' } };
		expect((await teacher.ask('POST', '/invitations', forTeachers)).json.reason).toBe('forbidden');
		for (const role of ['vicePrincipal', 'principal']) {
			const answer = await principal.ask('POST', '/invitations', { json: { role, for: 'handover' } });
			expect([role, answer.json.reason]).toEqual([role, 'forbidden']);
		}
		await lead.ask('POST', '/invitations', onPaper);
		expect((await teacher.ask('DELETE', '/invitations/handover')).json.reason).toBe('forbidden');
		expect(await standing(teacher)).toMatchObject({ role: 'ictLead' });
	});

	it('can be ended, twice as well as once', async () => {
		const { city, lead, principal } = await school();
		const { json } = await lead.ask('POST', '/invitations', onPaper);
		for (const _ of [1, 2]) expect((await principal.ask('DELETE', '/invitations/handover')).status).toBe(204);
		expect(await standing(lead)).toBeNull();
		expect((await city.ask('POST', '/enrolments', await request(String(json.code)))).json.reason).toBe('expiredCode');
	});

	it('outlives the device that made it where that is given back, and ends where it is taken out as lost', async () => {
		const { city, lead, principal } = await school();
		const leaving = await city.joins(lead, 'ictLead');
		const given = await leaving.ask('POST', '/invitations', onPaper);
		await leaving.ask('DELETE', `/devices/${leaving.enrolled.id}`);
		expect((await city.enrols(String(given.json.code), 'ictLead')).enrolled.role).toBe('ictLead');

		const lost = await city.joins(lead, 'ictLead');
		const stolen = await lost.ask('POST', '/invitations', onPaper);
		await principal.ask('DELETE', `/devices/${lost.enrolled.id}`);
		const answer = await city.ask('POST', '/enrolments', await request(String(stolen.json.code)));
		expect([answer.status, answer.json.reason]).toEqual([410, 'expiredCode']);
	});
});

describe('an enrolment', () => {
	it('needs a key that can check signatures', async () => {
		const { city, code } = await registered();
		const sent = await request(code);
		const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
		const answer = await city.ask('POST', '/enrolments', { json: { ...sent.json, publicKey } });
		expect([answer.status, answer.json.reason]).toEqual([422, 'invalidKey']);
		expect((await city.ask('POST', '/enrolments', sent)).status).toBe(201);
	});

	it('names its key as RFC 7638 does', async () => {
		const { city, code } = await registered();
		// The example of RFC 7638 is an RSA key; this is the same rule on a key of ours: required members, sorted, no blanks.
		const { publicKey } = await newKey();
		const json = { ...(await request(code)).json, publicKey };
		const text = `{"crv":"P-256","kty":"EC","x":"${publicKey.x}","y":"${publicKey.y}"}`;
		const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
		const answer = await city.ask('POST', '/enrolments', { json });
		expect(answer.json.keyId).toBe(Buffer.from(digest).toString('base64url'));
	});

	it.each(['職員室\u0000', '\ud800', '端末'.repeat(21)])('does not take the label %j', async (label) => {
		const { city, code } = await registered();
		const { json } = await request(code);
		const answer = await city.ask('POST', '/enrolments', { json: { ...json, label } });
		expect([answer.status, answer.json.reason]).toEqual([422, 'unreadable']);
	});
});
