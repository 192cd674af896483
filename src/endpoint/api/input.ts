import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { Problem } from '../problem.ts';
import { isStorable, readJson } from './body.ts';
import { pathWords, wordsIn } from './pathWords.ts';
import type { Route } from './route.ts';

type Read<Value> = { readonly value: Value } | { readonly problem: Problem };

const unreadable: { readonly problem: Problem } = { problem: { reason: 'unreadable' } };

/** Whether every word of the path is one that can exist. */
export function hasSoundPath(context: Context, { path }: Route): boolean {
	return wordsIn(path).every((name) => pathWords[name].safeParse(context.req.param(name)).success);
}

/** The query as the route's schema sees it: each name once, digits read as numbers where it wants numbers. */
function readQuery({ req }: Context, { query }: Route): Read<unknown> {
	if (!query) return { value: undefined };
	const given = Object.entries(req.queries());
	if (given.some(([, values]) => values.length !== 1)) return unreadable;
	const asked = given.map(([name, [text = '']]) => [
		name,
		query.numbers.includes(name) && /^\d{1,15}$/.test(text) ? Number(text) : text,
	]);
	const read = z.safeParse(query.schema, Object.fromEntries(asked));
	return read.success ? { value: read.data } : unreadable;
}

async function readBody(context: Context, { body, keepsBody, explain }: Route): Promise<Read<unknown>> {
	if (!body) return { value: undefined };
	const sent = await readJson(context);
	if ('problem' in sent) return sent;
	const read = z.safeParse(body, sent.value);
	if (!read.success) return { problem: explain?.(sent.value) ?? unreadable.problem };
	if (keepsBody) return sent;
	return isStorable(read.data) ? { value: read.data } : unreadable;
}

/** Query and body of a request as the route's schemas describe them. */
export async function readInput(
	context: Context,
	route: Route,
): Promise<{ readonly query: unknown; readonly body: unknown } | { readonly problem: Problem }> {
	const query = readQuery(context, route);
	if ('problem' in query) return query;
	const body = await readBody(context, route);
	return 'problem' in body ? body : { query: query.value, body: body.value };
}
