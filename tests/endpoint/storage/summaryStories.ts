import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/endpoint/storage/storage.ts';
import { append, at, epoch, logOf, operations, type Place, settle } from './town.ts';

const put = (storage: Storage, versionVector: Record<string, number>, body: string, minutes = 5, log = logOf()) =>
	storage.summaries.put(log, { epoch, versionVector, body, now: at(minutes) });

export function summaryStories(newPlace: () => Promise<Place>): void {
	const settled = async () => {
		const storage = await (await newPlace()).open();
		await settle(storage);
		return storage;
	};

	describe('the summary of a school’s year', () => {
		it('is kept with a receipt, and replaced by one that knows at least as much', async () => {
			const storage = await settled();
			expect(await storage.summaries.get(logOf())).toBeUndefined();
			expect(await put(storage, { d1: 2 }, '{"n":1}')).toEqual({
				outcome: 'kept',
				receipt: '2026-B1-1',
				receivedAt: at(5),
			});
			expect(await put(storage, { d1: 2, d2: 1 }, '{"n":2}', 6)).toMatchObject({ receipt: '2026-B1-2' });
			expect(await put(storage, { d1: 2, d2: 1 }, '{"n":3}', 7)).toMatchObject({ receipt: '2026-B1-3' });
			expect(await storage.summaries.get(logOf())).toEqual({
				body: '{"n":3}',
				receipt: '2026-B1-3',
				receivedAt: at(7),
			});
		});

		it('has the same receipt and time when the same text comes again', async () => {
			const storage = await settled();
			await put(storage, { d1: 2 }, '{"n":1}');
			expect(await put(storage, { d1: 2 }, '{"n":1}', 9)).toEqual({
				outcome: 'kept',
				receipt: '2026-B1-1',
				receivedAt: at(5),
			});
		});

		it('is not replaced by one that knows less, or something else', async () => {
			const storage = await settled();
			await put(storage, { d1: 2, d2: 3 }, '{"n":1}');
			for (const vector of [{ d1: 2 }, { d1: 1, d2: 3 }, { d3: 9 }, {}]) {
				expect(await put(storage, vector, '{"n":2}', 6)).toEqual({ outcome: 'pullFirst' });
			}
			expect(await storage.summaries.get(logOf())).toMatchObject({ body: '{"n":1}', receipt: '2026-B1-1' });
		});

		it('is refused under another epoch and for a school that nobody registered', async () => {
			const storage = await settled();
			const other = { epoch: 'b1'.repeat(16), versionVector: {}, body: '{}', now: at(1) };
			expect(await storage.summaries.put(logOf(), other)).toEqual({ outcome: 'resync', epoch });
			await expect(put(storage, {}, '{}', 1, logOf('B9'))).rejects.toThrow('not registered');
			expect(await storage.summaries.ofYear('aoba-city', 2026)).toEqual([]);
		});

		it('stands beside its log, and beside the other schools’ in the order of their codes', async () => {
			const storage = await settled();
			await append(storage, operations('d1', 1, 2));
			await put(storage, { d1: 1 }, '{"school":2}', 5, logOf('B2'));
			await put(storage, { d1: 2 }, '{"school":1}', 6);
			await put(storage, { d1: 2 }, '{"year":2025}', 6, logOf('B1', 2025));
			expect(await storage.summaries.ofYear('aoba-city', 2026)).toEqual([
				{ school: 'B1', body: '{"school":1}', receivedAt: at(6) },
				{ school: 'B2', body: '{"school":2}', receivedAt: at(5) },
			]);
			const { years } = await storage.logs.years('aoba-city', 'B1');
			expect(years.map(({ fiscalYear, summary }) => [fiscalYear, summary])).toEqual([
				[2025, { receipt: '2025-B1-1', receivedAt: at(6), versionVector: { d1: 2 } }],
				[2026, { receipt: '2026-B1-1', receivedAt: at(6), versionVector: { d1: 2 } }],
			]);
		});

		it('is never thrown back by two that arrive at once', async () => {
			const place = await newPlace();
			const [a, b] = [await place.open(), await place.open()];
			await settle(a);
			const vectors = [{ d1: 1 }, { d1: 2 }, { d1: 3 }, { d1: 4 }, { d1: 5 }];
			const answers = await Promise.all(
				vectors.map((vector, index) => put(index % 2 ? a : b, vector, JSON.stringify(vector))),
			);
			const receipts = answers.flatMap((answer) => (answer.outcome === 'kept' ? [answer.receipt] : []));
			expect(new Set(receipts).size).toBe(receipts.length);
			expect(await a.summaries.get(logOf())).toMatchObject({ body: '{"d1":5}' });
		});
	});
}
