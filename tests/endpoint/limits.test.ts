import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../src/endpoint/access/limiter.ts';
import { City, password, school } from './city.ts';
import { origin } from './client.ts';

const guess = (n: number) => `0000000000${String(n).padStart(2, '0')}`;

describe('guessing codes', () => {
	const tries = (city: City, n: number, from = '192.0.2.9') =>
		city.ask('POST', '/enrolments/lookup', { json: { code: guess(n) }, from });

	it('ends after twenty wrong ones, for a while, for that address', async () => {
		const { city, lead } = await school();
		for (let n = 0; n < 20; n += 1) expect((await tries(city, n)).status).toBe(404);
		const answer = await tries(city, 20);
		expect([answer.status, answer.json.reason]).toEqual([429, 'tooManyRequests']);
		expect(Number(answer.headers.get('Retry-After'))).toBe(answer.json.retryAfter);
		expect(answer.json.retryAfter).toBe(30);
		expect((await tries(city, 21, '192.0.2.10')).status).toBe(404);
		expect((await lead.pull()).status).toBe(200);

		city.clock.passes(0.5);
		expect((await tries(city, 22)).status).toBe(404);
		expect((await tries(city, 23)).status).toBe(429);
	});

	it('counts many at once as many', async () => {
		const { city } = await school();
		const all = await Promise.all(Array.from({ length: 50 }, (_, n) => tries(city, n)));
		expect(all.filter(({ status }) => status === 404)).toHaveLength(20);
	});

	it('does not count right ones', async () => {
		const { city, lead } = await school();
		const { json } = await lead.ask('POST', '/invitations', { json: { role: 'teacher' } });
		for (let n = 0; n < 30; n += 1) {
			expect((await city.ask('POST', '/enrolments/lookup', { json: { code: json.code } })).status).toBe(200);
		}
	});

	it('believes what a proxy says only where one is trusted', async () => {
		const spoof = (city: City, n: number) =>
			city.ask('POST', '/enrolments/lookup', {
				json: { code: guess(n) },
				headers: { 'X-Forwarded-For': `198.51.100.${n}, 203.0.113.${n}` },
			});
		const alone = await City.open();
		for (let n = 0; n < 20; n += 1) await spoof(alone, n);
		expect((await spoof(alone, 20)).status).toBe(429);
		const behind = await City.open({ trustProxy: true });
		for (let n = 0; n < 20; n += 1) await spoof(behind, n);
		expect((await spoof(behind, 20)).status).toBe(404);
		// Whatever the visitor put in front, the last entry is the proxy's own.
		const inFront = (n: number) => ({ 'X-Forwarded-For': `198.51.100.${n}, 203.0.113.200` });
		for (let n = 0; n < 20; n += 1) {
			await behind.ask('POST', '/enrolments/lookup', { json: { code: guess(n) }, headers: inFront(n) });
		}
		const last = await behind.ask('POST', '/enrolments/lookup', { json: { code: guess(20) }, headers: inFront(20) });
		expect(last.status).toBe(429);
	});

	it('takes a whole network of IPv6 as one place', async () => {
		const { city } = await school();
		for (let n = 0; n < 20; n += 1) await tries(city, n, `2001:db8:0:1::${n}`);
		expect((await tries(city, 20, '2001:db8:0:1:ffff::1')).status).toBe(429);
		expect((await tries(city, 21, '2001:db8:0:2::1')).status).toBe(404);
		expect((await tries(city, 22, '::ffff:192.0.2.77')).status).toBe(404);
	});
});

describe('guessing passwords', () => {
	const signIn = (city: City, words: string, from: string, loginName = 'aoba') =>
		city.ask('POST', '/board/session', { json: { loginName, password: words }, from, headers: { Origin: origin } });

	it('ends after ten wrong ones for a login name, wherever they come from', async () => {
		const city = await City.open();
		await city.officer();
		for (let n = 0; n < 10; n += 1) expect((await signIn(city, 'x', `192.0.2.${n}`)).status).toBe(401);
		const answer = await signIn(city, password, '192.0.2.99');
		expect([answer.status, answer.json.reason]).toEqual([429, 'tooManyRequests']);
		expect((await signIn(city, 'x', '192.0.2.99', 'someone')).status).toBe(401);
		city.clock.passes(1);
		expect((await signIn(city, password, '192.0.2.99')).status).toBe(200);
	});

	it('costs the same work where there is no such name', async () => {
		const city = await City.open();
		await city.officer();
		const ms = async (loginName: string) => {
			const begun = performance.now();
			await signIn(city, 'x', '192.0.2.1', loginName);
			return performance.now() - begun;
		};
		const fastest = { nobody: Number.POSITIVE_INFINITY, aoba: Number.POSITIVE_INFINITY };
		for (let n = 0; n < 3; n += 1) {
			fastest.nobody = Math.min(fastest.nobody, await ms('nobody'));
			fastest.aoba = Math.min(fastest.aoba, await ms('aoba'));
		}
		expect(fastest.nobody / fastest.aoba).toBeGreaterThan(0.4);
	});
});

describe('a limiter', () => {
	it('forgets names whose attempts have come back, and never holds more than it should', () => {
		let now = 0;
		const limiter = createLimiter({ attempts: 2, perMs: 1_000 }, () => now);
		for (let n = 0; n < 50_000; n += 1) limiter.take(`name ${n}`);
		expect([limiter.take('name 49999'), limiter.take('name 49999')]).toEqual([0, 500]);
		expect([limiter.take('name 1'), limiter.take('name 1'), limiter.take('name 1')]).toEqual([0, 0, 500]);
		now = 250;
		expect(limiter.take('name 1')).toBe(250);
		now = 1_000;
		expect([limiter.take('name 1'), limiter.take('name 1'), limiter.take('name 1')]).toEqual([0, 0, 500]);
	});

	it('is not confused by a clock that goes back', () => {
		let now = 10_000;
		const limiter = createLimiter({ attempts: 1, perMs: 1_000 }, () => now);
		limiter.take('a');
		now = 0;
		expect(limiter.take('a')).toBe(1_000);
		limiter.giveBack('a');
		expect(limiter.take('a')).toBe(0);
	});
});
