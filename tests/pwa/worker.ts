import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const origin = 'https://masume.example';

/** What a page may ask of the worker. */
interface Asked {
	readonly method?: string;
	readonly navigation?: boolean;
}

type Listener = (event: Record<string, unknown>) => void;

/** A worker knows its own address, Node does not. */
class WorkerRequest extends Request {
	constructor(input: string | Request, init?: RequestInit) {
		super(typeof input === 'string' ? new URL(input, origin).href : input, init);
	}
}

type Asking = string | { url: string };
const addressOf = (asking: Asking): URL => new URL(typeof asking === 'string' ? asking : asking.url, origin);

/** A cache that forgets nothing. */
function createCache() {
	const kept = new Map<string, Response>();
	return {
		match: async (asking: Asking) => kept.get(addressOf(asking).href)?.clone(),
		put: async (asking: Asking, response: Response) => void kept.set(addressOf(asking).href, response),
		keys: async () => [...kept.keys()].map((url) => new WorkerRequest(url)),
		delete: async (asking: Asking) => kept.delete(addressOf(asking).href),
	};
}

/**
 * The built worker in a scope of its own, with a network that answers every path with that path. Node knows no
 * `mode: 'navigate'`, so what a page asks for is a plain object with what the worker reads of it.
 */
export class Worker {
	skippedWaiting = 0;
	/** Whether the network has an answer for a path. */
	reaches: (path: string) => boolean = () => true;
	private readonly listeners = new Map<string, Listener[]>();

	constructor(source: string) {
		const cache = createCache();
		const scope = {
			location: new URL('/serviceWorker.js', origin),
			registration: { scope: `${origin}/` },
			clients: { claim: async () => undefined },
			caches: { match: cache.match, open: async () => cache, keys: async () => [] },
			skipWaiting: async () => {
				this.skippedWaiting += 1;
			},
			addEventListener: (type: string, listener: Listener) => {
				this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
			},
			fetch: async (request: Request) => {
				const { pathname } = addressOf(request);
				if (!this.reaches(pathname)) throw new TypeError('no network');
				return new Response(pathname);
			},
			FetchEvent: class {},
			...{ Request: WorkerRequest, Response, Headers, URL, setTimeout, performance, console },
		};
		runInContext(source, createContext(Object.assign(scope, { self: scope })));
	}

	/** The worker after its first visit, with the network gone. */
	static async offline(source: string): Promise<Worker> {
		const worker = new Worker(source);
		await worker.hears('install');
		await worker.hears('activate');
		worker.reaches = () => false;
		return worker;
	}

	/** What the worker answers with: the path of the stored file; undefined = it leaves the request alone. */
	async answers(path: string, { method = 'GET', navigation = false }: Asked = {}): Promise<string | undefined> {
		let answer: Promise<Response> | undefined;
		const mode = navigation ? 'navigate' : 'cors';
		const request = { url: new URL(path, origin).href, method, mode, headers: new Headers(), clone: () => request };
		await this.hears('fetch', {
			request,
			respondWith: (response: Promise<Response>) => {
				answer = response;
			},
		});
		return (await answer)?.text();
	}

	/** Lets an event happen and waits for all that the worker wants to be waited for. */
	async hears(type: string, event: Record<string, unknown> = {}): Promise<void> {
		const work: Promise<unknown>[] = [];
		const waitUntil = (promise: Promise<unknown>) => void work.push(promise);
		for (const listener of this.listeners.get(type) ?? []) listener({ type, waitUntil, ...event });
		await Promise.all(work);
	}
}

/** The paths that the worker stores before it may take over. */
export const precached = (source: string): string[] =>
	[...source.matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url);

export const readWorker = (dist: string): string => readFileSync(`${dist}serviceWorker.js`, 'utf8');
