import { describe, expect, test } from 'vitest';
import { HealthAnswer } from '../../src/domain/exchange/health.ts';
import { type Asked, ask, type RequestDeps, requestTimeout } from '../../src/sync/request.ts';
import { HandClock } from './clock.ts';

const token = `aoba.${'T'.repeat(43)}`;
const asked: Asked<{ status: string }> = {
	...{ method: 'POST', url: '/api/v1/x', token, body: { code: 'SECRETSECRET', text: '秘密の文' } },
	reader: {
		safeParse: (input) =>
			typeof input === 'object' && input !== null && 'status' in input
				? { success: true, data: input as { status: string } }
				: { success: false },
	},
};

async function asks(fetch: RequestDeps['fetch']) {
	let contacts = 0;
	const timers = new HandClock();
	const answered = () => {
		contacts += 1;
	};
	const answer = await ask({ fetch, timers, answered }, asked);
	expect(timers.ahead, 'no timer is left').toEqual([]);
	return { answer, contacts, fault: answer.ok ? undefined : answer.refusal };
}

const says = (body: string, init: ResponseInit = {}) => asks(() => new Response(body, init));
const problem = (more: object) =>
	JSON.stringify({ type: 'about:blank', status: 409, title: '題', detail: 'くわしい文。', reason: 'resync', ...more });

describe('asking the endpoint', () => {
	test('sends JSON with the token, and nothing of a browser that knows this site', async () => {
		let sent: RequestInit | undefined;
		const { answer, contacts } = await asks((_, init) => {
			sent = init;
			return new Response('{"status":"ok"}');
		});
		expect(answer).toMatchObject({ ok: true, value: { value: { status: 'ok' }, raw: { status: 'ok' } } });
		expect(contacts).toBe(1);
		expect(sent).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'error', cache: 'no-store' });
		expect(sent?.headers).toMatchObject({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' });
	});

	test('no connection is offline, whether nothing goes out or the answer breaks off', async () => {
		expect((await asks(() => Promise.reject(new TypeError('Failed to fetch')))).fault).toMatchObject({ offline: true });
		const broken = () => new ReadableStream({ start: (stream) => stream.error(new Error('reset')) });
		expect((await asks(() => new Response(broken()))).fault).toMatchObject({ reason: 'offline', offline: true });
	});

	test('an answer that does not come is given up after twenty seconds, even by a fetch that hears no signal', async () => {
		const timers = new HandClock();
		const silent = ask({ fetch: () => new Promise(() => undefined), timers, answered: () => undefined }, asked);
		timers.pass(requestTimeout - 1);
		expect(timers.ahead).toEqual([1]);
		timers.pass(1);
		expect(await silent).toMatchObject({ ok: false, refusal: { reason: 'noAnswer', offline: false } });
	});

	test('what the endpoint refuses is told in its words, with what a device acts on', async () => {
		const { fault, contacts } = await says(problem({ epoch: 'e'.repeat(16) }), { status: 409 });
		expect(fault).toMatchObject({ reason: 'resync', sentence: 'くわしい文。', status: 409, epoch: 'e'.repeat(16) });
		expect(contacts).toBe(1);
		const fork = await says(problem({ reason: 'fork', operations: ['a.1'] }), { status: 409 });
		expect(fork.fault?.operations).toEqual(['a.1']);
	});

	test.each([
		['a page to sign in to the network', '<!doctype html>', { status: 200 }, 'unreadable'],
		['an answer that was cut off', '{"status":"o', { status: 200 }, 'unreadable'],
		['an answer of another kind', '{"stat":"ok"}', { status: 200 }, 'unreadable'],
		['a proxy that wants a password', '<html>', { status: 401 }, 'unreadable'],
		['a proxy without an endpoint behind it', '<html>', { status: 502 }, 'endpointDown'],
		['nothing at all', '', { status: 503 }, 'endpointDown'],
		['too many, says somebody between', 'slow down', { status: 429 }, 'busy'],
	])('%s is no word of the endpoint', async (_, body, init, reason) => {
		const { fault, contacts } = await says(body, init);
		expect(fault).toMatchObject({ reason, offline: false });
		expect(contacts).toBe(0);
	});

	test.each([
		['seconds', { 'Retry-After': '7' }, 7],
		[
			'a date, by the clock that wrote it',
			{ 'Retry-After': 'Sat, 21 Nov 2026 05:00:30 GMT', Date: 'Sat, 21 Nov 2026 05:00:00 GMT' },
			30,
		],
		['a date without that clock', { 'Retry-After': 'Sat, 21 Nov 2099 05:00:30 GMT' }, undefined],
		['a hundred years', { 'Retry-After': '3155760000' }, 3_600],
		['nonsense', { 'Retry-After': 'soon' }, undefined],
		['nothing', {}, undefined],
	])('Retry-After: %s', async (_, headers, seconds) => {
		expect((await says('', { status: 503, headers: { ...headers } as Record<string, string> })).fault?.retryAfter).toBe(
			seconds,
		);
	});

	test('no fault repeats the token, the code or what was typed', async () => {
		const answers = [
			() => Promise.reject(new TypeError(`failed for ${token}`)),
			() => new Response('<html>', { status: 500 }),
			() => new Response(problem({}), { status: 422 }),
			() => new Response('{}', { status: 200 }),
		];
		for (const answer of answers) {
			const told = JSON.stringify((await asks(answer)).fault);
			expect(told).not.toMatch(/TTTT|SECRET|秘密の文/);
		}
	});

	test('every schema of the exchange reads answers', async () => {
		const answer = await ask(
			{
				fetch: () => new Response('{"status":"ok","version":"1"}'),
				timers: new HandClock(),
				answered: () => undefined,
			},
			{ method: 'GET', url: '/api/v1/health', reader: HealthAnswer },
		);
		expect(answer).toMatchObject({ ok: true, value: { value: { status: 'ok' } } });
	});
});
