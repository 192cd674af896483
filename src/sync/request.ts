import { ProblemAnswer } from '../domain/exchange/problem.ts';
import { ok, type Result } from '../domain/result.ts';
import { type Answered, type Fault, fail, faultOf } from './fault.ts';

/** The browser's timers, handed in. Times are milliseconds. */
export interface Timers {
	setTimeout(task: () => void, delay: number): unknown;
	clearTimeout(handle: unknown): void;
}

export interface RequestDeps {
	readonly fetch: (url: string, init: RequestInit) => Response | Promise<Response>;
	readonly timers: Timers;
	/** Told whenever the endpoint has answered, whatever it said. */
	readonly answered: () => void;
}

/** What reads an answer; every schema of `domain/exchange` is one. */
interface Reader<Value> {
	safeParse(input: unknown): { readonly success: boolean; readonly data?: Value | undefined };
}

export interface Asked<Value> {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly url: string;
	readonly token?: string | undefined;
	readonly body?: unknown;
	/** The browser keeps the answer and asks whether it still holds; else nothing is kept. */
	readonly revalidates?: true;
	readonly reader: Reader<Value>;
}

/** An answer as its schema read it, and as it came: unknown keys in their own order. */
export interface Read<Value> {
	readonly value: Value;
	readonly raw: unknown;
}

/** How long an answer may take, whole, in milliseconds. */
export const requestTimeout = 20_000;
const longestWait = 3_600;
const longestSentence = 400;

/** Asks the endpoint one thing. Never rejects; no fault carries what was sent. */
export async function ask<Value>(deps: RequestDeps, asked: Asked<Value>): Answered<Read<Value>> {
	const arrived = await exchangeText(deps, asked);
	if (!arrived.ok) return arrived;
	const { response, text } = arrived.value;
	const raw = parsed(text);
	if (!response.ok) return fail(refusalIn(response, raw, deps.answered));
	const read = asked.reader.safeParse(raw);
	if (!read.success) return fail(faultOf('unreadable', { status: response.status }));
	deps.answered();
	return ok({ value: read.data as Value, raw });
}

interface Arrived {
	readonly response: Response;
	readonly text: string;
}

async function exchangeText(deps: RequestDeps, asked: Asked<unknown>): Promise<Result<Arrived, Fault>> {
	const patience = new AbortController();
	const timer = deps.timers.setTimeout(() => patience.abort(), requestTimeout);
	// A fetch that does not hear the signal must not hold the pass either.
	const tooLate = new Promise<never>((_, reject) => {
		patience.signal.addEventListener('abort', () => reject(new Error('too late')));
	});
	try {
		const exchange = async (): Promise<Arrived> => {
			const response = await deps.fetch(asked.url, requestOf(asked, patience.signal));
			return { response, text: await response.text() };
		};
		return ok(await Promise.race([exchange(), tooLate]));
	} catch {
		return fail(faultOf(patience.signal.aborted ? 'noAnswer' : 'offline'));
	} finally {
		deps.timers.clearTimeout(timer);
	}
}

function requestOf({ method, token, body, revalidates }: Asked<unknown>, signal: AbortSignal): RequestInit {
	return {
		method,
		headers: {
			Accept: 'application/json',
			...(token !== undefined && { Authorization: `Bearer ${token}` }),
			...(body !== undefined && { 'Content-Type': 'application/json' }),
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
		cache: revalidates ? 'no-cache' : 'no-store',
		credentials: 'omit',
		redirect: 'error',
		referrerPolicy: 'no-referrer',
		signal,
	};
}

/** What an answer without success says: the endpoint's own refusal, or that something between has answered. */
export function refusalIn(response: Response, raw: unknown, answered: () => void): Fault {
	const problem = ProblemAnswer.safeParse(raw);
	if (problem.success) answered();
	return problem.success ? toldBy(problem.data, response) : cameBetween(response);
}

export function parsed(text: string): unknown {
	try {
		return text === '' ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The endpoint's own refusal, in its own words. */
function toldBy(problem: ProblemAnswer, { status, headers }: Response): Fault {
	const { reason, title, detail, epoch, operations } = problem;
	const retryAfter = problem.retryAfter ?? readRetryAfter(headers);
	return {
		reason,
		sentence: (detail || title || faultOf('endpointDown').sentence).slice(0, longestSentence),
		offline: false,
		status,
		...(epoch !== undefined && { epoch }),
		...(operations !== undefined && { operations }),
		...(retryAfter !== undefined && { retryAfter: withinReason(retryAfter) }),
	};
}

/** Something between the endpoint and us has answered in its place. */
function cameBetween({ status, headers }: Response): Fault {
	const reason = status === 429 ? 'busy' : status >= 500 ? 'endpointDown' : 'unreadable';
	const retryAfter = readRetryAfter(headers);
	return faultOf(reason, { status, ...(retryAfter !== undefined && { retryAfter: withinReason(retryAfter) }) });
}

const withinReason = (seconds: number): number => Math.min(Math.max(seconds, 0), longestWait);

/** Seconds; or a date, which only the clock that wrote it can be held against: the device's own may be wrong by years. */
function readRetryAfter(headers: Headers): number | undefined {
	const header = headers.get('Retry-After')?.trim() ?? '';
	const until = Date.parse(header) - Date.parse(headers.get('Date') ?? '');
	const seconds = /^\d+$/.test(header) ? Number(header) : until / 1_000;
	return Number.isFinite(seconds) ? seconds : undefined;
}
