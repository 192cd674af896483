import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/domain/record/operation.ts';
import { append, boardKey, logOf, municipality, operation, type Place, settle } from './town.ts';

export function reviewStories(newPlace: () => Promise<Place>): void {
	const settled = async () => {
		const storage = await (await newPlace()).open();
		await settle(storage);
		return storage;
	};
	const step = (device: string, n: number, phase = 'midyear'): Operation => ({
		...operation(device, n, { state: 'submitted' }),
		...{ entity: `review/${phase}`, field: 'state' },
	});

	describe('the reviews of a year', () => {
		it('come by school, in the order of their numbers, and nothing else comes', async () => {
			const storage = await settled();
			const quoting = { ...operation('d1', 3, '"entity":"review/midyear"'), entity: 'action/"entity":"review/' };
			await append(storage, [step('d1', 2), operation('d1', 1), step('d1', 4, 'final'), quoting]);
			await append(storage, [step('d2', 1)], logOf('B2'));
			await append(storage, [step('d1', 5)], logOf('B1', 2025));
			const read = async (year: number, school?: string) =>
				(await storage.logs.reviews(municipality, year, school)).map(({ school: of, body }) => [
					...[of, (JSON.parse(body) as Operation).id],
				]);
			expect(await read(2026)).toEqual([
				['B1', 'd1.2'],
				['B1', 'd1.4'],
				['B2', 'd2.1'],
			]);
			expect(await read(2026, 'B2')).toEqual([['B2', 'd2.1']]);
			expect(await read(2025)).toEqual([['B1', 'd1.5']]);
			expect(await read(2024)).toEqual([]);
			expect(await storage.logs.reviews('elsewhere', 2026)).toEqual([]);
		});

		it('are found in what was written before anybody asked for them, byte for byte', async () => {
			const storage = await settled();
			const odd = { ...step('d1', 1), newer: { entity: 'x' }, by: { role: 'principal', label: '\u0000' } } as const;
			await append(storage, [odd as unknown as Operation]);
			const [found] = await storage.logs.reviews(municipality, 2026);
			expect(found?.body).toBe(JSON.stringify(odd));
		});
	});

	describe('the key of a board', () => {
		it('is made once, and its public half is told', async () => {
			const storage = await settled();
			expect(await storage.board.keys(municipality)).toEqual([]);
			expect(await storage.board.signingKey(municipality, async () => boardKey('k1'))).toEqual(boardKey('k1'));
			expect(await storage.board.signingKey(municipality, async () => boardKey('k2', 9))).toEqual(boardKey('k1'));
			const { keyId, publicKey } = boardKey('k1');
			expect(await storage.board.keys(municipality)).toEqual([{ keyId, publicKey }]);
		});

		it('is the same for two processes that need it at once', async () => {
			const place = await newPlace();
			const [a, b] = [await place.open(), await place.open()];
			await settle(a);
			const keys = await Promise.all(
				[a, b].map((storage, n) => storage.board.signingKey(municipality, async () => boardKey(`k${n}`))),
			);
			expect(keys[0]).toEqual(keys[1]);
			expect(await a.board.keys(municipality)).toHaveLength(1);
		});

		it('belongs to one municipality', async () => {
			const storage = await settled();
			await settle(storage, { name: 'wakaba-city', loginName: 'other' });
			await storage.board.signingKey(municipality, async () => boardKey('k1'));
			expect(await storage.board.keys('wakaba-city')).toEqual([]);
			const theirs = await storage.board.signingKey('wakaba-city', async () => boardKey('k2', 9));
			expect(theirs.keyId).toBe('k2');
		});
	});
}
