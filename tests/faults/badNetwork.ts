import type { RequestDeps } from '../../src/sync/request.ts';
import type { Chance } from './chance.ts';

/** How likely each thing goes wrong, per request. */
export interface Weather {
	readonly lostRequest: number;
	readonly lostAnswer: number;
	readonly duplicate: number;
	/** Arrives long after the device has given it up. */
	readonly late: number;
	readonly truncated: number;
	/** Something between says 502, 503 or 429, or shows its own page. */
	readonly between: number;
	readonly smallPages: number;
}

export const fair: Weather = {
	lostRequest: 0,
	lostAnswer: 0,
	duplicate: 0,
	late: 0,
	truncated: 0,
	between: 0,
	smallPages: 0.3,
};

export const foul: Weather = {
	lostRequest: 0.12,
	lostAnswer: 0.12,
	duplicate: 0.1,
	late: 0.08,
	truncated: 0.06,
	between: 0.05,
	smallPages: 0.8,
};

type Fetch = RequestDeps['fetch'];

export interface BadNetwork {
	readonly fetch: Fetch;
	weather: Weather;
	/** What was held up arrives now, in any order. */
	deliverLate(): Promise<void>;
}

export function badNetwork(fetch: Fetch, chance: Chance): BadNetwork {
	const late: (() => Promise<unknown>)[] = [];
	const lost = (): never => {
		throw new TypeError('Failed to fetch');
	};
	const network: BadNetwork = {
		weather: fair,
		async fetch(asked, init) {
			const { weather } = network;
			const url = chance.happens(weather.smallPages)
				? asked.replace('limit=2000', `limit=${1 + chance.int(6)}`)
				: asked;
			const again = { ...init, signal: null };
			// Nobody asks for a place at the school twice without knowing: what repeats such requests shows the last answer.
			const enrols = url.endsWith('/enrolments');
			if (chance.happens(weather.lostRequest)) return lost();
			if (chance.happens(weather.between)) return between(chance);
			if (!enrols && chance.happens(weather.late)) {
				late.push(async () => fetch(url, again));
				return lost();
			}
			const first = await fetch(url, init);
			const second = chance.happens(weather.duplicate) ? await fetch(url, again) : first;
			if (chance.happens(weather.lostAnswer)) return lost();
			const answer = enrols || chance.happens(0.5) ? second : first;
			if (!chance.happens(weather.truncated)) return answer;
			const text = await answer.text();
			const { status, headers } = answer;
			return new Response(status === 204 ? null : text.slice(0, chance.int(text.length)), { status, headers });
		},
		async deliverLate() {
			while (late.length > 0) await late.splice(chance.int(late.length), 1)[0]?.();
		},
	};
	return network;
}

const busyFor30s = { 'Retry-After': 'Sat, 21 Nov 2026 05:00:30 GMT', Date: 'Sat, 21 Nov 2026 05:00:00 GMT' };

function between(chance: Chance): Response {
	const page = '<!doctype html><title>認証が必要です</title>';
	return chance.pick([
		() => new Response(page, { status: 200, headers: { 'Content-Type': 'text/html' } }),
		() => new Response(page, { status: 502 }),
		() => new Response('', { status: 503, headers: { 'Retry-After': '5' } }),
		() => new Response(page, { status: 429, headers: busyFor30s }),
		() => new Response(page, { status: 401, headers: { 'WWW-Authenticate': 'Basic' } }),
	])();
}

/** Counts in `answers` how requests end: a problem's reason, a status, `lost`; and `summary` for each one that was taken. */
export const counted =
	(fetch: Fetch, answers: Map<string, number>): Fetch =>
	async (url, init) => {
		const count = (what: string) => answers.set(what, (answers.get(what) ?? 0) + 1);
		try {
			const answer = await fetch(url, init);
			const reason = /"reason":"(\w+)"/.exec(answer.ok ? '' : await answer.clone().text())?.[1];
			count(reason ?? String(answer.status));
			if (init.method === 'PUT' && answer.ok) count('summary');
			return answer;
		} catch (error) {
			count('lost');
			throw error;
		}
	};
