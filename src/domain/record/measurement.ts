import type { Json } from './operation.ts';

/** One network measurement: field `measured` of the 実施記録 that it is kept as. */
export interface Measurement {
	/** ISO 8601 UTC. */
	readonly at: string;
	/** Median of the round trips, in milliseconds. */
	readonly roundTripMs: number;
	/** Megabits (10^6 bits) per second. */
	readonly downMbps: number;
	readonly upMbps: number;
	/** How many devices used the line at that time; null where nobody counted. */
	readonly devices: number | null;
}

/** Reads the field's value; undefined where it is none. */
export function measurementIn(value: Json): Measurement | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const { at, roundTripMs, downMbps, upMbps, devices } = value as { readonly [key: string]: Json };
	if (!isMoment(at) || !isAmount(roundTripMs) || !isAmount(downMbps) || !isAmount(upMbps)) return undefined;
	return { at, roundTripMs, downMbps, upMbps, devices: isAmount(devices) ? devices : null };
}

const isMoment = (value: Json | undefined): value is string =>
	typeof value === 'string' && !Number.isNaN(Date.parse(value));

const isAmount = (value: Json | undefined): value is number =>
	typeof value === 'number' && Number.isFinite(value) && value >= 0;
