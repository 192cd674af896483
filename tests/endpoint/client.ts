import { expect } from 'vitest';
import * as z from 'zod/mini';
import { ProblemAnswer } from '../../src/domain/exchange/problem.ts';
import { reasonsOf } from '../../src/endpoint/api/openapi.ts';
import type { Route } from '../../src/endpoint/api/route.ts';
import type { createApp } from '../../src/endpoint/app.ts';
import { routeTable } from '../../src/endpoint/routes/table.ts';

export type App = ReturnType<typeof createApp>;

/** One request, as a device, a board's page or somebody unkind sends it. */
export interface Sent {
	readonly token?: string | undefined;
	readonly cookie?: string | undefined;
	/** Sent as JSON. */
	readonly json?: unknown;
	/** Sent as it is, in place of `json`. */
	readonly text?: string | Uint8Array<ArrayBuffer>;
	readonly headers?: Readonly<Record<string, string>>;
	/** The address it comes from. */
	readonly from?: string;
}

export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** Parsed where there is any. */
	readonly json: Readonly<Record<string, unknown>>;
}

export const routes = routeTable('9.9.9');
export const origin = 'http://localhost';

const routeOf = (method: string, path: string): Route | undefined =>
	routes.find((route) => {
		const pattern = new RegExp(`^/api/v1${route.path.replace(/:\w+/g, '[^/]+')}$`);
		return route.method === (method === 'HEAD' ? 'GET' : method) && pattern.test(path);
	});

/** What is promised of a route holds for every answer: its schema, or a problem with a reason that it names. */
function checkPromise(route: Route, method: string, { status, text, json }: Answer): void {
	const place = `${route.method} ${route.path} → ${status}`;
	if (status >= 400) {
		expect(ProblemAnswer.safeParse(json).success || method === 'HEAD', place).toBe(true);
		if (method !== 'HEAD') expect(reasonsOf(route), place).toContain(json.reason);
		return;
	}
	expect(Object.keys(route.answers), place).toContain(String(status));
	const schema = route.answers[status as keyof typeof route.answers];
	if (schema === null || method === 'HEAD') expect(text, place).toBe('');
	else if (typeof schema === 'object') expect(z.safeParse(schema, json).error, place).toBeUndefined();
}

/** Asks the app without a port; a path without `/api` is meant below `/api/v1`. */
export async function ask(app: App, method: string, path: string, sent: Sent = {}): Promise<Answer> {
	const {
		token,
		cookie,
		json,
		text = json === undefined ? undefined : JSON.stringify(json),
		from = '192.0.2.1',
	} = sent;
	const whole = path.startsWith('/api') ? path : `/api/v1${path}`;
	const headers = {
		...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
		...(cookie === undefined ? {} : { Cookie: cookie }),
		...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
		...sent.headers,
	};
	const body = text === undefined ? {} : { body: text };
	const environment = { incoming: { socket: { remoteAddress: from } } };
	const response = await app.request(`${origin}${whole}`, { method, headers, ...body }, environment);
	const said = await response.text();
	const isJson = response.headers.get('Content-Type')?.includes('json') && said !== '';
	const answer = {
		status: response.status,
		headers: response.headers,
		text: said,
		json: isJson ? JSON.parse(said) : {},
	};
	const route = routeOf(method, new URL(`${origin}${whole}`).pathname);
	if (route) checkPromise(route, method, answer);
	return answer;
}
