import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres, type StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import { storageContract } from './contract.ts';
import { type PostgresServer, startPostgres } from './postgresServer.ts';
import type { Place } from './town.ts';

let server: PostgresServer;
const open: StorageHandle[] = [];

beforeAll(async () => {
	server = await startPostgres();
}, 60_000);

afterEach(async () => {
	for (const storage of open.splice(0)) await storage.close();
});

afterAll(() => server?.stop(), 60_000);

async function newPlace(): Promise<Place> {
	const url = await server.newDatabase();
	return {
		async open() {
			const storage = await openPostgres(url);
			open.push(storage);
			return storage;
		},
	};
}

describe('PostgreSQL', () => {
	storageContract(newPlace);

	it('rejects, and ends nothing else, where nobody answers', async () => {
		await expect(openPostgres('postgres://masume:masume@127.0.0.1:1/masume')).rejects.toThrow();
	});
});
