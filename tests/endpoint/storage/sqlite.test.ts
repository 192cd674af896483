import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { migrate, NewerDatabase } from '../../../src/endpoint/storage/migrations.ts';
import { openSqlite, type StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import { connectSqlite } from '../../../src/endpoint/storage/sqlite.ts';
import { storageContract } from './contract.ts';
import { append, at, epoch, logOf, operations, type Place, readAll, settle } from './town.ts';

let folder: string;
let places = 0;
const open: StorageHandle[] = [];

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'masume-storage-'));
});

afterEach(async () => {
	for (const storage of open.splice(0)) await storage.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

const newFile = (): string => {
	places += 1;
	return join(folder, `${places}.sqlite`);
};

const openHere = async (file: string): Promise<StorageHandle> => {
	const storage = await openSqlite(file);
	open.push(storage);
	return storage;
};

async function newPlace(): Promise<Place> {
	const file = newFile();
	return { open: () => openHere(file) };
}

describe('SQLite', () => {
	storageContract(newPlace);

	it('has everything that was acknowledged when it is opened again', async () => {
		const file = newFile();
		const storage = await openSqlite(file);
		await settle(storage);
		await append(storage, operations('d1', 1, 40));
		await storage.close();
		const again = await openHere(file);
		expect(await readAll(again)).toEqual(operations('d1', 1, 40));
		expect(await append(again, operations('d1', 40, 41))).toMatchObject({ sequence: 41, added: 1 });
	});

	it('writes to the disk before it acknowledges', async () => {
		const { database } = await openHere(newFile());
		const settings: unknown[] = [];
		for (const name of ['journal_mode', 'synchronous', 'foreign_keys']) {
			settings.push(...(await sql`select * from ${sql.raw(`pragma_${name}`)}`.execute(database.session)).rows);
		}
		expect(settings).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]);
	});

	it('waits while another process writes for long, and does not stand still', async () => {
		const file = newFile();
		const [a, b] = [await openHere(file), await openHere(file)];
		await settle(a);
		let turns = 0;
		let waiting: Promise<unknown> = Promise.resolve();
		await a.database.write(async () => {
			waiting = append(b, operations('d1', 1, 1));
			while (turns < 20) {
				await new Promise((resolve) => setImmediate(resolve));
				turns += 1;
			}
		});
		expect(turns).toBe(20);
		expect(await waiting).toMatchObject({ outcome: 'appended' });
	});

	it('of the first version is brought forward when it is opened, with everything in it', async () => {
		const file = newFile();
		const database = await connectSqlite(file);
		await migrate(database, 1);
		await sql`insert into summary (municipality, school, fiscal_year, revision, version_vector, body, received_at)
			values ('aoba-city', 'B1', 2026, 3, '{}', '{"n":1}', ${at(1)})`.execute(database.session);
		await database.close();
		const storage = await openHere(file);
		expect(await storage.summaries.get(logOf())).toMatchObject({ receipt: '2026-B1-3' });
		await settle(storage);
		const shared = { epoch, versionVector: {}, body: '{"n":2}', cases: '[{}]', now: at(2) };
		expect(await storage.summaries.put(logOf(), shared)).toMatchObject({ outcome: 'kept' });
		const page = { except: '', after: '', bytes: 1 };
		expect((await storage.summaries.cases('aoba-city', 2026, page)).schools).toHaveLength(1);
	});

	it('does not touch a database of a newer version', async () => {
		const file = newFile();
		const storage = await openSqlite(file);
		await sql`insert into migration (level) values (99)`.execute(storage.database.session);
		await storage.close();
		await expect(openSqlite(file)).rejects.toThrow(NewerDatabase);
	});

	it('finds the reviews of a year without reading the other operations', async () => {
		const storage = await openHere(':memory:');
		const { database } = storage;
		for (const school of ['', "and school = 'B1'"]) {
			const { rows } = await sql<{ detail: string }>`explain query plan
				select school, body from ${database.dialect.operationOfReviews}
				where municipality = 'm' and fiscal_year = 2026 ${sql.raw(school)} and ${sql.raw(database.dialect.isOfReview)}
				order by school, sequence`.execute(database.session);
			const plan = rows.map(({ detail }) => detail).join('; ');
			expect(plan).toContain('USING INDEX operation_review (municipality=? AND fiscal_year=?');
			expect(plan).not.toContain('TEMP B-TREE');
		}
	});

	it('lives in memory too', async () => {
		const storage = await openHere(':memory:');
		await settle(storage);
		await append(storage, operations('d1', 1, 3));
		expect(await readAll(storage)).toHaveLength(3);
	});
});
