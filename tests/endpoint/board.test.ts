import { describe, expect, it } from 'vitest';
import { City, cookieOf, Officer, password, school } from './city.ts';
import { origin } from './client.ts';

const fromPage = { headers: { Origin: origin } };
const signIn = (city: City, loginName: string, words = password) =>
	city.ask('POST', '/board/session', { json: { loginName, password: words }, ...fromPage });

describe('the first day of the board', () => {
	it('begins with a link that works once, and signs the officer in', async () => {
		const city = await City.open();
		const secret = await city.setupSecret();
		const json = { secret, municipalityName: '青葉市教育委員会', loginName: 'aoba', password };
		const made = await city.ask('POST', '/board/setup', { json, ...fromPage });
		expect(made.status).toBe(201);
		expect(made.json).toMatchObject({ loginName: 'aoba', municipalityName: '青葉市教育委員会' });
		const officer = new Officer(city.app, cookieOf(made));
		expect((await officer.ask('GET', '/board/session')).json).toEqual(made.json);

		const again = await city.ask('POST', '/board/setup', { json: { ...json, loginName: 'second' }, ...fromPage });
		expect([again.status, again.json.reason]).toEqual([404, 'unknownSecret']);
	});

	it('has a day for it', async () => {
		const city = await City.open();
		const secret = await city.setupSecret();
		city.clock.passes(24 * 60);
		const json = { secret, municipalityName: '青葉市教育委員会', loginName: 'aoba', password };
		expect((await city.ask('POST', '/board/setup', { json, ...fromPage })).json.reason).toBe('unknownSecret');
	});

	it('asks for a password of twelve characters', async () => {
		const city = await City.open();
		const json = {
			secret: await city.setupSecret(),
			municipalityName: '青葉市',
			loginName: 'aoba',
			password: 'みじかい',
		};
		expect((await city.ask('POST', '/board/setup', { json, ...fromPage })).json.reason).toBe('unreadable');
	});

	it('does not take a login name that another board has', async () => {
		const city = await City.open();
		await city.officer('aoba');
		const json = {
			secret: await city.setupSecret(),
			municipalityName: '若葉市教育委員会',
			loginName: 'aoba',
			password,
		};
		const answer = await city.ask('POST', '/board/setup', { json, ...fromPage });
		expect([answer.status, answer.json.reason]).toEqual([409, 'loginNameTaken']);
	});
});

describe('signing in', () => {
	it('takes the password, half-width or full-width, and no other', async () => {
		const city = await City.open();
		await city.officer();
		expect((await signIn(city, 'aoba')).status).toBe(200);
		expect((await signIn(city, 'aoba', 'はるのうみ ひねもす 55')).status).toBe(200);
		for (const [name, words] of [
			['aoba', `${password} `],
			['aoba', 'x'],
			['nobody', password],
		] as const) {
			const answer = await signIn(city, name, words);
			expect([answer.status, answer.json.reason]).toEqual([401, 'wrongPassword']);
			expect(answer.headers.get('Set-Cookie')).toBeNull();
		}
	});

	it('gives a cookie that only our own pages send, and no script can read', async () => {
		const city = await City.open();
		await city.officer();
		const cookie = (await signIn(city, 'aoba')).headers.get('Set-Cookie') ?? '';
		expect(cookie).toMatch(/^masume-board=[\w-]{43}; Path=\/api\/v1\/board; Max-Age=43200; HttpOnly; SameSite=Strict$/);
		expect(await city.dump()).not.toContain(cookie.slice(13, 56));
	});

	it('marks the cookie as for TLS only where TLS is what the browser speaks', async () => {
		const city = await City.open({ trustProxy: true });
		await city.officer();
		const headers = { Origin: origin, 'X-Forwarded-Proto': 'https' };
		const json = { loginName: 'aoba', password };
		const answer = await city.ask('POST', '/board/session', { json, headers });
		expect(answer.headers.get('Set-Cookie')).toContain('; Secure');
		expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age=');
	});

	it('ends after 12 hours, or when the officer says so', async () => {
		const city = await City.open();
		const officer = await city.officer();
		expect((await officer.ask('DELETE', '/board/session')).status).toBe(204);
		expect((await officer.ask('GET', '/board/session')).json.reason).toBe('signInFirst');

		const next = new Officer(city.app, cookieOf(await signIn(city, 'aoba')));
		city.clock.passes(12 * 60 - 1);
		expect((await next.ask('GET', '/board/session')).status).toBe(200);
		city.clock.passes(1);
		expect((await next.ask('GET', '/board/session')).json.reason).toBe('signInFirst');
	});
});

describe('the list of schools', () => {
	const rows = [
		{ code: 'aoba-e', name: '青葉小学校', schoolType: 'elementary', units: ['specialNeedsClass'] },
		{ code: 'aoba-j', name: '青葉中学校', schoolType: 'lowerSecondary', units: [] },
	];

	it('grows, changes, and never shrinks', async () => {
		const city = await City.open();
		const officer = await city.officer();
		const put = (schools: unknown) => officer.ask('POST', '/board/schools', { json: { schools } });
		expect((await put(rows)).json).toEqual({ added: 2, changed: 0, same: 0 });
		expect((await put(rows)).json).toEqual({ added: 0, changed: 0, same: 2 });
		expect((await put([{ ...rows[0], name: '青葉第一小学校' }])).json).toEqual({ added: 0, changed: 1, same: 0 });
		expect((await officer.ask('GET', '/board/schools')).json.schools).toMatchObject([
			{ code: 'aoba-e', name: '青葉第一小学校', devices: 0, lastContactAt: null, codeExpiresAt: null },
			{ code: 'aoba-j', name: '青葉中学校' },
		]);
	});

	it.each([
		['a school twice', [rows[0], rows[0]], 'repeatedSchool'],
		['a 校種 that there is none of', [rows[1], { ...rows[0], schoolType: 'kindergarten' }], 'unreadable'],
		['a word too many', [rows[1], { ...rows[0], principal: '山田' }], 'unreadable'],
		['a name that no database can hold', [rows[1], { ...rows[0], name: '青葉\u0000' }], 'unreadable'],
		['nothing', [], 'unreadable'],
	])('takes all or nothing: %s', async (_, schools, reason) => {
		const city = await City.open();
		const officer = await city.officer();
		const kept = await city.dump();
		const answer = await officer.ask('POST', '/board/schools', { json: { schools } });
		expect([answer.status, answer.json.reason]).toEqual([422, reason]);
		expect(await city.dump()).toBe(kept);
	});

	it('gives codes for schools of the list only', async () => {
		const city = await City.open();
		const officer = await city.officer();
		await officer.ask('POST', '/board/schools', { json: { schools: rows } });
		const kept = await city.dump();
		const wrong = await officer.ask('POST', '/board/codes', { json: { schools: ['aoba-e', 'wakaba'] } });
		expect([wrong.status, wrong.json.reason]).toEqual([422, 'unknownSchool']);
		expect(await city.dump()).toBe(kept);

		const { status, json } = await officer.ask('POST', '/board/codes', { json: { schools: ['aoba-j', 'aoba-e'] } });
		expect(status).toBe(201);
		expect(json.codes).toMatchObject([{ school: 'aoba-j', name: '青葉中学校' }, { school: 'aoba-e' }]);
		const { schools } = (await officer.ask('GET', '/board/schools')).json as { schools: { codeExpiresAt: string }[] };
		expect(schools.map(({ codeExpiresAt }) => codeExpiresAt)).toEqual(Array(2).fill('2026-06-17T00:00:00.000Z'));
	});
});

describe('two boards on one endpoint', () => {
	it('know nothing of each other', async () => {
		const { city, officer, lead } = await school();
		const summary = lead.summary({ [lead.name]: 1 });
		await lead.ask('PUT', lead.log('summary'), { json: { epoch: lead.enrolled.epoch, summary } });
		const other = await city.officer('wakaba', '若葉市教育委員会');
		expect((await other.ask('GET', '/board/schools')).json.schools).toEqual([]);
		expect((await other.ask('GET', '/board/summaries?year=2026')).json.summaries).toEqual([]);
		expect((await other.ask('POST', '/board/codes', { json: { schools: ['aoba-e'] } })).status).toBe(422);

		await other.registers({ code: 'aoba-e', name: '若葉市の青葉小学校' });
		expect((await officer.ask('GET', '/board/schools')).json.schools).toMatchObject([{ name: '青葉小学校' }]);
		const theirs = await city.enrols(await other.codeFor('aoba-e'), 'principal');
		expect((await theirs.pull()).json.count).toBe(0);
		await lead.push([lead.ticks('a')]);
		expect((await theirs.pull()).json.count).toBe(0);
	});
});

describe('pages of other sites', () => {
	it.each([
		{},
		{ Origin: 'https://evil.example' },
		{ Origin: 'null' },
		{ Origin: 'https://localhost.evil.example' },
		{ Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
		{ Origin: origin, 'Sec-Fetch-Site': 'same-site' },
		{ Origin: origin, 'Sec-Fetch-Site': 'none' },
	])('change nothing with %j', async (headers) => {
		const city = await City.open();
		const officer = await city.officer();
		const kept = await city.dump();
		const schools = [{ code: 'a', name: 'あ', schoolType: 'elementary', units: [] }];
		const answer = await city.ask('POST', '/board/schools', { cookie: officer.cookie, json: { schools }, headers });
		expect([answer.status, answer.json.reason]).toEqual([403, 'otherOrigin']);
		expect((await city.ask('DELETE', '/board/session', { cookie: officer.cookie, headers })).status).toBe(403);
		expect(await city.dump()).toBe(kept);
	});

	it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
		'cannot dress a form as JSON: %s',
		async (type) => {
			const city = await City.open();
			const officer = await city.officer();
			const headers = { 'Content-Type': type };
			const answer = await officer.ask('POST', '/board/schools', { text: '{"schools":[]}', headers });
			expect([answer.status, answer.json.reason]).toEqual([415, 'notJsonType']);
		},
	);

	it('are told apart by the public address where a proxy changes the host', async () => {
		const city = await City.open({ publicOrigin: 'https://masume.example.jp' });
		const secret = await city.setupSecret();
		const json = { secret, municipalityName: '青葉市教育委員会', loginName: 'aoba', password };
		const headers = { Origin: 'https://masume.example.jp' };
		const answer = await city.ask('POST', '/board/setup', { json, headers });
		expect(answer.status).toBe(201);
		expect(answer.json.siteOrigin).toBe('https://masume.example.jp');
	});
});
