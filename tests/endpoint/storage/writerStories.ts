import { describe, expect, it } from 'vitest';
import { append, logOf, operation, operations, type Place, readAll, settle } from './town.ts';

/** Several at once, in several processes as far as the database can tell. */
export function writerStories(newPlace: () => Promise<Place>): void {
	describe('many devices at once', () => {
		it('are numbered without gaps, and no reader ever skips a number', async () => {
			const place = await newPlace();
			const first = await place.open();
			await settle(first);
			const processes = [first, await place.open(), await place.open()];
			let writing = true;
			const readers = processes.map(async (storage) => {
				const seen: string[] = [];
				for (let done = false; !done; ) {
					// A device asks over the network: in between, others have their turn.
					await new Promise((resolve) => setImmediate(resolve));
					done = !writing;
					const page = await storage.logs.read(logOf(), { after: seen.length, limit: 7 });
					if ('resync' in page) throw new Error('resync');
					expect(page.next).toBe(seen.length + page.operations.length);
					expect(page.sequence).toBeGreaterThanOrEqual(page.next);
					seen.push(...page.operations);
					done &&= !page.more;
				}
				return seen;
			});
			const writers = Array.from({ length: 8 }, async (_writer, index) => {
				const storage = processes[index % processes.length] ?? first;
				for (let n = 1; n <= 15; n += 1) {
					const answer = await append(storage, operations(`d${index}`, n * 2 - 1, n * 2));
					expect(answer).toMatchObject({ outcome: 'appended', added: 2 });
				}
			});
			await Promise.all(writers).finally(() => {
				writing = false;
			});
			const all = (await readAll(first)).map((each) => JSON.stringify(each));
			expect(all).toHaveLength(240);
			for (const seen of await Promise.all(readers)) expect(seen).toEqual(all);
			const { rows } = await numbersOf(first);
			expect(rows).toEqual(Array.from({ length: 240 }, (_row, index) => index + 1));
			const { years } = await first.logs.years('aoba-city', 'B1');
			expect(years[0]?.versionVector).toEqual(Object.fromEntries(Array.from({ length: 8 }, (_d, i) => [`d${i}`, 30])));
		});

		it('may send the same batch at the same moment', async () => {
			const place = await newPlace();
			const storages = [await place.open(), await place.open()];
			await settle(storages[0] ?? (await place.open()));
			const answers = await Promise.all(
				Array.from({ length: 8 }, (_answer, index) => {
					const storage = storages[index % 2];
					return storage && append(storage, operations('d1', 1, 20));
				}),
			);
			const added = answers.map((answer) => (answer?.outcome === 'appended' ? answer.added : -1));
			expect(added.toSorted((a, b) => b - a)).toEqual([20, 0, 0, 0, 0, 0, 0, 0]);
		});

		it('make one log together where there was none, and one of two clones wins', async () => {
			const place = await newPlace();
			const [a, b] = [await place.open(), await place.open()];
			await settle(a);
			const answers = await Promise.all([
				append(a, [operation('d1', 1, 'one')]),
				append(b, [operation('d1', 1, 'two')]),
			]);
			expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['appended', 'fork']);
			expect(await readAll(b)).toHaveLength(1);
		});

		it('find the tables whole when several processes start on nothing', async () => {
			const place = await newPlace();
			const storages = await Promise.all(Array.from({ length: 4 }, () => place.open()));
			for (const storage of storages) await storage.ping();
			expect(await storages[3]?.board.hasAccounts()).toBe(false);
		});
	});
}

async function numbersOf(storage: Awaited<ReturnType<Place['open']>>): Promise<{ rows: number[] }> {
	const rows = await storage.database.session
		.selectFrom('operation')
		.select('sequence')
		.where('school', '=', 'B1')
		.orderBy('sequence')
		.execute();
	return { rows: rows.map(({ sequence }) => sequence) };
}
