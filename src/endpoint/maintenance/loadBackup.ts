import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';
import { type Cell, insertRows } from '../storage/insertRows.ts';
import { migrate, schemaLevel } from '../storage/migrations.ts';
import type { Tables } from '../storage/tables.ts';
import { BackupFault } from './backupFault.ts';
import { End, formatVersion, Head, type RowCounts, RowLine, sameCounts, TableLine } from './backupFormat.ts';
import { backupTables } from './backupTables.ts';
import { linesIn } from './lines.ts';

/** Rows stored at once. */
const portion = 200;

interface Loaded {
	readonly takenAt: string;
	readonly rows: RowCounts;
}

/**
 * Reads a backup into an empty database, which it leaves at the level of the file. Throws a `BackupFault` where the file
 * is not whole, not ours or too new; then what the database holds means nothing.
 */
export async function loadBackup(into: Database, path: string): Promise<Loaded> {
	await expectGzip(path);
	const loader = new Loader(into);
	try {
		for await (const line of linesIn(unpacked(path))) await loader.take(line);
		return await loader.finish();
	} catch (error) {
		throw asFault(error);
	}
}

async function expectGzip(path: string): Promise<void> {
	try {
		const file = await open(path);
		try {
			const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
			if (bytesRead < 2) throw new BackupFault('damagedBackup');
			if (buffer.readUInt16BE() !== 0x1f8b) throw new BackupFault('foreignBackup');
		} finally {
			await file.close();
		}
	} catch (error) {
		throw error instanceof BackupFault ? error : new BackupFault('noBackup', error);
	}
}

const unpacked = (path: string): AsyncIterable<Buffer> =>
	// An error of either reaches whoever reads.
	pipeline(createReadStream(path), createGunzip(), () => {});

/** What the file's content can bring about is its fault; a full disk or a bug of ours is not. */
function asFault(error: unknown): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const isOfTheFile =
		error instanceof SyntaxError || /^(Z_|SQLITE_CONSTRAINT|SQLITE_MISMATCH|ERR_LINE_TOO_LONG)/.test(code);
	return isOfTheFile ? new BackupFault('damagedBackup', error) : error;
}

/** Takes the lines of a file one by one. */
class Loader {
	readonly #into: Database;
	readonly #hash: Hash = createHash('sha256');
	readonly #counts: Record<string, number> = {};
	#head: Head | undefined;
	#table: { readonly table: keyof Tables; readonly columns: readonly string[] } | undefined;
	#waiting: Cell[][] = [];
	#end: End | undefined;

	constructor(into: Database) {
		this.#into = into;
	}

	async take(line: Buffer): Promise<void> {
		if (this.#end) throw new BackupFault('damagedBackup');
		const value = this.#read(line);
		const end = End.safeParse(value);
		if (this.#head && end.success) {
			this.#end = end.data;
			return;
		}
		this.#hash.update(line).update('\n');
		if (!this.#head) await this.#begin(value);
		else if (Array.isArray(value)) await this.#takeRow(value);
		else await this.#takeTable(value);
	}

	/** To be called behind the last line. */
	async finish(): Promise<Loaded> {
		await this.#flush();
		const isWhole =
			this.#head &&
			this.#end?.sha256 === this.#hash.digest('hex') &&
			sameCounts(this.#end.rows, this.#counts) &&
			backupTables.every(({ table }) => this.#head?.schemaLevel !== schemaLevel || table in this.#counts);
		if (!this.#head || !isWhole) throw new BackupFault('damagedBackup');
		return { takenAt: this.#head.takenAt, rows: this.#counts };
	}

	#read(line: Buffer): unknown {
		try {
			return JSON.parse(line.toString('utf8'));
		} catch (error) {
			throw new BackupFault(this.#head ? 'damagedBackup' : 'foreignBackup', error);
		}
	}

	async #begin(value: unknown): Promise<void> {
		const head = Head.safeParse(value);
		if (!head.success) throw new BackupFault('foreignBackup');
		if (head.data.version > formatVersion || head.data.schemaLevel > schemaLevel) throw new BackupFault('newerBackup');
		this.#head = head.data;
		await migrate(this.#into, head.data.schemaLevel);
	}

	async #takeTable(value: unknown): Promise<void> {
		await this.#flush();
		const line = TableLine.safeParse(value);
		const table = line.data && backupTables.find((each) => each.table === line.data.table)?.table;
		if (!line.data || !table || table in this.#counts) throw new BackupFault('damagedBackup');
		// The columns of the file's level may be others than this version's, but the database has that level now.
		const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(
			this.#into.session,
		);
		const known = rows.map(({ name }) => name);
		if (line.data.columns.toSorted().join() !== known.toSorted().join()) throw new BackupFault('damagedBackup');
		this.#table = { table, columns: line.data.columns };
		this.#counts[table] = 0;
	}

	async #takeRow(value: unknown): Promise<void> {
		const row = RowLine.safeParse(value);
		if (!this.#table || row.data?.length !== this.#table.columns.length) throw new BackupFault('damagedBackup');
		this.#waiting.push(row.data);
		if (this.#waiting.length >= portion) await this.#flush();
	}

	async #flush(): Promise<void> {
		const [table, rows] = [this.#table, this.#waiting];
		if (!table || rows.length === 0) return;
		this.#waiting = [];
		this.#counts[table.table] = (this.#counts[table.table] ?? 0) + rows.length;
		await this.#into.write((transaction) => insertRows(transaction, this.#into.dialect, table, rows));
	}
}
