import { describe, expect, it } from 'vitest';
import { City, newKey, school } from './city.ts';
import { origin, routes } from './client.ts';
import { exampleOf } from './examples.ts';

describe('the access log', () => {
	it('has one line for each request: who asked what, how it ended, how long it took', async () => {
		const { city, lead } = await school();
		city.lines.length = 0;
		const answer = await lead.push([lead.ticks('a')]);
		expect(city.lines).toEqual([
			{
				...{ time: city.clock.iso(), id: answer.headers.get('X-Request-Id'), method: 'POST', status: 200, ms: 0 },
				...{ route: '/api/v1/schools/:school/years/:year/operations', school: 'aoba-e' },
				municipality: lead.enrolled.school.municipality,
			},
		]);
	});

	it('names a refusal by the id that the person sees', async () => {
		const city = await City.open();
		const answer = await city.ask('GET', '/devices');
		const [line] = city.lines;
		expect(line).toMatchObject({ route: '/api/v1/devices', status: 401 });
		expect(line?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(answer.json.instance).toBe(`urn:uuid:${line?.id}`);
		expect(answer.headers.get('X-Request-Id')).toBe(line?.id);
	});

	it('does not repeat an address that leads nowhere', async () => {
		const city = await City.open();
		await city.ask('GET', '/himitsu-no-kioku');
		expect(city.lines).toMatchObject([{ route: '-', status: 404 }]);
		expect(JSON.stringify(city.lines)).not.toContain('himitsu');
	});

	it('holds no secret and no word that somebody typed', async () => {
		const { city, officer, lead, principal } = await school();
		const typed = 'しるしのある文';
		const { publicKey } = await newKey();
		const invitation = (await lead.ask('POST', '/invitations', { json: { role: 'teacher' } })).json;
		const code = String(invitation.code);
		const enrolment = { code, device: 'e'.repeat(32), publicKey, role: 'teacher', label: typed };
		const enrolled = await city.ask('POST', '/enrolments', { json: enrolment });
		await lead.push([lead.notes('action/a', 'result', typed)]);
		await lead.push([{ ...lead.notes('action/a', 'result', typed), lamport: -1 }]);
		await city.ask('POST', '/board/session', {
			json: { loginName: 'aoba', password: typed },
			headers: { Origin: origin },
		});
		await city.ask('GET', `/plans/${encodeURIComponent(typed)}?q=${encodeURIComponent(typed)}`);
		await city.ask('POST', '/enrolments', { text: `{"code":"${code}","${typed}":` });
		const log = JSON.stringify([city.lines, city.reported]);
		const secrets = [code, lead.enrolled.token, String(enrolled.json.token), officer.cookie.split('=')[1] ?? ''];
		for (const secret of [typed, encodeURIComponent(typed), ...secrets, principal.enrolled.id]) {
			expect(secret).not.toBe('');
			expect(log).not.toContain(secret.split('.').at(-1));
		}
	});

	it('names every route by its pattern', async () => {
		const setting = await school();
		setting.city.lines.length = 0;
		for (const route of routes) {
			const { path, sent } = await exampleOf(route, setting);
			const text = sent.json === undefined ? {} : { text: '' };
			await setting.city.ask(route.method, path, { ...text });
		}
		const asked = setting.city.lines.filter(({ status }) => status !== 201);
		expect(new Set(asked.map(({ route }) => route))).toEqual(
			new Set(['/api/v1/board/codes', ...routes.map(({ path }) => `/api/v1${path}`)]),
		);
	});
});

describe('an unforeseen error', () => {
	it('tells the visitor its id, and us everything', async () => {
		const { city, lead } = await school();
		await city.storage.close();
		const answer = await lead.pull();
		expect([answer.status, answer.json.reason]).toEqual([500, 'unforeseen']);
		expect(answer.text).not.toMatch(/driver|sqlite|destroyed/i);
		expect(city.reported).toHaveLength(1);
		expect(city.lines.at(-1)).toMatchObject({ status: 500, id: answer.headers.get('X-Request-Id') });
	});
});
