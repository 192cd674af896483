import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '../../../src/endpoint/maintenance/backup.ts';
import { backupName, pruneBackups } from '../../../src/endpoint/maintenance/backupFolder.ts';
import { backupTables } from '../../../src/endpoint/maintenance/backupTables.ts';
import { openBackup } from '../../../src/endpoint/maintenance/openBackup.ts';
import { raiseDurable } from '../../../src/endpoint/maintenance/raiseDurable.ts';
import type { StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import { tableOrder } from '../../../src/endpoint/storage/tables.ts';
import { append, at, logOf, operations } from '../storage/town.ts';
import { backUp, type Desk, dump, livedIn, newDesk, random, restoreFrom } from './desk.ts';

let desk: Desk;
let storage: StorageHandle;

beforeEach(async () => {
	desk = newDesk();
	storage = await desk.open();
	await livedIn(storage);
});

afterEach(() => desk.leave());

const durable = async (): Promise<unknown> =>
	(await storage.logs.years('aoba-city', 'B1')).years.map(({ sequence, durableSequence }) => [
		sequence,
		durableSequence,
	]);

const contentOf = async (file: string) => {
	const opened = await openBackup(file);
	if (!opened.ok) throw new Error(opened.refusal.sentence);
	return opened.value;
};

describe('a backup', () => {
	it('holds everything, and tells every log so', async () => {
		const before = await dump(storage);
		const report = await backUp(storage, desk);
		expect(report).toMatchObject({ operations: 457, bytes: statSync(report.file).size });
		const { content, takenAt, close } = await contentOf(report.file);
		expect(takenAt).toBe(at(30));
		expect(await dump({ ...storage, database: content })).toEqual(before);
		await close();
		expect(await durable()).toEqual([[452, 452]]);
		expect(await append(storage, operations('d1', 451, 452))).toMatchObject({ sequence: 454, durableSequence: 452 });
	});

	it('is for the eyes of its owner, and leaves nothing else behind', async () => {
		const { file } = await backUp(storage, desk);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(desk.backups).mode & 0o777).toBe(0o700);
		expect(readdirSync(desk.backups)).toEqual([basename(file)]);
		expect(basename(file)).toMatch(/^masume-2026-11-21T00-30-00Z-[0-9a-f]{8}\.ndjson\.gz$/);
	});

	it('knows every column of every table', async () => {
		for (const { table, columns } of backupTables) {
			const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(
				storage.database.session,
			);
			expect(columns.toSorted(), table).toEqual(rows.map(({ name }) => name).toSorted());
		}
		const notHeld = ['board_secret', 'session', 'setup_secret'];
		expect(backupTables.map(({ table }) => table)).toEqual(tableOrder.filter((table) => !notHeld.includes(table)));
	});

	it('is of one moment, while other processes go on writing', async () => {
		const server = await desk.open();
		let writing = true;
		let n = 450;
		const devices = (async () => {
			while (writing) {
				n += 5;
				expect(await append(server, operations('d1', n - 4, n))).toMatchObject({ outcome: 'appended' });
				await new Promise((resolve) => setImmediate(resolve));
			}
		})();
		for (let round = 0; round < 3; round += 1) {
			const { file, operations: held } = await backUp(storage, desk, at(30 + round));
			const { content, close } = await contentOf(file);
			const { sequence } = await content.session
				.selectFrom('log')
				.select((eb) => eb.fn.sum<number>('sequence').as('sequence'))
				.executeTakeFirstOrThrow();
			expect(held).toBe(sequence);
			await close();
		}
		writing = false;
		await devices;
		const [standing] = (await durable()) as [number, number][];
		expect(standing?.[1]).toBeGreaterThanOrEqual(452);
		expect(standing?.[0]).toBe(n + 2);
	});

	it('is taken of a database in memory too', async () => {
		const inMemory = await desk.open(':memory:');
		await livedIn(inMemory);
		expect(await backUp(inMemory, desk)).toMatchObject({ operations: 457 });
	});

	it('is not one where the database does not hold what its numbers promise', async () => {
		await sql`delete from operation where sequence = 7 and school = 'B1'`.execute(storage.database.session);
		const made = await writeBackup(storage, desk.backups, at(30), random);
		expect(made).toMatchObject({ ok: false, refusal: { reason: 'backupNotVerified' } });
		expect(readdirSync(desk.backups)).toEqual([]);
		expect(await durable()).toEqual([[452, 0]]);
	});

	it('says so where the folder takes nothing', async () => {
		writeFileSync(desk.path('file'), 'something else');
		for (const folder of [desk.path('file'), join(desk.path('file'), 'below')]) {
			const made = await writeBackup(storage, folder, at(30), random);
			expect(made).toMatchObject({ ok: false, refusal: { reason: 'cannotWriteBackup' } });
		}
		expect(readFileSync(desk.path('file'), 'utf8')).toBe('something else');
		expect(await durable()).toEqual([[452, 0]]);
	});
});

describe('durableSequence', () => {
	it('stays where it is for a backup that was taken before a restore', async () => {
		const { file } = await backUp(storage, desk);
		await append(storage, operations('d1', 451, 460));
		const later = await backUp(storage, desk, at(31));
		await restoreFrom(storage, desk, file);
		await append(storage, operations('d3', 1, 20), logOf());
		const { content, close } = await contentOf(later.file);
		await raiseDurable(storage.database, content);
		await close();
		expect(await durable()).toEqual([[452, 452]]);
	});

	it('never goes back', async () => {
		const first = await contentOf((await backUp(storage, desk)).file);
		await append(storage, operations('d1', 451, 460));
		await backUp(storage, desk, at(31));
		await raiseDurable(storage.database, first.content);
		await first.close();
		expect(await durable()).toEqual([[462, 462]]);
	});

	it('moves for every log of a city', async () => {
		const schools = Array.from({ length: 230 }, (_school, index) => ({
			...{ code: `M${index}`, name: `第${index}小学校`, schoolType: 'elementary' as const, units: [] },
		}));
		await storage.board.putSchools('aoba-city', schools, at(1));
		for (const [index, { code }] of schools.entries())
			await append(storage, operations('d1', 1, (index % 3) + 1), logOf(code));
		await backUp(storage, desk);
		const behind = await storage.database.session
			.selectFrom('log')
			.select('school')
			.whereRef('durable_sequence', '<>', 'sequence')
			.execute();
		expect(behind).toEqual([]);
	});
});

describe('the folder of backups', () => {
	const named = (hour: number, kind: 'regular' | 'beforeRestore' = 'regular') =>
		backupName(kind, new Date(Date.UTC(2026, 10, 1, hour)).toISOString(), random);
	const fill = (names: readonly string[]) => {
		for (const name of names) writeFileSync(join(desk.folder, name), '');
		return names;
	};

	it('keeps the newest 48, what was saved before a restore, and what is not ours', async () => {
		const regular = fill(Array.from({ length: 60 }, (_name, hour) => named(hour)));
		const others = fill([named(0, 'beforeRestore'), 'notes.txt', 'masume-old.ndjson.gz']);
		await pruneBackups(desk.folder, at(0));
		const left = readdirSync(desk.folder).filter((name) => !name.startsWith('endpoint.sqlite'));
		expect(left.toSorted()).toEqual([...regular.slice(12), ...others].toSorted());
	});

	it('loses what was cut off a day ago, and not what is being written', async () => {
		const [old, young] = fill([`${named(0)}.part`, `${named(30)}.part`]);
		await pruneBackups(desk.folder, new Date(Date.UTC(2026, 10, 2, 12)).toISOString());
		expect(readdirSync(desk.folder)).toContain(young);
		expect(readdirSync(desk.folder)).not.toContain(old);
	});
});
