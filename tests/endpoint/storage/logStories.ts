import { describe, expect, it } from 'vitest';
import type { StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import { append, at, epoch, logOf, operation, operations, type Place, readAll, settle } from './town.ts';

export function logStories(newPlace: () => Promise<Place>): void {
	const settled = async (): Promise<StorageHandle> => {
		const storage = await (await newPlace()).open();
		await settle(storage);
		return storage;
	};

	describe('the log of a school’s year', () => {
		it('is empty before anything is written', async () => {
			const storage = await settled();
			expect(await storage.logs.read(logOf(), { after: 0, limit: 10 })).toEqual({
				epoch,
				operations: [],
				next: 0,
				more: false,
				fiscalYear: 2026,
				sequence: 0,
				count: 0,
				durableSequence: 0,
				versionVector: {},
			});
			expect(await storage.logs.years('aoba-city', 'B1')).toEqual({ epoch, years: [] });
		});

		it('numbers what it is given and hands it out as it came', async () => {
			const storage = await settled();
			const odd = {
				...operation('d1', 2, { text: '一\u0000二\u2028三\ud800', deep: [[-0, 1e-7, true, null]] }),
				keyOfANewerVersion: { z: 1, a: 2 },
			};
			expect(await append(storage, [operation('d1', 1), odd])).toEqual({
				outcome: 'appended',
				epoch,
				sequence: 2,
				added: 2,
				durableSequence: 0,
			});
			expect(await storage.logs.read(logOf(), { after: 0, limit: 10 })).toMatchObject({
				operations: [JSON.stringify(operation('d1', 1)), JSON.stringify(odd)],
				next: 2,
				more: false,
				count: 2,
				versionVector: { d1: 2 },
			});
		});

		it('takes the same batch twice and stores it once', async () => {
			const storage = await settled();
			await append(storage, operations('d1', 1, 5));
			expect(await append(storage, operations('d1', 1, 5))).toMatchObject({ sequence: 5, added: 0 });
			expect(await append(storage, operations('d1', 4, 7))).toMatchObject({ sequence: 7, added: 2 });
			expect(await append(storage, [operation('d1', 8), operation('d1', 8)])).toMatchObject({ sequence: 8, added: 1 });
			expect((await readAll(storage)).map(({ id }) => id)).toEqual(operations('d1', 1, 8).map(({ id }) => id));
		});

		it('takes counters that come late', async () => {
			const storage = await settled();
			await append(storage, operations('d1', 4, 6));
			expect(await append(storage, operations('d1', 1, 5))).toMatchObject({
				outcome: 'appended',
				sequence: 6,
				added: 3,
			});
			const page = await storage.logs.read(logOf(), { after: 0, limit: 10 });
			expect(page).toMatchObject({ versionVector: { d1: 6 }, count: 6 });
		});

		it('knows an operation again whose keys come in another order', async () => {
			const storage = await settled();
			const { version, id, ...rest } = operation('d1', 1);
			await append(storage, [{ version, id, ...rest }]);
			expect(await append(storage, [{ ...rest, id, version }])).toMatchObject({ outcome: 'appended', added: 0 });
		});

		it('tells of a cloned profile and stores nothing of its batch', async () => {
			const storage = await settled();
			await append(storage, operations('d1', 1, 3));
			const cloned = [operation('d1', 2, 'another thing'), operation('d1', 3), operation('d1', 4)];
			expect(await append(storage, cloned)).toEqual({ outcome: 'fork', operations: ['d1.2'] });
			expect(await readAll(storage)).toEqual(operations('d1', 1, 3));
		});

		it('takes no batch in which one id stands for two things', async () => {
			const storage = await settled();
			const batch = [operation('d1', 1), operation('d2', 1), operation('d1', 1, 'another thing')];
			expect(await append(storage, batch)).toEqual({ outcome: 'fork', operations: ['d1.1'] });
			expect(await readAll(storage)).toEqual([]);
		});

		it('tells of the epoch that counts and stores nothing under another one', async () => {
			const storage = await settled();
			const answer = await storage.logs.append(logOf(), {
				epoch: 'b1'.repeat(16),
				operations: operations('d1', 1, 2),
				now: at(1),
			});
			expect(answer).toEqual({ outcome: 'resync', epoch });
			expect(await readAll(storage)).toEqual([]);
			const elsewhere = { after: 0, limit: 10, epoch: 'b1'.repeat(16) };
			expect(await storage.logs.read(logOf(), elsewhere)).toEqual({ resync: epoch });
			expect(await storage.logs.read(logOf(), { ...elsewhere, epoch })).toMatchObject({ operations: [], next: 0 });
		});

		it('stores nothing for a school or a municipality that nobody registered', async () => {
			const storage = await settled();
			await expect(append(storage, operations('d1', 1, 1), logOf('B9'))).rejects.toThrow('not registered');
			const nowhere = { ...logOf(), municipality: 'nowhere' };
			await expect(append(storage, operations('d1', 1, 1), nowhere)).rejects.toThrow('no municipality');
			expect(await storage.database.session.selectFrom('operation').select('id').execute()).toEqual([]);
		});

		it('asks whoever is beyond its end to begin again', async () => {
			const storage = await settled();
			await append(storage, operations('d1', 1, 3));
			expect(await storage.logs.read(logOf(), { after: 4, limit: 10 })).toEqual({ resync: epoch });
			expect(await storage.logs.read(logOf(), { after: 3, limit: 10 })).toMatchObject({
				operations: [],
				next: 3,
				more: false,
			});
		});

		it('is read in pages that leave nothing out', async () => {
			const storage = await settled();
			await append(storage, operations('d1', 1, 500));
			await append(storage, operations('d2', 1, 237));
			for (const limit of [1, 100, 200, 736, 737, 2_000]) {
				const first = await storage.logs.read(logOf(), { after: 0, limit });
				expect(first).toMatchObject({ next: Math.min(limit, 737), more: limit < 737, count: 737 });
			}
			expect(await readAll(storage, logOf(), 99)).toEqual([...operations('d1', 1, 500), ...operations('d2', 1, 237)]);
		});

		it('ends a page early where operations are long', async () => {
			const storage = await settled();
			const long = Array.from({ length: 250 }, (_long, index) => operation('d1', index + 1, '長'.repeat(39_000)));
			for (const start of [0, 125]) await append(storage, long.slice(start, start + 125));
			const page = await storage.logs.read(logOf(), { after: 0, limit: 250 });
			expect(page).toMatchObject({ next: 200, more: true });
			expect(await readAll(storage)).toEqual(long);
		});

		it('is one of many: schools, years and municipalities do not mix', async () => {
			const storage = await settled();
			await settle(storage, { name: 'wakaba-city', loginName: 'other' });
			const logs = [logOf(), logOf('B2'), logOf('B1', 2025), { ...logOf(), municipality: 'wakaba-city' }];
			for (const [index, log] of logs.entries()) await append(storage, operations('d1', 1, index + 1), log);
			for (const [index, log] of logs.entries()) {
				expect(await readAll(storage, log)).toEqual(operations('d1', 1, index + 1));
			}
			const { years } = await storage.logs.years('aoba-city', 'B1');
			expect(years).toEqual([
				{ fiscalYear: 2025, sequence: 3, count: 3, durableSequence: 0, versionVector: { d1: 3 }, summary: null },
				{ fiscalYear: 2026, sequence: 1, count: 1, durableSequence: 0, versionVector: { d1: 1 }, summary: null },
			]);
		});

		it('counts every device, oddly named ones too', async () => {
			const storage = await settled();
			await append(storage, [
				operation('__proto__', 3),
				operation('constructor', 1),
				operation('Z', 2),
				operation('a', 1),
			]);
			await append(storage, [operation('__proto__', 2), operation('Z', 9)]);
			const page = await storage.logs.read(logOf(), { after: 0, limit: 10 });
			const vector = 'versionVector' in page ? Object.entries(page.versionVector) : [];
			expect(vector).toEqual([
				['Z', 9],
				['__proto__', 3],
				['a', 1],
				['constructor', 1],
			]);
		});

		it('names no more devices than any device can read', async () => {
			const storage = await settled();
			const strangers = (from: number) =>
				Array.from({ length: 500 }, (_operation, index) => operation(`x${from + index}`, 1));
			for (let from = 0; from < 10_000; from += 500) await append(storage, strangers(from));
			const batch = [operation('x1', 2), operation('y1', 1), operation('y2', 1)];
			expect(await append(storage, batch)).toEqual({ outcome: 'tooManyDevices', operations: ['y1.1', 'y2.1'] });
			expect(await append(storage, batch.slice(0, 1))).toMatchObject({ outcome: 'appended', sequence: 10_001 });
		});
	});
}
