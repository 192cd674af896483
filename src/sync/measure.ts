import { measuringBounds } from '../domain/exchange/measuring.ts';
import type { Measurement } from '../domain/record/measurement.ts';
import { ok } from '../domain/result.ts';
import { type Answered, fail, faultOf } from './fault.ts';
import { createPieces, type Piece, type Pieces, type PiecesDeps } from './measurePieces.ts';
import type { Measuring } from './sync.ts';

export interface MeasureDeps extends PiecesDeps {
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/** How long each part may take, in milliseconds: ten seconds in all. */
const patience = { roundTrip: 3_000, eachWay: 3_500 };

/** The first request opens the connection and is not counted. */
const roundTrips = 6;

/** Begins small, so that a slow line is not filled for long. Bytes. */
const firstPiece = 32_000;
const growth = 4;

/** A piece that took this long says enough. Milliseconds. */
const longEnough = 700;

/** Where the endpoint is, and as whom. */
interface Line {
	readonly endpoint: string;
	readonly token?: string;
}

/**
 * Measures the line to the endpoint: the median of a few round trips, then pieces that grow, down and up, until one has
 * taken long enough. What the largest piece took, its waiting included, is the speed. `devices` is for a person to tell.
 */
export async function measureLine(deps: MeasureDeps, line: Line, measuring: Measuring): Answered<Measurement> {
	const pieces = createPieces(deps, line, measuring.signal);
	const at = new Date(deps.now()).toISOString();
	measuring.onStep?.('roundTrip');
	const roundTrip = await medianRoundTrip(deps, pieces);
	if (!roundTrip.ok) return roundTrip;
	measuring.onStep?.('download');
	const down = await speed(deps, pieces.down);
	if (!down.ok) return down;
	measuring.onStep?.('upload');
	const up = await speed(deps, pieces.up);
	if (!up.ok) return up;
	const figures = { roundTripMs: roundTrip.value, downMbps: down.value, upMbps: up.value };
	return ok({ at, ...figures, devices: null });
}

async function medianRoundTrip({ elapsed }: MeasureDeps, { down }: Pieces): Answered<number> {
	const end = elapsed() + patience.roundTrip;
	const taken: number[] = [];
	for (let n = 0; n < roundTrips && elapsed() < end; n += 1) {
		const answer = await down(0, end - elapsed());
		if (!answer.ok) return answer;
		if (answer.value.whole && n > 0) taken.push(answer.value.ms);
	}
	taken.sort((a, b) => a - b);
	const middle = taken[Math.floor(taken.length / 2)];
	return middle === undefined ? fail(faultOf('tooSlow')) : ok(meaningful(middle));
}

/** Megabits per second. */
async function speed({ elapsed }: MeasureDeps, send: Pieces['down']): Answered<number> {
	const end = elapsed() + patience.eachWay;
	let last: Piece | undefined;
	let sent = 0;
	let size = firstPiece;
	for (let left = end - elapsed(); left > 0 && sent + size <= measuringBounds.eachWay; left = end - elapsed()) {
		const answer = await send(size, left);
		// Some proxies take no more than a megabyte: what went through before says enough.
		if (!answer.ok && last && answer.refusal.status === 413) break;
		if (!answer.ok) return answer;
		sent += size;
		const { bytes, ms, whole } = answer.value;
		if (bytes > 0) last = answer.value;
		if (!whole || ms >= longEnough) break;
		// No more than what can be expected to come through in the time that is left.
		const within = Math.floor((bytes / atLeastOne(ms)) * Math.max(end - elapsed(), 0) * 0.8);
		const next = Math.min(size * growth, measuringBounds.piece, within);
		if (next < size) break;
		size = next;
	}
	if (!last) return fail(faultOf('tooSlow'));
	return ok(meaningful((last.bytes * 8) / 1_000 / atLeastOne(last.ms)));
}

/** Browsers round their clocks: what took no time at all took one millisecond. */
const atLeastOne = (ms: number): number => Math.max(ms, 1);

/** Three digits say all that a measurement knows. */
const meaningful = (value: number): number => Number(value.toPrecision(3));
