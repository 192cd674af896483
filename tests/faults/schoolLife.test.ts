import { afterAll, describe, expect, test, vi } from 'vitest';
import { seedOfRun } from './chance.ts';
import {
	reachable,
	restless,
	reviewsOf,
	serverFaults,
	serverLog,
	serverSet,
	setOf,
	staleSummaries,
} from './reckoning.ts';
import { SchoolLife } from './schoolLife.ts';
import { years } from './simDevice.ts';

const seed = seedOfRun();
/** `MASUME_LIVES` for a long night. */
const lives = Number(process.env.MASUME_LIVES ?? 16);
const steps = 110;
const happened = new Map<string, number>();

// Dexie says so whenever a connection is lost underneath it, which is what is done to it here.
const warn = console.warn;
vi.spyOn(console, 'warn').mockImplementation((...said) => {
	if (!String(said[0]).includes('Need to reopen db')) warn(...said);
});

/** Everything that must hold once all faults have ended. */
async function examine(life: SchoolLife): Promise<void> {
	const rounds = await life.heal();
	expect(await restless(life), 'no device is stuck').toEqual([]);
	expect(rounds, 'devices come to rest').toBeLessThan(12);
	expect(life.hall.reported, 'nothing the endpoint did not foresee').toEqual([]);
	for (const year of years) {
		const server = await serverSet(life, year);
		for (const device of life.devices) {
			expect(await setOf(device, year), `${device.name} and the endpoint hold the same of ${year}`).toEqual(server);
		}
	}
	const reviews = reviewsOf((await serverLog(life.hall, 2026)).operations);
	for (const device of life.devices) {
		expect(reviewsOf(await device.held(2026)), `${device.name} reads the same reviews`).toEqual(reviews);
	}
	expect(await serverFaults(life), 'the endpoint keeps its books').toEqual([]);
	expect(await staleSummaries(life), 'the board has the summary of what stands').toEqual([]);
	const broken = life.vanished.filter(({ excused }) => !excused);
	expect(broken, 'nothing that was promised is lost').toEqual([]);
	const gone = new Set(life.vanished.map(({ text }) => text));
	const found = await reachable(life);
	expect(
		[...life.committed].filter((text) => !gone.has(text) && !found.has(text)),
		'nothing typed is lost',
	).toEqual([]);
	const standing = new Set((await Promise.all(years.map((year) => serverSet(life, year)))).flat());
	const newer = life.verbatim.filter((text) => !gone.has((JSON.parse(text) as { value: string }).value));
	expect(
		newer.filter((text) => !standing.has(text)),
		'what a newer version wrote stands word for word',
	).toEqual([]);
	await life.comeToRest();
	for (const device of life.devices) {
		expect(device.tab.sync.status().returnable, `${device.name} may be returned`).toBe(true);
	}
}

describe(`a school's life with everything that can go wrong (MASUME_SEED=${seed})`, () => {
	test.each(Array.from({ length: lives }, (_, n) => seed + n * 7919))('life %i', async (own) => {
		const life = await SchoolLife.begin(own);
		try {
			for (let n = 0; n < steps; n += 1) await life.step();
			await examine(life);
		} catch (error) {
			throw new Error(`MASUME_SEED=${own} MASUME_LIVES=1: ${life.story.join(', ')}`, { cause: error });
		} finally {
			for (const [what, times] of life.answers) happened.set(what, (happened.get(what) ?? 0) + times);
			await life.end();
		}
	});

	afterAll(() => {
		console.log([...happened].map(([what, times]) => `${what} ${times}`).join(', '));
		// A suite in which nothing goes wrong proves nothing.
		const wanted = ['200', '201', 'resync', 'fork', 'revoked', 'summary', 'lost', 'submitted', 'returned'];
		if (lives >= 16) expect(wanted.filter((what) => !happened.has(what))).toEqual([]);
	});
});
