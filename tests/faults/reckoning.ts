import { foldRecord } from '../../src/domain/record/fold.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { readReview } from '../../src/domain/record/review/readReview.ts';
import { phases } from '../../src/domain/record/review/states.ts';
import { sameVector, versionVectorOf } from '../../src/domain/record/versionVector.ts';
import { type CityHall, schoolCode } from '../sync/cityHall.ts';
import { type SimDevice, years } from './simDevice.ts';

/** A school and its endpoint, to be looked at. */
export interface Place {
	readonly hall: CityHall;
	readonly devices: readonly SimDevice[];
}

/** What keeps a device from being at rest; empty where all are. */
export async function restless(place: Place): Promise<string[]> {
	const found: string[] = [];
	for (const device of place.devices) {
		for (const { sync } of device.tabs) {
			const { waiting, trouble, offline, enrolment, refused } = sync.status();
			const rests = waiting === 0 && refused.length === 0 && !trouble && !offline && enrolment?.token !== undefined;
			if (!rests) found.push(`${device.name}: ${JSON.stringify({ waiting, refused, trouble, offline })}`);
		}
	}
	return found;
}

export async function allEqual(place: Place): Promise<boolean> {
	for (const year of years) {
		const server = (await serverSet(place, year)).join('\n');
		for (const device of place.devices) if ((await setOf(device, year)).join('\n') !== server) return false;
	}
	return true;
}

/** A device's log as a sorted list of texts, keys in the order in which they came. */
export async function setOf(device: SimDevice, year: number): Promise<string[]> {
	const held = await device.held(year);
	return held.map((operation) => JSON.stringify(operation)).toSorted();
}

/** Where the review of each phase stands, as somebody reads it who has heard of these in this order. */
export function reviewsOf(operations: readonly Operation[]): unknown[] {
	const fold = foldRecord(operations);
	return phases.map((phase) => {
		const review = readReview(fold, phase);
		return { ...review, seen: review.seen.toSorted() };
	});
}

/** The endpoint's log as a sorted list of texts. */
export async function serverSet(place: Place, year: number): Promise<string[]> {
	return (await serverLog(place.hall, year)).texts.toSorted();
}

/** What is wrong with the endpoint's own books: numbers with gaps, counts or vectors that do not fit the log. */
export async function serverFaults(place: Place): Promise<string[]> {
	const faults: string[] = [];
	const { session } = place.hall.storage.database;
	for (const year of years) {
		const { sequence, count, versionVector, operations } = await serverLog(place.hall, year);
		const rows = await session.selectFrom('operation').select('sequence').where('fiscal_year', '=', year).execute();
		const numbers = rows.map((row) => row.sequence).toSorted((a, b) => a - b);
		if (numbers.some((number, index) => number !== index + 1)) faults.push(`${year}: numbers ${numbers.join()}`);
		if (sequence !== operations.length || count !== operations.length) faults.push(`${year}: ${sequence}, ${count}`);
		if (!sameVector(versionVector, versionVectorOf(operations))) faults.push(`${year}: vector`);
	}
	return faults;
}

/** Years whose summary is of another state than their log, though the school has agreed. */
export async function staleSummaries(place: Place): Promise<number[]> {
	if (!place.devices.every((device) => device.tab.sync.status().summaryAgreed)) return [];
	const { years: told } = await place.hall.storage.logs.years('aoba', schoolCode);
	const stale = told.filter(
		({ summary, versionVector }) => !summary || !sameVector(summary.versionVector, versionVector),
	);
	return stale.map(({ fiscalYear }) => fiscalYear);
}

export async function serverLog(hall: CityHall, fiscalYear: number) {
	const page = await hall.storage.logs.read(
		{ municipality: 'aoba', school: schoolCode, fiscalYear },
		{ after: 0, limit: 1e6 },
	);
	if ('resync' in page) throw new Error('a log without end');
	const operations = page.operations.map((text) => JSON.parse(text) as Operation);
	return { ...page, texts: page.operations, operations };
}

/** Every text that any device or the endpoint holds. */
export async function reachable(place: Place): Promise<Set<string>> {
	const found = new Set<string>();
	for (const year of years) {
		for (const { value } of (await serverLog(place.hall, year)).operations) found.add(String(value));
		for (const device of place.devices) for (const { value } of await device.held(year)) found.add(String(value));
	}
	return found;
}
