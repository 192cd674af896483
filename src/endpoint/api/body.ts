import type { Context } from 'hono';
import { exchangeBounds } from '../../domain/exchange/logs.ts';
import type { Problem } from '../problem.ts';

type Read<Value> = { readonly value: Value } | { readonly problem: Problem };

const tooLarge: { readonly problem: Problem } = {
	// What comes after is not read: the connection cannot be used again.
	problem: { reason: 'tooLarge', headers: { Connection: 'close' } },
};

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
	const parts: Uint8Array[] = [];
	let size = 0;
	const reader = stream.getReader();
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		size += next.value.byteLength;
		if (size > exchangeBounds.bodyBytes) {
			await reader.cancel().catch(() => undefined);
			return undefined;
		}
		parts.push(next.value);
	}
	return Buffer.concat(parts);
}

async function readBytes(req: Context['req']): Promise<Uint8Array | undefined> {
	const announced = req.header('Content-Length');
	if (Number(announced ?? 0) > exchangeBounds.bodyBytes) return undefined;
	// HTTP holds a body to its announced length, and reading it in one go costs half; only one without is counted as it comes.
	if (announced === undefined) return req.raw.body ? collect(req.raw.body) : new Uint8Array();
	const bytes = new Uint8Array(await req.raw.arrayBuffer());
	return bytes.byteLength > exchangeBounds.bodyBytes ? undefined : bytes;
}

const isJsonType = (type: string | undefined) => /^application\/json *(;|$)/i.test(type ?? '');
const isPlain = (encoding: string | undefined) => encoding === undefined || encoding.toLowerCase() === 'identity';

/** Reads a body as JSON: bounded, not empty, UTF-8. What it says is for the schema to judge. */
export async function readJson({ req }: Context): Promise<Read<unknown>> {
	if (!isJsonType(req.header('Content-Type')) || !isPlain(req.header('Content-Encoding'))) {
		return { problem: { reason: 'notJsonType' } };
	}
	const bytes = await readBytes(req);
	if (bytes === undefined) return tooLarge;
	if (bytes.byteLength === 0) return { problem: { reason: 'emptyBody' } };
	try {
		return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
	} catch {
		return { problem: { reason: 'notJson' } };
	}
}

/** Counts what is sent and keeps none of it; refuses an empty body, and one of more than `most` bytes unread or half read. */
export async function swallow({ req }: Context, most: number): Promise<{ bytes: number } | { problem: Problem }> {
	if (Number(req.header('Content-Length') ?? 0) > most) return tooLarge;
	let bytes = 0;
	const reader = req.raw.body?.getReader();
	for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
		bytes += next.value.byteLength;
		if (bytes > most) {
			await reader?.cancel().catch(() => undefined);
			return tooLarge;
		}
	}
	return bytes === 0 ? { problem: { reason: 'emptyBody' } } : { bytes };
}

/** NUL, and halves of surrogate pairs: with the flag, whole pairs are one letter. */
const unstorable = /[\0\ud800-\udfff]/u;

/**
 * Whether every string in it can be stored as text by any database: no NUL, no half of a surrogate pair. Ends on
 * whatever JSON there is: what the schemas let through is not deep.
 */
export function isStorable(value: unknown): boolean {
	if (typeof value === 'string') return !unstorable.test(value);
	if (typeof value !== 'object' || value === null) return true;
	return Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member));
}
