import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/endpoint/api/route.ts';
import { school } from './city.ts';
import { origin, routes, type Sent } from './client.ts';
import { exampleOf, type Setting } from './examples.ts';

/** A school with everybody who could ask for more than is theirs. */
async function everybody() {
	const setting = await school();
	const { city, officer, lead, principal } = setting;
	const teacher = await city.joins(lead, 'teacher');
	const revoked = await city.joins(lead, 'principal');
	await principal.ask('DELETE', `/devices/${revoked.enrolled.id}`);
	await officer.registers({ code: 'wakaba-e', name: '若葉小学校' });
	const neighbour = await city.enrols(await officer.codeFor('wakaba-e'), 'principal');
	const stranger = await city.officer('wakaba', '若葉市教育委員会');
	await stranger.registers({ code: 'aoba-e', name: '若葉市の青葉小学校' });
	const namesake = await city.enrols(await stranger.codeFor('aoba-e'), 'principal');
	const left = await city.officer('momiji', 'もみじ市教育委員会');
	await left.ask('DELETE', '/board/session');
	return { ...setting, teacher, revoked, neighbour, namesake, left };
}

/** The same for all who are only refused: whatever changed it would be seen by the next. */
let standing: Promise<Everybody> | undefined;
const shared = (): Promise<Everybody> => {
	standing ??= everybody();
	return standing;
};

type Everybody = Awaited<ReturnType<typeof everybody>>;

const cookie = (token: string) => `masume-board=${token}`;
const secretOf = (token: string) => token.split('.')[1] ?? '';

/** Tokens that open nothing for a device's route, and the status each must meet. */
const wrongForDevices = ({ city: _, officer, lead, revoked, namesake }: Everybody): Record<string, Sent> => ({
	'no token': {},
	'an empty token': { headers: { Authorization: 'Bearer ' } },
	garbage: { token: 'garbage' },
	'a token cut off': { token: lead.enrolled.token.slice(0, -1) },
	'a token changed': { token: lead.enrolled.token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) },
	'the secret alone': { token: secretOf(lead.enrolled.token) },
	'a municipality changed': { token: `${namesake.enrolled.school.municipality}.${secretOf(lead.enrolled.token)}` },
	'basic authorization': { headers: { Authorization: `Basic ${lead.enrolled.token}` } },
	'a token in a cookie': { cookie: cookie(secretOf(lead.enrolled.token)) },
	'a revoked token': { token: revoked.enrolled.token },
	"the board's session": { cookie: officer.cookie },
	"the board's session as a token": { token: officer.cookie.split('=')[1] },
});

/** What opens nothing of the board's. */
const wrongForBoard = ({ officer, lead, principal, left }: Everybody): Record<string, Sent> => ({
	'no session': {},
	garbage: { cookie: cookie('garbage') },
	'a session changed': { cookie: officer.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) },
	'a session that ended': { cookie: left.cookie },
	'two sessions': { cookie: `${officer.cookie}; ${left.cookie}` },
	"a device's token": { token: lead.enrolled.token },
	"a principal's token as a session": { cookie: cookie(secretOf(principal.enrolled.token)) },
	'a session as a token': { token: officer.cookie.split('=')[1] },
});

const ofKind = (...kinds: Route['who'][]) =>
	routes.filter(({ who }) => kinds.includes(who)).map((route) => [`${route.method} ${route.path}`, route] as const);

const ownPage = { headers: { Origin: origin } };

describe.each(ofKind('device'))('%s', (_, route) => {
	it('is taken from a device of the school', async () => {
		const setting = await school();
		const { path, sent } = await exampleOf(route, setting);
		const answer = await setting.principal.ask(route.method, path, sent);
		expect(answer.status === 404 ? answer.json.reason : answer.status).toBeOneOf([200, 201, 204, 'noSummary']);
	});

	it('is refused to every wrong token, and changes nothing', async () => {
		const all = await shared();
		const { path, sent } = await exampleOf(route, all);
		const kept = await all.city.dump();
		for (const [name, wrong] of Object.entries(wrongForDevices(all))) {
			const answer = await all.city.ask(route.method, path, { ...sent, ...wrong });
			expect([name, answer.status]).toEqual([name, 401]);
			expect(answer.json.reason).toBe(name === 'a revoked token' ? 'revoked' : 'unauthorised');
			expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
		}
		expect(await all.city.dump()).toBe(kept);
	});

	it('shows and changes nothing of another school', async () => {
		const all = await everybody();
		await all.lead.push([all.lead.notes('action/a', 'result', '青葉小だけの記録')]);
		const { path, sent } = await exampleOf(route, all);
		const ofAoba = async () => (await all.principal.pull()).text + (await all.principal.ask('GET', '/devices')).text;
		const before = await ofAoba();
		const neighbours = await all.neighbour.ask(route.method, path, sent);
		if (route.path.includes(':school'))
			expect([neighbours.status, neighbours.json.reason]).toEqual([403, 'otherSchool']);
		// The same school code in another municipality: its own, empty log, and never this one.
		const namesakes = await all.namesake.ask(route.method, path, sent);
		for (const { text } of [neighbours, namesakes]) {
			expect(text).not.toContain('青葉小だけの記録');
			expect(text).not.toContain(all.lead.enrolled.id);
		}
		expect(await ofAoba()).toBe(before);
	});
});

/** What a teacher's device may do, and what it is refused. A new route must be put on one of the two lists. */
const openToTeachers = [
	'GET /devices',
	'GET /invitations/handover',
	'GET /schools/:school/years',
	'POST /schools/:school/years/:year/operations',
	'GET /schools/:school/years/:year/operations',
	'PUT /schools/:school/years/:year/summary',
	'GET /schools/:school/years/:year/summary',
	'GET /measurements/download',
	'POST /measurements/upload',
	'GET /cases',
];
const closedToTeachers = ['POST /invitations', 'DELETE /invitations/handover', 'DELETE /devices/:device'];

describe("a teacher's device", () => {
	it('is spoken of for every route', () => {
		expect(
			ofKind('device')
				.map(([name]) => name)
				.sort(),
		).toEqual([...openToTeachers, ...closedToTeachers].sort());
	});

	it.each(ofKind('device').filter(([name]) => closedToTeachers.includes(name)))('may not: %s', async (_, route) => {
		const all = await everybody();
		const { path, sent } = await exampleOf(route, all);
		const kept = await all.city.dump();
		const answer = await all.teacher.ask(route.method, path, sent);
		expect([answer.status, answer.json.reason]).toEqual([403, 'forbidden']);
		expect(await all.city.dump()).toBe(kept);
	});
});

describe.each(ofKind('board'))('%s', (_, route) => {
	it('is taken from an officer', async () => {
		const setting = await school();
		const { path, sent } = await exampleOf(route, setting);
		expect((await setting.officer.ask(route.method, path, sent)).status).toBeOneOf([200, 201, 204]);
	});

	it('is refused to everybody else, and changes nothing', async () => {
		const all = await shared();
		const { path, sent } = await exampleOf(route, all);
		const kept = await all.city.dump();
		for (const [name, wrong] of Object.entries(wrongForBoard(all))) {
			const answer = await all.city.ask(route.method, path, { ...sent, ...ownPage, ...wrong });
			expect([name, answer.status, answer.json.reason]).toEqual([name, 401, 'signInFirst']);
		}
		expect(await all.city.dump()).toBe(kept);
	});

	it('ends with the session', async () => {
		const setting = await school();
		const { path, sent } = await exampleOf(route, setting);
		setting.city.clock.passes(12 * 60);
		expect((await setting.officer.ask(route.method, path, sent)).status).toBe(401);
	});
});

describe.each(ofKind('board', 'setup', 'password').filter(([, { method }]) => method !== 'GET'))('%s', (_, route) => {
	it('is not taken from a page of another origin', async () => {
		const setting: Setting = await school();
		const { path, sent } = await exampleOf(route, setting);
		const kept = await setting.city.dump();
		for (const headers of [
			{},
			{ Origin: 'https://evil.example' },
			{ Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
		]) {
			const answer = await setting.city.ask(route.method, path, { ...sent, cookie: setting.officer.cookie, headers });
			expect([answer.status, answer.json.reason]).toEqual([403, 'otherOrigin']);
		}
		expect(await setting.city.dump()).toBe(kept);
	});
});

const wrongSecrets: Readonly<Record<string, readonly [Readonly<Record<string, string>>, number]>> = {
	'POST /enrolments/lookup': [{ code: '000000000000' }, 404],
	'POST /enrolments': [{ code: '000000000000' }, 404],
	'POST /board/setup': [{ secret: 'A'.repeat(43) }, 404],
	'POST /board/session': [{ password: 'ちがうパスワード12345' }, 401],
};

describe.each(ofKind('code', 'setup', 'password'))('%s', (name, route) => {
	it('is taken from one who knows the secret', async () => {
		const setting = await school();
		const { path, sent } = await exampleOf(route, setting);
		expect((await setting.city.ask(route.method, path, { ...sent, ...ownPage })).status).toBeOneOf([200, 201]);
	});

	it('is refused to a wrong secret, whoever else one is', async () => {
		const all = await shared();
		const { path, sent } = await exampleOf(route, all);
		const [secret, status] = wrongSecrets[name] ?? [];
		const json = { ...(sent.json as object), ...secret };
		const kept = await all.city.dump();
		for (const as of [{}, { token: all.principal.enrolled.token }, { cookie: all.officer.cookie }]) {
			expect((await all.city.ask(route.method, path, { json, ...ownPage, ...as })).status).toBe(status);
		}
		expect(await all.city.dump()).toBe(kept);
	});
});

describe.each(ofKind('anyone'))('%s', (_, route) => {
	it('is for anyone, changes nothing, and tells nothing of a school', async () => {
		const all = await shared();
		const { path } = await exampleOf(route, all);
		const kept = await all.city.dump();
		expect(route.method).toBe('GET');
		for (const as of [{}, { token: 'garbage' }, { token: all.revoked.enrolled.token }]) {
			const answer = await all.city.ask(route.method, path, as);
			expect(answer.status).toBe(200);
			expect(answer.text).not.toContain('aoba-e');
		}
		expect(await all.city.dump()).toBe(kept);
	});
});
