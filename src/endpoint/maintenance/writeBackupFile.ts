import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database, Session } from '../storage/database.ts';
import { schemaLevel } from '../storage/migrations.ts';
import { formatName, formatVersion, type Head, type RowCounts } from './backupFormat.ts';
import { backupTables, portionsIn } from './backupTables.ts';

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;

/**
 * Writes everything that one moment of the database holds to a new file, flushed to the disk; others go on working
 * meanwhile. Resolves to what was written. Rejects with the file system's error where there is no room or no right.
 */
export async function writeBackupFile(database: Database, path: string, takenAt: string): Promise<RowCounts> {
	const counts: Record<string, number> = {};
	await database.snapshot(async (view) => {
		const lines = Readable.from(linesOf(view, database, takenAt, counts), { objectMode: true, highWaterMark: 2 });
		// Quick rather than small: most of an hour's backup is what the last one held too.
		const packed = createGzip({ level: 3 });
		await pipeline(lines, packed, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
	});
	return counts;
}

async function* linesOf(
	view: Session,
	database: Database,
	takenAt: string,
	counts: Record<string, number>,
): AsyncGenerator<string> {
	const hash = createHash('sha256');
	const hashed = (text: string): string => {
		hash.update(text);
		return text;
	};
	yield hashed(lineOf({ format: formatName, version: formatVersion, schemaLevel, takenAt } satisfies Head));
	for (const each of backupTables) {
		yield hashed(lineOf({ table: each.table, columns: each.columns }));
		counts[each.table] = 0;
		for await (const portion of portionsIn(view, database, each)) {
			counts[each.table] = (counts[each.table] ?? 0) + portion.length;
			yield hashed(portion.map(lineOf).join(''));
		}
	}
	yield lineOf({ end: true, rows: counts, sha256: hash.digest('hex') });
}
