import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Route } from '../../src/endpoint/api/route.ts';
import { type Chance, chanceFrom, seedOfRun } from '../faults/chance.ts';
import { type City, school } from './city.ts';
import { origin, routes } from './client.ts';
import { exampleOf } from './examples.ts';
import { hostileBody, hostileHeaders, hostilePath } from './hostile.ts';

const requests = 20_000;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'get', 'QUERY'];

interface Example {
	readonly route: Route;
	readonly path: string;
	readonly body: unknown;
}

/** Whom a request claims to be from, and which kinds of route that opens. */
interface Credential {
	readonly headers: Readonly<Record<string, string>>;
	readonly opens: Route['who'] | 'nothing';
}

interface Attack {
	readonly route: Route;
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Uint8Array<ArrayBuffer> | undefined;
	readonly credential: Credential;
}

/** A school, everybody's credentials, and a valid request of each route. */
async function target() {
	const setting = await school();
	const { city, officer, lead, principal } = setting;
	const teacher = await city.joins(lead, 'teacher');
	const revoked = await city.joins(lead, 'ictLead');
	await lead.push([lead.ticks('a'), lead.notes('action/a', 'result', '5年2組の授業')]);
	await principal.ask('DELETE', `/devices/${revoked.enrolled.id}`);
	const examples: Example[] = [];
	for (const route of routes) {
		const { path, sent } = await exampleOf(route, setting);
		examples.push({ route, path, body: sent.json });
	}
	const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
	const credentials: readonly Credential[] = [
		...[lead, principal, teacher].map(({ enrolled }) => ({
			headers: bearer(enrolled.token),
			opens: 'device' as const,
		})),
		{ headers: bearer(revoked.enrolled.token), opens: 'nothing' },
		{ headers: { Cookie: officer.cookie, Origin: origin }, opens: 'board' },
		{ headers: { Cookie: officer.cookie }, opens: 'nothing' },
		{ headers: { ...bearer(lead.enrolled.token), Cookie: officer.cookie, Origin: origin }, opens: 'device' },
		{ headers: { Origin: origin }, opens: 'nothing' },
		{ headers: {}, opens: 'nothing' },
	];
	return { city, examples, credentials };
}

/** Deleting takes no body that could be wrong: it is only tried by those who may not. Else mostly by those who may. */
function credentialsFor(route: Route, method: string, credentials: readonly Credential[], chance: Chance) {
	if (method === 'DELETE')
		return credentials.filter(({ opens, headers }) => opens === 'nothing' && !('Cookie' in headers));
	const suited = credentials.filter(({ opens }) => opens === route.who);
	return suited.length > 0 && chance.happens(0.6) ? suited : credentials;
}

/** One hostile request. A path or a body is always wrong; rarely, by accident, it is right after all. */
function attack(examples: readonly Example[], credentials: readonly Credential[], chance: Chance): Attack {
	const { route, path, body } = chance.pick(examples);
	// Passwords cost a tenth of a second each: few of them.
	if (route.who === 'password' && chance.happens(0.9)) return attack(examples, credentials, chance);
	const isRightMethod = chance.happens(0.85);
	const method = isRightMethod ? route.method : chance.pick(methods.filter((each) => each !== 'DELETE'));
	const credential = chance.pick(credentialsFor(route, method, credentials, chance));
	return {
		...{ route, method, credential },
		path: `/api/v1${chance.happens(isRightMethod && route.body ? 0.15 : 0.9) ? hostilePath(path, chance) : path}`,
		headers: {
			...(chance.happens(0.9) ? { 'Content-Type': 'application/json' } : {}),
			...credential.headers,
			...(chance.happens(0.25) ? hostileHeaders(chance) : {}),
		},
		body: ['GET', 'HEAD'].includes(method.toUpperCase()) ? undefined : hostileBody(body, chance),
	};
}

/** What a client library will not even send (a header with a line break, say) is no request. */
function requestOf({ method, path, headers, body }: Attack): Request | undefined {
	try {
		return new Request(`${origin}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
	} catch {
		return undefined;
	}
}

/** Rows that were ever written by this connection, rolled back ones too: as long as it stands still, so does the state. */
async function writes(city: City): Promise<number> {
	const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(city.storage.database.session);
	return rows[0]?.n ?? Number.NaN;
}

const told = ({ method, path, headers, body }: Attack) =>
	`${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 400)} ${String(body).slice(0, 600)}`;

/** Whether a request that was taken deserved it: the right person asked, with a body that the schema takes. */
function deservedIt({ route, method, body, credential }: Attack): boolean {
	const isOpen =
		route.who !== 'device' && route.who !== 'board'
			? true
			: credential.opens === route.who || 'Cookie' in credential.headers;
	if (!isOpen || method.toUpperCase() !== route.method || !route.body) return false;
	const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
	return z.safeParse(route.body, JSON.parse(text.replace(/^\ufeff/, ''))).success;
}

const seed = seedOfRun();

describe(`hostile requests (MASUME_SEED=${seed})`, () => {
	it(`${requests} of them: never a 5xx, never a change of state`, { timeout: 180_000 }, async () => {
		const chance = chanceFrom(seed);
		const { city, examples, credentials } = await target();
		const met = new Map<string, number>();
		let state = await city.dump();
		let written = await writes(city);
		let sent = 0;
		while (sent < requests) {
			const hostile = attack(examples, credentials, chance);
			const request = requestOf(hostile);
			if (!request) continue;
			sent += 1;
			const remoteAddress = `198.51.${chance.int(256)}.${chance.int(256)}`;
			const answer = await city.app.request(request, undefined, { incoming: { socket: { remoteAddress } } });
			const text = await answer.text();
			const key = `${hostile.route.method} ${hostile.route.path} ${answer.status}`;
			met.set(key, (met.get(key) ?? 0) + 1);
			expect(answer.status, told(hostile)).toBeLessThan(500);
			expect(answer.headers.get('X-Content-Type-Options'), told(hostile)).toBe('nosniff');
			if (answer.status >= 400 && text !== '') {
				expect(answer.headers.get('Content-Type'), told(hostile)).toContain('application/problem+json');
				expect(JSON.parse(text), told(hostile)).toMatchObject({ status: answer.status });
			}
			const now = await writes(city);
			if (now === written) continue;
			written = now;
			const after = await city.dump();
			if (after !== state) {
				expect(answer.status, `changed the state: ${told(hostile)}`).toBeLessThan(300);
				expect(deservedIt(hostile), `changed the state: ${told(hostile)}`).toBe(true);
			}
			state = after;
		}
		expect(await city.dump()).toBe(state);
		expect(city.reported).toEqual([]);
		// The attack reaches every route, and behind every door: each route has refused what came with the right key.
		for (const { method, path, who } of routes) {
			const reached = [...met.keys()].filter((key) => key.startsWith(`${method} ${path} `));
			expect(reached.length, `${method} ${path} (${who})`).toBeGreaterThan(0);
		}
		console.log(`${sent} requests, ${met.size} kinds of answers`);
		if (process.env.FUZZ_TELL)
			console.log(
				[...met]
					.sort()
					.map(([key, n]) => `${n} ${key}`)
					.join('\n'),
			);
	});
});
