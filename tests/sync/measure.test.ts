import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result.ts';
import { measureLine } from '../../src/sync/measure.ts';
import type { RequestDeps } from '../../src/sync/request.ts';
import type { MeasuringStep } from '../../src/sync/sync.ts';
import { problem, useCity } from './city.ts';
import { HandClock } from './clock.ts';

/** A line with a wait and a speed each way, in time that passes only on it. Kilobytes per second. */
class PlayedLine {
	readonly #clock = new HandClock();
	#time = 0;
	readonly wait: number;
	readonly down: number;
	readonly up: number;
	readonly sizes: { down: number[]; up: number[] } = { down: [], up: [] };
	readonly bodies: Blob[] = [];
	asked = 0;
	/** What happens instead of the n-th request, from 1. */
	instead: (n: number) => Response | undefined = () => undefined;

	constructor({ wait = 20, down = 10_000, up = 10_000 } = {}) {
		this.wait = wait;
		this.down = down;
		this.up = up;
	}

	elapsed = () => this.#time;

	get timersLeft() {
		return this.#clock.ahead;
	}

	/** Lets time pass in steps: what falls due in between happens in between. */
	async passes(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
		for (let left = ms; left > 0; left -= 10) {
			const step = Math.min(left, 10);
			this.#time += step;
			this.#clock.pass(step);
			if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
			await undefined;
		}
	}

	fetch: RequestDeps['fetch'] = async (url, { body, signal }) => {
		this.asked += 1;
		await this.passes(this.wait, signal);
		const played = this.instead(this.asked);
		if (played) return played;
		if (body instanceof Blob) {
			this.sizes.up.push(body.size);
			this.bodies.push(body);
			await this.passes(body.size / this.up, signal);
			return Response.json({ bytes: body.size });
		}
		const bytes = Number(new URL(url, 'http://x').searchParams.get('bytes'));
		if (bytes > 0) this.sizes.down.push(bytes);
		return new Response(this.#arriving(bytes, signal));
	};

	#arriving(bytes: number, signal: AbortSignal | null | undefined) {
		let left = bytes;
		return new ReadableStream<Uint8Array>({
			pull: async (stream) => {
				if (left === 0) return stream.close();
				const piece = Math.min(left, 2_000);
				left -= piece;
				await this.passes(piece / this.down, signal);
				stream.enqueue(new Uint8Array(piece));
			},
		});
	}

	async measures(signal?: AbortSignal) {
		const steps: MeasuringStep[] = [];
		const deps = {
			...{ fetch: this.fetch, elapsed: this.elapsed, timers: this.#clock, answered: () => undefined },
			...{ now: () => Date.parse('2026-11-21T05:00:00Z'), random: () => 0.5 },
		};
		const line = { endpoint: 'https://endpoint.example', token: 'aoba.x' };
		const answer = await measureLine(deps, line, { onStep: (step) => steps.push(step), ...(signal && { signal }) });
		expect(this.timersLeft, 'no timer is left').toEqual([]);
		return { answer, steps, took: this.elapsed() };
	}
}

const total = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);

const figures = <Value>(answer: Result<Value>): Value => {
	if (!answer.ok) throw new Error(answer.refusal.reason);
	return answer.value;
};

const reasonOf = (answer: Result<unknown>) => (answer.ok ? 'measured' : answer.refusal.reason);

describe('measuring a line', () => {
	test('tells its wait and its speed each way, and what it is doing', async () => {
		const line = new PlayedLine({ wait: 20, down: 5_000, up: 1_000 });
		const { answer, steps } = await line.measures();
		const measured = figures(answer);
		expect(measured).toMatchObject({ at: '2026-11-21T05:00:00.000Z', roundTripMs: 20, devices: null });
		// 5,000 kB/s are 40 Mbps, 1,000 kB/s are 8; the wait counts.
		expect(measured.downMbps).toBeGreaterThan(36);
		expect(measured.downMbps).toBeLessThanOrEqual(40);
		expect(measured.upMbps).toBeGreaterThan(7.5);
		expect(measured.upMbps).toBeLessThanOrEqual(8);
		expect(steps).toEqual(['roundTrip', 'download', 'upload']);
	});

	test.each([
		['very slow', { wait: 490, down: 8, up: 11 }],
		['slow', { wait: 100, down: 100, up: 40 }],
		['a school’s', { wait: 20, down: 4_000, up: 1_500 }],
		['fast', { wait: 2, down: 100_000, up: 100_000 }],
		['beyond measure', { wait: 0, down: 1e9, up: 1e9 }],
	])('%s keeps to ten seconds and eight megabytes each way, and begins small', async (_, speeds) => {
		const line = new PlayedLine(speeds);
		const { answer, took } = await line.measures();
		expect(took).toBeLessThanOrEqual(10_000);
		for (const sizes of Object.values(line.sizes)) {
			expect(sizes[0]).toBe(32_000);
			expect(total(sizes)).toBeLessThanOrEqual(8_000_000);
			expect(Math.max(...sizes)).toBeLessThanOrEqual(4_000_000);
		}
		const { downMbps, upMbps } = figures(answer);
		for (const figure of [downMbps, upMbps]) expect(Number.isFinite(figure) && figure > 0).toBe(true);
	});

	test('a download that does not end in time counts by what came', async () => {
		const { answer } = await new PlayedLine({ wait: 20, down: 8, up: 500 }).measures();
		expect(figures(answer).downMbps).toBeCloseTo(0.064, 2);
	});

	test('an upload that never ends is no figure but a sentence', async () => {
		const { answer } = await new PlayedLine({ down: 500, up: 2 }).measures();
		expect(reasonOf(answer)).toBe('tooSlow');
	});

	test('the median stands for the round trip: two slow answers change nothing, nor does the first', async () => {
		const line = new PlayedLine({ wait: 10 });
		const { fetch } = line;
		line.fetch = async (url, init) => {
			if ([0, 2, 3].includes(line.asked)) await line.passes(500, init.signal);
			return fetch(url, init);
		};
		expect(figures((await line.measures()).answer).roundTripMs).toBe(10);
	});

	test('what goes up cannot be made smaller on the way', async () => {
		const line = new PlayedLine();
		await line.measures();
		const sent = new Uint8Array((await line.bodies.at(-1)?.arrayBuffer()) ?? new ArrayBuffer());
		expect(gzipSync(sent).byteLength).toBeGreaterThan(sent.byteLength * 0.99);
		expect(sent.byteLength).toBeGreaterThan(500_000);
	});

	test('ends when the person has had enough, at once', async () => {
		const stop = new AbortController();
		const line = new PlayedLine({ wait: 10, down: 8 });
		line.instead = (n) => {
			if (n === 7) stop.abort();
			return undefined;
		};
		const { answer, took } = await line.measures(stop.signal);
		expect(reasonOf(answer)).toBe('measuringStopped');
		expect(took).toBeLessThan(500);
		expect(reasonOf((await line.measures(stop.signal)).answer)).toBe('measuringStopped');
		expect(line.asked).toBe(7);
	});

	test('a line that breaks is offline, in whatever part', async () => {
		for (const nth of [1, 7, 12]) {
			const line = new PlayedLine();
			line.instead = (n) => {
				if (n === nth) throw new TypeError('Failed to fetch');
				return undefined;
			};
			expect([nth, reasonOf((await line.measures()).answer)]).toEqual([nth, 'offline']);
		}
	});

	test('a page that answers in the endpoint’s place is not taken for a fast line', async () => {
		const line = new PlayedLine();
		line.instead = (n) => (n === 7 ? new Response('<html>ログインしてください</html>') : undefined);
		expect(reasonOf((await line.measures()).answer)).toBe('unreadable');
	});

	test('a proxy that takes only small bodies leaves the figure of those it took', async () => {
		const line = new PlayedLine({ wait: 1, up: 10_000 });
		const { fetch } = line;
		line.fetch = (url, init) =>
			init.body instanceof Blob && init.body.size > 1_000_000
				? new Response('<html>413 Request Entity Too Large</html>', { status: 413 })
				: fetch(url, init);
		expect(figures((await line.measures()).answer).upMbps).toBeGreaterThan(70);
		line.fetch = (url, init) => (init.body ? new Response('', { status: 413 }) : fetch(url, init));
		expect(reasonOf((await line.measures()).answer)).toBe('unreadable');
	});

	test('what the endpoint refuses is told in its words', async () => {
		const line = new PlayedLine();
		line.instead = () => problem(429, 'tooManyRequests', { retryAfter: 30 });
		const { answer } = await line.measures();
		expect(answer).toMatchObject({ ok: false, refusal: { sentence: 'tooManyRequestsです。', retryAfter: 30 } });
	});
});

describe('a device of a school', () => {
	const city = useCity();

	test('measures against its endpoint', async () => {
		const tab = await city.enrolled('ictLead', { elapsed: () => performance.now() });
		const answer = await tab.sync.measure();
		expect(answer).toMatchObject({ ok: true, value: { devices: null } });
		expect(city.asked().filter((each) => each.includes('measurements')).length).toBeLessThan(20);
	});

	test('is told what to do first where it belongs to no school, and is not asked for on its own', async () => {
		const tab = city.device();
		expect(await tab.sync.measure()).toMatchObject({ ok: false, refusal: { reason: 'notEnrolled' } });
		const enrolled = await city.enrolled();
		await enrolled.sync.now();
		expect(city.asked().filter((each) => each.includes('measurements'))).toEqual([]);
	});

	test('that was revoked hears of it and can exchange no more', async () => {
		const tab = await city.enrolled();
		city.line = () => problem(401, 'revoked');
		expect(await tab.sync.measure()).toMatchObject({ ok: false, refusal: { reason: 'revoked' } });
		expect(tab.sync.status().enrolment?.ended?.why).toBe('revoked');
	});
});
