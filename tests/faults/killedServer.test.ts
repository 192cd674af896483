import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '../../src/domain/record/operation.ts';
import { writeBackup } from '../../src/endpoint/maintenance/backup.ts';
import { good } from '../store/profile.ts';
import { type CityHall, openCityHall } from '../sync/cityHall.ts';
import { chanceFrom, seedOfRun } from './chance.ts';
import { restless, serverFaults, serverLog, serverSet, setOf } from './reckoning.ts';
import { ServerProcess } from './serverProcess.ts';
import { SimDevice, years } from './simDevice.ts';

const kills = 50;
const seed = seedOfRun();
const chance = chanceFrom(seed);

let folder: string;
let hall: CityHall;
let server: ServerProcess;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'masume-killed-'));
	// A second process at the same database, as a backup is: it registers the school, and looks what stands there.
	hall = await openCityHall({ file: join(folder, 'masume.sqlite') });
	server = new ServerProcess(folder);
});

afterAll(async () => {
	await server.kill();
	await hall.close();
	await rm(folder, { recursive: true, force: true });
});

/** Ids that the endpoint has said it keeps. */
const acknowledged = new Set<string>();
let requestsUntilKill = Number.POSITIVE_INFINITY;
let death: Promise<void> | undefined;

/** The network between devices and the process; in it stands whoever kills the process, at some request, at some moment of it. */
async function fetchAndKill(url: string, init: RequestInit): Promise<Response> {
	const answering = fetch(`${server.origin}${url}`, init);
	requestsUntilKill -= 1;
	if (requestsUntilKill === 0) {
		for (let turns = chance.int(60); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
		death = server.kill();
	}
	const answer = await answering;
	const text = await answer.text();
	if (answer.ok && init.method === 'POST' && url.endsWith('/operations')) {
		const { operations } = JSON.parse(String(init.body)) as { operations: readonly Operation[] };
		for (const { id } of operations) acknowledged.add(id);
	}
	const { status, headers } = answer;
	return new Response(status === 204 ? null : text, { status, headers });
}

const idsAtServer = async (): Promise<Set<string>> => {
	const logs = await Promise.all(years.map((year) => serverLog(hall, year)));
	return new Set(logs.flatMap(({ operations }) => operations.map(({ id }) => id)));
};

test(`a server that is killed ${kills} times under load loses nothing that it acknowledged (MASUME_SEED=${seed})`, async () => {
	await server.start();
	const world = { chance, fetch: fetchAndKill, clock: () => hall.clock };
	const devices = ['職員室', '校長室', '図書室'].map((name) => new SimDevice(world, name));
	for (const device of devices) expect(await device.enrol(await hall.code())).toBe(true);
	const typed: string[] = [];
	for (let round = 1; round <= kills; round += 1) {
		requestsUntilKill = 1 + chance.int(30);
		death = undefined;
		while (!death) {
			await Promise.all(
				devices.map(async (device) => {
					for (let texts = 1 + chance.int(4); texts > 0; texts -= 1) typed.push(await device.type());
					await device.pass(device.tabs);
				}),
			);
		}
		await death;
		if (round % 10 === 0)
			await good(writeBackup(hall.storage, folder, '2026-11-21T05:00:00Z', crypto.getRandomValues.bind(crypto)));
		const kept = await idsAtServer();
		expect(
			[...acknowledged].filter((id) => !kept.has(id)),
			`after kill ${round}`,
		).toEqual([]);
		expect(await serverFaults({ hall, devices }), `after kill ${round}`).toEqual([]);
		await server.start();
	}
	requestsUntilKill = Number.POSITIVE_INFINITY;
	for (let round = 0; round < 3; round += 1) for (const device of devices) await device.pass(device.tabs);
	expect(acknowledged.size).toBeGreaterThan(kills);
	expect(server.complaints).toBe('');
	expect(await restless({ hall, devices })).toEqual([]);
	for (const year of years) {
		const standing = await serverSet({ hall, devices }, year);
		for (const device of devices) expect(await setOf(device, year)).toEqual(standing);
	}
	const texts = await Promise.all(years.map(async (year) => (await serverLog(hall, year)).operations));
	expect(texts.flatMap((operations) => operations.map(({ value }) => value)).toSorted()).toEqual(typed.toSorted());
	for (const device of devices) device.close();
});
