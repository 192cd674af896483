import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/endpoint/storage/storage.ts';
import { at, epoch, logOf, municipality, type Place, settle } from './town.ts';

const cases = (...titles: string[]) => JSON.stringify(titles.map((title) => ({ title })));

/** A school's next summary, with what it shares. */
const shares = (storage: Storage, n: number, shared: string, log = logOf()) =>
	storage.summaries.put(log, {
		...{ epoch, versionVector: { d1: n }, body: `{"n":${n}}`, cases: shared, now: at(n) },
	});

const whole = { except: '', after: '', bytes: 1_000_000 };
const page = (storage: Storage, asked: Partial<typeof whole> = {}, year = 2026) =>
	storage.summaries.cases(municipality, year, { ...whole, ...asked });
const schoolsOn = async (...asked: Parameters<typeof page>) =>
	(await page(...asked)).schools.map(({ school }) => school);

export function caseStories(newPlace: () => Promise<Place>): void {
	const settled = async () => {
		const storage = await (await newPlace()).open();
		await settle(storage);
		return storage;
	};

	describe('what schools share', () => {
		it('is read beside the school’s name, in the order of the codes, without one’s own', async () => {
			const storage = await settled();
			await shares(storage, 2, cases('B2 の一'), logOf('B2'));
			await shares(storage, 1, cases('一', '二'));
			expect(await page(storage)).toEqual({
				schools: [
					{ school: 'B1', name: '青葉小学校', schoolType: 'elementary', receivedAt: at(1), cases: cases('一', '二') },
					{
						school: 'B2',
						name: '若葉中学校',
						schoolType: 'lowerSecondary',
						receivedAt: at(2),
						cases: cases('B2 の一'),
					},
				],
				next: null,
			});
			expect(await schoolsOn(storage, { except: 'B1' })).toEqual(['B2']);
			expect(await page(storage, { except: 'B2', after: 'B1' })).toEqual({ schools: [], next: null });
		});

		it('goes with the summary that shares it no more, and keeps its time while it stays the same', async () => {
			const storage = await settled();
			await shares(storage, 1, cases('一'));
			await shares(storage, 2, cases('一'));
			expect((await page(storage)).schools[0]?.receivedAt).toBe(at(1));
			await shares(storage, 3, cases('一', '二'));
			expect((await page(storage)).schools).toMatchObject([{ receivedAt: at(3), cases: cases('一', '二') }]);
			await shares(storage, 4, '[]');
			expect(await page(storage)).toEqual({ schools: [], next: null });
			await shares(storage, 5, '[]');
			expect(await page(storage)).toEqual({ schools: [], next: null });
		});

		it('stays as it was where a summary is not taken', async () => {
			const storage = await settled();
			await shares(storage, 5, cases('一'));
			expect(await shares(storage, 4, cases('古い'))).toEqual({ outcome: 'pullFirst' });
			expect((await page(storage)).schools).toMatchObject([{ cases: cases('一') }]);
		});

		it('is of its year and its municipality', async () => {
			const storage = await settled();
			await settle(storage, { name: 'wakaba-city', loginName: 'other' });
			await shares(storage, 1, cases('去年'), logOf('B1', 2025));
			await shares(storage, 1, cases('よその市'), { ...logOf(), municipality: 'wakaba-city' });
			expect(await schoolsOn(storage)).toEqual([]);
			expect((await page(storage, {}, 2025)).schools).toMatchObject([{ cases: cases('去年') }]);
		});

		it('comes in pages, each at least one school long', async () => {
			const storage = await settled();
			const codes = Array.from({ length: 7 }, (_code, n) => `C${n}`);
			const rows = codes.map((code) => ({ code, name: code, schoolType: 'elementary' as const, units: [] }));
			await storage.board.putSchools(municipality, rows, at(0));
			const shared = cases('同じ長さ');
			for (const code of codes) await shares(storage, 1, shared, logOf(code));
			for (const bytes of [1, shared.length * 3, shared.length * 7 - 1, shared.length * 7]) {
				const met: string[] = [];
				let after: string | null = '';
				for (let pages = 0; after !== null && pages < 20; pages += 1) {
					const { schools, next }: Awaited<ReturnType<typeof page>> = await page(storage, {
						bytes,
						after,
						except: 'C3',
					});
					met.push(...schools.map(({ school }) => school));
					expect(schools.length).toBeLessThanOrEqual(Math.max(1, Math.floor(bytes / shared.length)));
					after = next;
				}
				expect(after).toBeNull();
				expect(met).toEqual(codes.filter((code) => code !== 'C3'));
			}
		});
	});
}
