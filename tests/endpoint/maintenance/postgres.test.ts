import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres, type StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import { type PostgresServer, startPostgres } from '../storage/postgresServer.ts';
import {
	append,
	at,
	boardCode,
	epoch,
	logOf,
	municipality,
	operation,
	operations,
	readAll,
	redemption,
} from '../storage/town.ts';
import { backUp, type Desk, dump, livedIn, newDesk, restoreFrom, withoutMarks } from './desk.ts';

let server: PostgresServer;
let desk: Desk;
let url: string;
const opened: StorageHandle[] = [];

beforeAll(async () => {
	server = await startPostgres();
}, 60_000);

beforeEach(async () => {
	desk = newDesk();
	url = await server.newDatabase();
});

afterEach(async () => {
	for (const storage of opened.splice(0)) await storage.close();
	await desk.leave();
});

afterAll(() => server?.stop(), 60_000);

const open = async (): Promise<StorageHandle> => {
	const storage = await openPostgres(url);
	opened.push(storage);
	return storage;
};

describe('backup and restore with PostgreSQL', () => {
	it('carry a city that outgrew its machine from SQLite to PostgreSQL, and back', async () => {
		const small = await desk.open();
		await livedIn(small);
		const large = await open();
		expect(await restoreFrom(large, desk, (await backUp(small, desk)).file)).toMatchObject({
			ok: true,
			value: { operations: 457, savedBefore: null },
		});
		expect(withoutMarks(await dump(large))).toEqual(withoutMarks(await dump(small)));
		const again = await desk.open('again.sqlite');
		expect(await restoreFrom(again, desk, (await backUp(large, desk)).file)).toMatchObject({ ok: true });
		expect(await dump(again)).toEqual({ ...(await dump(large)), ...(await marksOf(again)) });
		expect(await readAll(again)).toEqual(await readAll(small));
	});

	it('are of one moment, while other processes go on writing', async () => {
		const storage = await open();
		await livedIn(storage);
		const other = await open();
		let writing = true;
		const devices = ['e1', 'e2', 'e3'].map(async (device) => {
			for (let n = 1; writing; n += 1) {
				expect(await append(other, [operation(device, n)])).toMatchObject({ outcome: 'appended' });
			}
		});
		const { file } = await backUp(storage, desk);
		writing = false;
		await Promise.all(devices);
		const { years } = await storage.logs.years(municipality, 'B1');
		const [standing] = years;
		expect(standing?.durableSequence).toBeGreaterThanOrEqual(452);
		expect(standing?.durableSequence).toBeLessThanOrEqual(standing?.sequence ?? 0);
		const copy = await desk.open('copy.sqlite');
		expect(await restoreFrom(copy, desk, file)).toMatchObject({ ok: true });
		expect(await readAll(copy)).toEqual((await readAll(storage)).slice(0, standing?.durableSequence));
	});

	it('replace everything under several servers at work, which never see half of it', async () => {
		const storage = await open();
		await livedIn(storage);
		const { file } = await backUp(storage, desk);
		const servers = [await open(), await open()];
		let serving = true;
		/** Epoch → what was acknowledged under it. */
		const acknowledged = new Map<string, string[]>();
		const devices = ['e1', 'e2', 'e3', 'e4'].map(async (device, index) => {
			const own = servers[index % 2] ?? storage;
			let counts = epoch;
			for (let n = 1; serving; n += 1) {
				const now = at(40);
				const answer = await own.logs.append(logOf(), { epoch: counts, operations: operations(device, n, n), now });
				if (answer.outcome === 'resync') counts = answer.epoch;
				else acknowledged.set(counts, [...(acknowledged.get(counts) ?? []), `${device}.${n}`]);
				const page = await own.logs.read(logOf(), { after: 0, limit: 2_000 });
				if ('resync' in page) throw new Error('resync');
				expect(page.operations).toHaveLength(page.sequence);
				await own.access.lookUpCode('c1', now);
			}
		});
		const enrolling = (async () => {
			for (let n = 0; serving; n += 1) {
				const own = servers[n % 2] ?? storage;
				await own.access.addCode(boardCode(`code ${n}`));
				// A restore between the two takes the code away again.
				const answer = await own.access.redeemCode(redemption(`code ${n}`, `new ${n}`));
				expect('refusal' in answer ? answer.refusal : 'unknownCode').toBe('unknownCode');
			}
		})();
		for (let round = 0; round < 5; round += 1) {
			expect(await restoreFrom(storage, desk, file)).toMatchObject({ ok: true });
		}
		serving = false;
		await Promise.all([...devices, enrolling]);
		expect(acknowledged.size).toBeGreaterThan(1);
		const { epoch: counts } = await storage.logs.years(municipality, 'B1');
		const since = (await readAll(storage)).slice(452).map(({ id }) => id);
		expect(since.toSorted()).toEqual((acknowledged.get(counts) ?? []).toSorted());
		const { log = [], operation: rows = [] } = await dump(storage);
		expect(rows).toHaveLength(log.reduce((sum, [, , , sequence]) => sum + Number(sequence), 0));
	});
});

/** What a restore changes on purpose. */
async function marksOf(storage: StorageHandle) {
	const { municipality: municipalities, log } = await dump(storage);
	return { municipality: municipalities, log };
}
