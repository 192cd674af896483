import { describe, expect, test } from 'vitest';
import { createBoardApi } from '../../src/board/boardApi.ts';
import { inThirtyDays, now, session } from './fakeEndpoint.ts';

interface Asked {
	readonly url: string;
	readonly init: RequestInit;
}

/** An endpoint that answers every request with the same. */
function answering(answer: () => Response | Promise<Response>) {
	const asked: Asked[] = [];
	const api = createBoardApi(async (url, init) => {
		asked.push({ url: String(url), init: init ?? {} });
		return answer();
	});
	return { api, asked };
}

const problem = (status: number, reason: string, more: object = {}) =>
	Response.json(
		{ type: `urn:masume:problem:${reason}`, status, title: '題', detail: '文。', reason, ...more },
		{ status },
	);

const sentenceOf = (answer: { ok: true } | { ok: false; refusal: { sentence: string } }) =>
	answer.ok ? undefined : answer.refusal.sentence;

describe('what is asked', () => {
	test('goes to the routes of the board, as JSON, with the cookie and past every cache', async () => {
		const { api, asked } = answering(() => Response.json({ added: 1, changed: 0, same: 0 }));
		const rows = [{ code: 'E001', name: '青葉小学校', schoolType: 'elementary', units: [] }] as const;
		await api.register(rows.map((row) => ({ ...row, units: [...row.units] })));
		expect(asked).toHaveLength(1);
		expect(asked[0]?.url).toBe('/api/v1/board/schools');
		expect(asked[0]?.init).toMatchObject({ method: 'POST', credentials: 'same-origin', cache: 'no-store' });
		expect(new Headers(asked[0]?.init.headers).get('Content-Type')).toBe('application/json');
		expect(JSON.parse(String(asked[0]?.init.body))).toEqual({ schools: rows });
	});

	test.each([
		['session', 'GET', '/api/v1/board/session'],
		['signOut', 'DELETE', '/api/v1/board/session'],
		['schools', 'GET', '/api/v1/board/schools'],
	] as const)('%s: %s %s, without a body', async (name, method, url) => {
		const { api, asked } = answering(() => new Response(null, { status: 204 }));
		await api[name]();
		expect(asked[0]).toMatchObject({ url, init: { method } });
		expect(asked[0]?.init.body).toBeUndefined();
	});
});

describe('what is answered', () => {
	test('is checked and handed on', async () => {
		const { api } = answering(() => Response.json({ ...session, siteOrigin: 'https://masume.example.jp' }));
		expect(await api.session()).toMatchObject({ ok: true, value: { loginName: 'ict-center' } });
		const codes = [{ school: 'E001', name: '青葉小学校', code: 'ABCD1234EFGH', expiresAt: inThirtyDays }];
		expect(await answering(() => Response.json({ codes }, { status: 201 })).api.makeCodes(['E001'])).toEqual({
			ok: true,
			value: { codes },
		});
		expect((await answering(() => new Response(null, { status: 204 })).api.signOut()).ok).toBe(true);
	});

	test.each([
		['a page of some proxy', () => new Response('<html>', { status: 200 })],
		['something else', () => Response.json({ schools: [{ code: 'E001' }], now })],
		['a refusal that is no problem', () => new Response('Bad Gateway', { status: 502 })],
	])('%s is not taken for schools', async (_, answer) => {
		const read = await answering(answer).api.schools();
		expect(read.ok).toBe(false);
		expect(sentenceOf(read)).toContain('返事を読み取れませんでした');
	});

	test('a refusal carries its reason and its sentences', async () => {
		const { api } = answering(() => problem(401, 'signInFirst'));
		expect(await api.schools()).toEqual({ ok: false, refusal: { reason: 'signInFirst', sentence: '題。文。' } });
	});

	test.each([
		[{ retryAfter: 61 }, '約2分後'],
		[{ retryAfter: 5 }, '約1分後'],
		[{}, '約10分後'],
	])('too many attempts %j: how long to wait, in minutes', async (more, words) => {
		const { api } = answering(() => problem(429, 'tooManyRequests', more));
		expect(sentenceOf(await api.signIn({ loginName: 'a', password: 'b' }))).toContain(words);
	});

	test('an endpoint that fails is spoken of in the words of an office', async () => {
		const { api } = answering(() => problem(500, 'unforeseen', { detail: '端末に保存した内容は残っています。' }));
		const sentence = sentenceOf(await api.schools());
		expect(sentence).toContain('登録した内容はそのままです');
		expect(sentence).not.toContain('端末');
	});

	test('no connection is a refusal, not an exception', async () => {
		const { api } = answering(() => Promise.reject(new TypeError('Failed to fetch')));
		expect(await api.schools()).toMatchObject({ ok: false, refusal: { reason: 'offline' } });
	});
});
