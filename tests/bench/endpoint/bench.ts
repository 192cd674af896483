// `npm run bench -- endpoint`: the endpoint as a process of its own, measured against SQLite with nothing around it.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../src/endpoint/storage/openStorage.ts';
import type { Storage } from '../../../src/endpoint/storage/storage.ts';
import { schoolYear } from '../schoolYear.ts';
import { openBare } from './bare.ts';
import {
	addCode,
	addDevice,
	addMunicipality,
	addSummary,
	addYear,
	epoch,
	fiscalYear,
	installationOf,
	schoolCode,
	tokenOf,
} from './city.ts';
import { restoreOnNewDevices } from './restoring.ts';
import { ask, connections, type Server, startServer } from './server.ts';

const rounds = 5;
const city = 'bench';

const folder = mkdtempSync(join(tmpdir(), 'masume-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
const percentile = (numbers: readonly number[], share: number): number =>
	sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;
const median = (numbers: readonly number[]) => percentile(numbers, 0.5);

async function seconds(work: () => Promise<void> | void): Promise<number> {
	const begin = performance.now();
	await work();
	return (performance.now() - begin) / 1000;
}

/** A folder of data as the endpoint keeps it, filled before the endpoint starts. */
async function dataFolder(name: string, fill: (storage: Storage) => Promise<void>): Promise<string> {
	const data = join(folder, name);
	mkdirSync(data);
	const storage = await openSqlite(join(data, 'masume.sqlite'));
	await fill(storage);
	await storage.close();
	return data;
}

const say = (line: string) => console.log(line);

const logPath = (n: number) => `/api/v1/schools/${schoolCode(n)}/years/${fiscalYear}/operations`;
const yearsPath = (n: number) => `/api/v1/schools/${schoolCode(n)}/years`;

/** Runs `work` for every item, so many at a time. */
async function atOnce<Item>(
	many: number,
	items: readonly Item[],
	work: (item: Item) => Promise<unknown>,
): Promise<void> {
	let at = 0;
	const hand = async () => {
		for (let item = items[at++]; item !== undefined; item = items[at++]) await work(item);
	};
	await Promise.all(Array.from({ length: many }, hand));
}

/** Acknowledged operations a second, both ways, in turns. */
async function writing(batch: number, batches: number, schools: number): Promise<void> {
	const data = await dataFolder(`writing-${batch}-${schools}`, async (storage) => {
		await addMunicipality(storage, city, 0, schools);
		for (let n = 0; n < schools; n += 1) await addDevice(storage, city, n);
	});
	const server = await startServer(data);
	const bare = openBare(join(folder, `bare-${batch}-${schools}.sqlite`));
	const agent = connections(schools);
	const [ours, plain]: [number[], number[]] = [[], []];
	const total = batch * batches;
	// Every school's devices count on from round to round, as they do in life.
	const years = Array.from({ length: schools }, (_, n) =>
		schoolYear((rounds * total) / schools, installationOf(n)).map((operation) => JSON.stringify(operation)),
	);
	for (let round = 0; round < rounds; round += 1) {
		const work = Array.from({ length: batches }, (_, index) => {
			const n = index % schools;
			const from = ((round * batches + index - n) / schools) * batch;
			return { n, texts: years[n]?.slice(from, from + batch) ?? [] };
		});
		const bodies = work.map(({ n, texts }) => ({ n, body: `{"epoch":"${epoch}","operations":[${texts.join(',')}]}` }));
		const writeAll = () => {
			for (const { texts } of work) bare.write(texts);
		};
		plain.push(total / (await seconds(writeAll)));
		const push = ({ n, body }: { n: number; body: string }) =>
			ask({ port: server.port, agent, method: 'POST', path: logPath(n), token: tokenOf(city, n), body });
		ours.push(total / (await seconds(() => atOnce(schools, bodies, push))));
	}
	agent.destroy();
	bare.close();
	await server.stop();
	const ratio = median(ours.map((value, index) => value / (plain[index] ?? Number.NaN)));
	say(
		`受領した操作(1回に${batch}件、${schools}校から同時に): ${Math.round(median(ours))} 件/秒、裸のSQLite ${Math.round(median(plain))} 件/秒、比 ${ratio.toFixed(2)}(目標 0.5 以上)`,
	);
}

/** Operations in a school's log before the devices come. */
const heldBefore = 200;

/** What a device with nothing new, and one with three new operations, asks for. */
async function pass(server: Server, agent: ReturnType<typeof connections>, n: number, round: number): Promise<number> {
	const common = { port: server.port, agent, token: tokenOf(city, n) };
	const operations = schoolYear(heldBefore + 3 * round + 3, installationOf(n)).slice(-3);
	const took = await seconds(async () => {
		await ask({ ...common, method: 'GET', path: yearsPath(n) });
		const pushed = await ask({
			...common,
			method: 'POST',
			path: logPath(n),
			body: JSON.stringify({ epoch, operations }),
		});
		const { sequence } = JSON.parse(pushed) as { sequence: number };
		await ask({ ...common, method: 'GET', path: `${logPath(n)}?after=${sequence - 3}&epoch=${epoch}` });
	});
	return took * 1000;
}

async function manyDevices(devices: number): Promise<void> {
	const data = await dataFolder('devices', async (storage) => {
		await addMunicipality(storage, city, 0, devices);
		for (let n = 0; n < devices; n += 1) {
			await addDevice(storage, city, n);
			await addYear(storage, city, n, heldBefore);
		}
	});
	const server = await startServer(data);
	const agent = connections(devices);
	const everybody = Array.from({ length: devices }, (_, n) => n);
	await Promise.all(everybody.map((n) => pass(server, agent, n, 0)));
	const alone: number[] = [];
	for (let round = 1; round <= 40; round += 1) alone.push(await pass(server, agent, round, 1));
	const together: number[] = [];
	for (let round = 2; round < 12; round += 1) {
		together.push(...(await Promise.all(everybody.map((n) => pass(server, agent, n, round)))));
	}
	agent.destroy();
	await server.stop();
	const [p95, single] = [percentile(together, 0.95), median(alone)];
	say(
		`${devices}台が同時に送受信したときの1回(3つの要求): p95 ${p95.toFixed(0)} ms、1台だけのとき ${single.toFixed(1)} ms(比 ${(p95 / single).toFixed(0)})`,
	);
}

/** A new device of a school whose year has so many operations. */
async function restoring(operations: number): Promise<void> {
	const codes = Array.from({ length: rounds }, (_, n) => `00000000000${n + 1}`);
	const data = await dataFolder('restoring', async (storage) => {
		await addMunicipality(storage, city, 0, 1);
		await addYear(storage, city, 0, operations);
		for (const code of codes) await addCode(storage, city, 0, code);
	});
	const server = await startServer(data);
	const times = await restoreOnNewDevices(`http://localhost:${server.port}`, codes, operations);
	await server.stop();
	say(
		`${operations.toLocaleString('en')}件の記録を新しい端末に(本物のChromium、登録を押してから今やることが出るまで): ${(median(times) / 1000).toFixed(2)} 秒(${times.map((ms) => (ms / 1000).toFixed(2)).join('、')}。目標 1 秒以下)`,
	);
}

/** All schools of the country: some 1,700 municipalities with some 19 schools each. */
async function everySchool(schools: number): Promise<void> {
	const perCity = 19;
	const asked = 2_000;
	const data = await dataFolder('country', async (storage) => {
		for (let from = 0; from < schools; from += perCity) {
			const municipality = `m${from / perCity}`;
			const to = Math.min(schools, from + perCity);
			await addMunicipality(storage, municipality, from, to);
			for (let n = from; n < to; n += 1) {
				await addYear(storage, municipality, n, 30);
				await addSummary(storage, municipality, n);
				if (n < asked) await addDevice(storage, municipality, n);
			}
		}
	});
	const server = await startServer(data);
	const agent = connections(50);
	const begun = server.memory();
	const everybody = Array.from({ length: asked }, (_, n) => n);
	await atOnce(50, everybody, async (n) => {
		const common = {
			port: server.port,
			agent,
			token: tokenOf(`m${Math.floor(n / perCity)}`, n),
			method: 'GET',
		} as const;
		await ask({ ...common, path: yearsPath(n) });
		await ask({ ...common, path: `${logPath(n)}?after=0&epoch=${epoch}` });
	});
	const memory = server.memory();
	agent.destroy();
	await server.stop();
	const size = statSync(join(data, 'masume.sqlite')).size / 1_000_000;
	say(
		`${schools.toLocaleString('en')}校を持つ保管庫のメモリ: ${memory?.now.toFixed(0)} MB、最大 ${memory?.most.toFixed(0)} MB(開始直後 ${begun?.now.toFixed(0)} MB、ファイル ${size.toFixed(0)} MB、目標 200 MB 以下)`,
	);
}

await writing(1, 2_000, 8);
await writing(1, 4_000, 40);
await writing(50, 200, 8);
await writing(500, 40, 8);
await manyDevices(200);
await restoring(10_000);
await everySchool(33_000);
