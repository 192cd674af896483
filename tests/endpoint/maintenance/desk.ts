import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { writeBackup } from '../../../src/endpoint/maintenance/backup.ts';
import { backupTables, portionsIn } from '../../../src/endpoint/maintenance/backupTables.ts';
import { restoreBackup } from '../../../src/endpoint/maintenance/restore.ts';
import type { Cell } from '../../../src/endpoint/storage/insertRows.ts';
import { openSqlite, type StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import {
	append,
	at,
	boardCode,
	boardKey,
	enrol,
	epoch,
	logOf,
	municipality,
	operation,
	operations,
	settle,
} from '../storage/town.ts';

export const random = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => crypto.getRandomValues(bytes);

/** Where whoever looks after the server works: a folder, and what was opened there. Everything ends with `leave`. */
export interface Desk {
	readonly folder: string;
	readonly backups: string;
	path(name: string): string;
	open(name?: string): Promise<StorageHandle>;
	leave(): Promise<void>;
}

export function newDesk(): Desk {
	const folder = mkdtempSync(join(tmpdir(), 'masume-maintenance-'));
	const opened: StorageHandle[] = [];
	const path = (name: string) => join(folder, name);
	return {
		folder,
		backups: path('backups'),
		path,
		async open(name = 'endpoint.sqlite') {
			const storage = await openSqlite(name === ':memory:' ? name : path(name));
			opened.push(storage);
			return storage;
		},
		async leave() {
			for (const storage of opened) await storage.close();
			rmSync(folder, { recursive: true });
		},
	};
}

/** A municipality with something in every table. */
export async function livedIn(storage: StorageHandle): Promise<void> {
	await settle(storage);
	await settle(storage, { name: 'wakaba-city', loginName: 'other' });
	await append(storage, operations('d1', 1, 450));
	await append(storage, [
		operation('d2', 1, '一\u0000二\u2028三\ud800'),
		operation('__proto__', 1, { '\u0000': [null, 1.5] }),
	]);
	await append(storage, operations('d1', 1, 3), logOf('B2', 2025));
	await append(storage, operations('d9', 1, 2), { ...logOf(), municipality: 'wakaba-city' });
	await enrol(storage, 'ipad', { label: '職員室の\u0000iPad' });
	await enrol(storage, 'lost');
	await storage.board.putCodes([boardCode('c1')]);
	await storage.board.addSession({ tokenHash: 't1', municipality, loginName: 'board', expiresAt: at(600) });
	await storage.board.signingKey(municipality, async () => boardKey('k1'));
	await storage.summaries.put(logOf(), {
		...{ epoch, versionVector: { d1: 450 }, body: '{"n":"一"}', now: at(3) },
		cases: '[{"title":"地図\\u0000づくり"}]',
	});
}

export async function backUp(storage: StorageHandle, desk: Desk, now = at(30)) {
	const made = await writeBackup(storage, desk.backups, now, random);
	if (!made.ok) throw new Error(made.refusal.sentence);
	return made.value;
}

export const restoreFrom = (storage: StorageHandle, desk: Desk, file: string) =>
	restoreBackup(storage, file, { folder: desk.backups, now: at(50), random });

type Dump = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** Everything that a backup should hold, read from the database itself. */
export async function dump(storage: StorageHandle): Promise<Dump> {
	const tables: Record<string, (readonly Cell[])[]> = {};
	for (const each of backupTables) {
		tables[each.table] = [];
		for await (const portion of portionsIn(storage.database.session, storage.database, each)) {
			tables[each.table]?.push(...portion);
		}
	}
	return tables;
}

/** A dump without what a restore changes on purpose. */
export const withoutMarks = ({ municipality: municipalities = [], log = [], ...rest }: Dump): unknown => ({
	...rest,
	municipality: municipalities.map(([name, _epoch, facts]) => [name, facts]),
	log: log.map((row) => row.toSpliced(4, 1)),
});

export const linesOf = (file: string): unknown[] =>
	gunzipSync(readFileSync(file))
		.toString('utf8')
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));

/** Writes a backup whose checksum and counts are right, whatever its lines say. */
export function forge(file: string, lines: readonly unknown[]): string {
	const rows: Record<string, number> = {};
	let table = '';
	for (const line of lines) {
		if (Array.isArray(line)) rows[table] = (rows[table] ?? 0) + 1;
		else if (typeof line === 'object' && line !== null && 'table' in line) {
			table = String(line.table);
			rows[table] = 0;
		}
	}
	const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
	const end = { end: true, rows, sha256: createHash('sha256').update(text).digest('hex') };
	writeFileSync(file, gzipSync(`${text}${JSON.stringify(end)}\n`));
	return file;
}
