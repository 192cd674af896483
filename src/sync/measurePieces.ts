import { UploadAnswer } from '../domain/exchange/measuring.ts';
import { ok } from '../domain/result.ts';
import { type Answered, type Fault, fail, faultOf } from './fault.ts';
import { parsed, type RequestDeps, refusalIn } from './request.ts';

export interface PiecesDeps extends RequestDeps {
	/** Milliseconds of a clock that never jumps. */
	readonly elapsed: () => number;
	/** 0 ≤ x < 1. */
	readonly random: () => number;
}

/** What came through of one request, and how long that took. */
export interface Piece {
	readonly bytes: number;
	readonly ms: number;
	/** False where the time was up before the end. */
	readonly whole: boolean;
}

/** Sends one piece of so many bytes; gives it up after so many milliseconds. */
type Send = (bytes: number, patience: number) => Answered<Piece>;

export interface Pieces {
	readonly down: Send;
	readonly up: Send;
}

/** A request that was answered, with a running count of what has come through so far. */
type Exchange = (signal: AbortSignal, count: (bytes: number) => void) => Promise<Fault | undefined>;

/** Requests that measure, between this device and its endpoint. `signal`: the person has had enough. */
export function createPieces(
	deps: PiecesDeps,
	{ endpoint, token }: { readonly endpoint: string; readonly token?: string },
	signal: AbortSignal | undefined,
): Pieces {
	const place = `${endpoint}/api/v1/measurements`;
	const init = (more: RequestInit): RequestInit => ({
		headers: { ...(token !== undefined && { Authorization: `Bearer ${token}` }), ...more.headers },
		...{ cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' },
	});
	const refusal = async (response: Response) => refusalIn(response, parsed(await response.text()), deps.answered);
	let noise = new Uint8Array();

	return {
		down: (bytes, patience) =>
			timed(deps, patience, signal, async (aborted, count) => {
				const url = `${place}/download?bytes=${bytes}`;
				const response = await deps.fetch(url, { ...init({}), method: 'GET', signal: aborted });
				if (!response.ok) return refusal(response);
				const arrived = await countArriving(response, count);
				if (arrived !== bytes) return faultOf('unreadable', { status: response.status });
				deps.answered();
				return undefined;
			}),
		up(bytes, patience) {
			if (noise.byteLength < bytes) noise = noiseOf(bytes, deps.random);
			// As a blob: Chromium takes ten times as long to hand over the same bytes as an array.
			const body = new Blob([noise.subarray(0, bytes)]);
			return timed(deps, patience, signal, async (aborted, count) => {
				const headers = { 'Content-Type': 'application/octet-stream' };
				const url = `${place}/upload`;
				const response = await deps.fetch(url, { ...init({ headers }), method: 'POST', body, signal: aborted });
				if (!response.ok) return refusal(response);
				const answer = UploadAnswer.safeParse(parsed(await response.text()));
				if (answer.data?.bytes !== bytes) return faultOf('unreadable', { status: response.status });
				deps.answered();
				count(bytes);
				return undefined;
			});
		},
	};
}

async function countArriving(response: Response, count: (bytes: number) => void): Promise<number> {
	let arrived = 0;
	const reader = response.body?.getReader();
	for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
		arrived += next.value.byteLength;
		count(next.value.byteLength);
	}
	return arrived;
}

/** Runs an exchange until it ends, the time is up, or the person has had enough. */
async function timed(
	{ timers, elapsed }: PiecesDeps,
	patience: number,
	signal: AbortSignal | undefined,
	exchange: Exchange,
): Answered<Piece> {
	const stop = new AbortController();
	const enough = () => stop.abort();
	if (signal?.aborted) return fail(faultOf('measuringStopped'));
	const timer = timers.setTimeout(enough, patience);
	signal?.addEventListener('abort', enough);
	// A fetch that does not hear the signal must not hold anybody either.
	const stopped = new Promise<never>((_, reject) => {
		stop.signal.addEventListener('abort', () => reject(new Error('stopped')));
	});
	const begun = elapsed();
	let bytes = 0;
	const count = (more: number) => {
		if (!stop.signal.aborted) bytes += more;
	};
	try {
		const fault = await Promise.race([exchange(stop.signal, count), stopped]);
		return fault ? fail(fault) : ok({ bytes, ms: elapsed() - begun, whole: true });
	} catch {
		if (signal?.aborted) return fail(faultOf('measuringStopped'));
		if (!stop.signal.aborted) return fail(faultOf('offline'));
		return ok({ bytes, ms: elapsed() - begun, whole: false });
	} finally {
		timers.clearTimeout(timer);
		signal?.removeEventListener('abort', enough);
	}
}

/** Bytes that no compression makes smaller: xorshift, which is quick, from one number of chance. */
function noiseOf(bytes: number, random: () => number): Uint8Array<ArrayBuffer> {
	const words = new Uint32Array(Math.ceil(bytes / 4));
	let state = Math.floor(random() * 0xffff_fffe) + 1;
	for (let at = 0; at < words.length; at += 1) {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		words[at] = state;
	}
	return new Uint8Array(words.buffer);
}
