import * as z from 'zod/mini';
import { answerProblem } from '../problem.ts';
import type { Asked } from './asked.ts';
import { compressed } from './compress.ts';
import { bytesAnswer, type Outcome, type Route } from './route.ts';

// A contract that we break ourselves must be seen here first, not on some device.
function checked({ path, answers }: Route, status: 200 | 201, json: unknown): string {
	const schema = answers[status];
	if (schema === undefined || schema === null || typeof schema === 'string') {
		throw new Error(`${path} answers ${status} without a schema`);
	}
	return JSON.stringify(z.parse(schema, json));
}

/** Answers with the outcome of a route. */
export async function send(context: Asked, route: Route, outcome: Outcome): Promise<Response> {
	if ('problem' in outcome) return answerProblem(context, outcome.problem, context.get('requestId'));
	if ('stream' in outcome) {
		const length = { 'Content-Type': bytesAnswer, 'Content-Length': String(outcome.bytes) };
		// Nothing on the way may make it smaller.
		return context.body(outcome.stream, outcome.status, { ...length, 'Cache-Control': 'no-store, no-transform' });
	}
	const headers: Readonly<Record<string, string>> = { 'Cache-Control': 'no-store', ...outcome.headers };
	const typed = { 'Content-Type': 'application/json; charset=utf-8', ...headers };
	if ('json' in outcome) return context.body(checked(route, outcome.status, outcome.json), outcome.status, typed);
	if (!('text' in outcome)) return context.body(null, outcome.status, headers);
	// What carries a strong tag goes out as the bytes that were tagged.
	if (headers.ETag?.startsWith('"')) return context.body(outcome.text, outcome.status, typed);
	const small = await compressed(outcome.text, context.req.header('Accept-Encoding'));
	return context.body(small.body, outcome.status, { ...typed, ...small.headers });
}
