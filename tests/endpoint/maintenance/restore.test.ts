import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import {
	append,
	at,
	boardKey,
	epoch,
	logOf,
	municipality,
	operation,
	operations,
	readAll,
	redemption,
} from '../storage/town.ts';
import { backUp, type Desk, dump, forge, linesOf, livedIn, newDesk, restoreFrom, withoutMarks } from './desk.ts';

let desk: Desk;
let storage: StorageHandle;

beforeEach(async () => {
	desk = newDesk();
	storage = await desk.open();
	await livedIn(storage);
});

afterEach(() => desk.leave());

const restored = async (file: string, into = storage) => {
	const done = await restoreFrom(into, desk, file);
	if (!done.ok) throw new Error(done.refusal.sentence);
	return done.value;
};

const tableOf = (line: unknown): unknown =>
	typeof line === 'object' && line !== null && 'table' in line ? line.table : undefined;

/** The lines as the first version wrote them: without the tables and the column that came later. */
function ofTheFirstVersion(lines: readonly unknown[]): unknown[] {
	let table = '';
	const withoutLast = (each: unknown) => (each as unknown[]).slice(0, -1);
	return lines.flatMap((line, place) => {
		if (place === 0) return [{ ...(line as object), schemaLevel: 1 }];
		if (!Array.isArray(line)) table = String(tableOf(line));
		if (table === 'shared_cases' || table === 'board_key') return [];
		if (table !== 'code') return [line];
		if (Array.isArray(line)) return [withoutLast(line)];
		const named = line as { columns: readonly string[] };
		expect(named.columns.at(-1)).toBe('purpose');
		return [{ ...named, columns: withoutLast(named.columns) }];
	});
}

describe('a restore', () => {
	it('brings back exactly what the backup holds', async () => {
		const before = await dump(storage);
		const { file } = await backUp(storage, desk);
		await append(storage, operations('d1', 451, 470));
		await append(storage, operations('d5', 1, 2), logOf('B2'));
		await storage.board.putSchools(
			municipality,
			[{ code: 'B3', name: '緑小', schoolType: 'elementary', units: [] }],
			at(31),
		);
		expect(await restored(file)).toMatchObject({ takenAt: at(30), operations: 457 });
		const after = await dump(storage);
		expect(withoutMarks(after)).toEqual(withoutMarks(before));
	});

	it('takes a backup of the first version, in which no school shares anything', async () => {
		const lines = linesOf((await backUp(storage, desk)).file).slice(0, -1);
		expect(await restored(forge(desk.path('older.gz'), ofTheFirstVersion(lines)))).toMatchObject({ operations: 457 });
		expect((await dump(storage)).shared_cases).toEqual([]);
		expect(await storage.summaries.get(logOf())).toMatchObject({ body: '{"n":"一"}' });
		expect(await storage.summaries.cases(municipality, 2026, { except: '', after: '', bytes: 1 })).toEqual({
			schools: [],
			next: null,
		});
	});

	it('changes every epoch, tells every log that it is durable, and signs everybody out', async () => {
		const { file } = await backUp(storage, desk);
		await restored(file);
		const epochs = (await dump(storage)).municipality?.map(([, each]) => each) ?? [];
		expect(epochs).toHaveLength(2);
		expect(new Set([...epochs, epoch]).size).toBe(3);
		for (const each of epochs) expect(each).toMatch(/^[0-9a-f]{32}$/);
		expect(await storage.board.sessionOf('t1', at(40))).toBeUndefined();
		const { years } = await storage.logs.years(municipality, 'B1');
		expect(years).toMatchObject([{ sequence: 452, durableSequence: 452 }]);
		await append(storage, operations('d1', 451, 452));
		expect((await dump(storage)).operation).toHaveLength(457);
	});

	it('is told to the devices, which offer again what they hold', async () => {
		const { file } = await backUp(storage, desk);
		const lost = operations('d1', 451, 460);
		await append(storage, lost);
		await restored(file);
		expect(await append(storage, lost)).toMatchObject({ outcome: 'resync' });
		const { epoch: now } = await storage.logs.years(municipality, 'B1');
		const again = await storage.logs.append(logOf(), { epoch: now, operations: lost, now: at(51) });
		expect(again).toMatchObject({ outcome: 'appended', added: 10, sequence: 462 });
		expect((await readAll(storage)).slice(-10)).toEqual(lost);
	});

	it('saves what it replaces, so that it can be taken back', async () => {
		const { file } = await backUp(storage, desk);
		await append(storage, operations('d1', 451, 470));
		const present = await dump(storage);
		const { savedBefore } = await restored(file);
		await restored(String(savedBefore));
		expect(withoutMarks(await dump(storage))).toEqual(withoutMarks(present));
		expect(readdirSync(desk.backups).filter((name) => name.startsWith('masume-before-restore-'))).toHaveLength(2);
	});

	it('fills an empty endpoint: a machine that died', async () => {
		const { file } = await backUp(storage, desk);
		const other = await desk.open('another.sqlite');
		expect(await restored(file, other)).toMatchObject({ savedBefore: null, operations: 457 });
		expect(withoutMarks(await dump(other))).toEqual(withoutMarks(await dump(storage)));
		expect(await other.access.deviceOfToken(municipality, 'token of ipad')).toMatchObject({ id: 'ipad' });
		expect(await other.board.accountOf('board')).toMatchObject({ municipality });
	});

	it('replaces nothing that it could not save, and says what else can be done', async () => {
		const { file } = await backUp(storage, desk);
		await storage.database.session.deleteFrom('operation').where('sequence', '=', 7).execute();
		const present = await dump(storage);
		const done = await restoreFrom(storage, desk, file);
		expect(done).toMatchObject({ ok: false, refusal: { reason: 'presentNotSaved' } });
		expect(await dump(storage)).toEqual(present);
		expect(await restored(file, await desk.open('empty.sqlite'))).toMatchObject({ operations: 457 });
	});

	it('does not bring a device back to life that was revoked since', async () => {
		const { file } = await backUp(storage, desk);
		await storage.access.revoke(municipality, 'B1', 'lost', at(35));
		await restored(file);
		const devices = await storage.access.devices(municipality, 'B1');
		expect(devices.map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
			['ipad', null],
			['lost', at(35)],
		]);
	});

	it('lets a device that enrolled since go on, and keeps a used code used', async () => {
		const { file } = await backUp(storage, desk);
		const hash = 'sheet of today';
		await storage.access.addCode({
			...{ hash, municipality, school: 'B1', role: null, grants: 'principal' },
			...{ issuedBy: null, issuedAt: at(30), expiresAt: at(59) },
		});
		const publicKey = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const;
		const asked = { installation: 'new', keyId: 'key of new', publicKey, role: 'ictLead', label: '' } as const;
		const request = { ...asked, hash, id: 'new', tokenHash: 'token of new', now: at(31) };
		expect(await storage.access.redeemCode(request)).toMatchObject({ device: { id: 'new' } });
		await restored(file);
		expect(await storage.access.deviceOfToken(municipality, 'token of new')).toMatchObject({ id: 'new' });
		const again = await storage.access.redeemCode({ ...request, installation: 'thief', id: 'thief' });
		expect(again).toEqual({ refusal: 'usedCode' });
	});

	it('keeps the keys that the board signs with, those of the backup and those made since', async () => {
		const secrets = (from: StorageHandle) =>
			from.database.session.selectFrom('board_secret').select(['municipality', 'key_id', 'private_key']).execute();
		await storage.database.session.deleteFrom('board_secret').execute();
		const { file } = await backUp(storage, desk);
		await storage.board.signingKey(municipality, async () => boardKey('k2', 40));
		const before = await secrets(storage);
		await restored(file);
		expect((await storage.board.keys(municipality)).map(({ keyId }) => keyId)).toEqual(['k1', 'k2']);
		expect(await secrets(storage)).toEqual(before);
		expect(await storage.board.signingKey(municipality, async () => boardKey('k3'))).toEqual(boardKey('k2', 40));
	});

	it('brings no private key to another machine: there the board signs with a new one, and the old one is known', async () => {
		const { file } = await backUp(storage, desk);
		expect(
			linesOf(file)
				.map((line) => JSON.stringify(line))
				.join('\n'),
		).not.toContain('private half');
		const other = await desk.open('another.sqlite');
		await restored(file, other);
		expect(await other.board.signingKey(municipality, async () => boardKey('k9', 50))).toEqual(boardKey('k9', 50));
		expect((await other.board.keys(municipality)).map(({ keyId }) => keyId)).toEqual(['k1', 'k9']);
	});

	it('happens while another process serves, which sees either all of it or nothing', async () => {
		const { file } = await backUp(storage, desk);
		const server = await desk.open();
		let serving = true;
		const outcomes = new Set<string>();
		const devices = (async () => {
			for (let n = 451; serving; n += 1) {
				const page = await server.logs.read(logOf(), { after: 0, limit: 2_000 });
				if ('resync' in page) throw new Error('resync');
				expect(page.operations).toHaveLength(page.sequence);
				expect(page.sequence).toBeGreaterThanOrEqual(452);
				const answer = await server.logs.append(logOf(), { epoch, operations: [operation('d1', n)], now: at(40) });
				outcomes.add(answer.outcome);
				await new Promise((resolve) => setImmediate(resolve));
			}
		})();
		await new Promise((resolve) => setImmediate(resolve));
		await restored(file);
		await new Promise((resolve) => setImmediate(resolve));
		serving = false;
		await devices;
		expect([...outcomes].toSorted()).toEqual(['appended', 'resync']);
		expect(await readAll(server)).toHaveLength(452);
		expect(await server.access.redeemCode(redemption('c1', 'new'))).toHaveProperty('device');
	});
});
