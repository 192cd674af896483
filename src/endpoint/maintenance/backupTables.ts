import { CompiledQuery } from 'kysely';
import type { Database, Session } from '../storage/database.ts';
import type { Cell } from '../storage/insertRows.ts';
import type { Tables } from '../storage/tables.ts';

/** A table as a backup holds it. */
export interface BackupTable {
	readonly table: keyof Tables;
	readonly columns: readonly string[];
	/** How many of the first columns are its primary key. */
	readonly keys: number;
}

const described = <Name extends keyof Tables>(
	table: Name,
	keys: readonly (keyof Tables[Name] & string)[],
	others: readonly (keyof Tables[Name] & string)[],
): BackupTable => ({ table, columns: [...keys, ...others], keys: keys.length });

const log = ['municipality', 'school', 'fiscal_year'] as const;

/**
 * What a backup holds, in the order of `tableOrder`. Not in it: sessions and setup secrets, which a restore ends anyway
 * and which should not lie about in files; nor the key with which the board signs: whoever finds a file must not be able
 * to accept in its name. Its public half is there, so that what it signed stands on any machine.
 */
export const backupTables: readonly BackupTable[] = [
	described('municipality', ['municipality'], ['epoch', 'facts']),
	described('account', ['municipality', 'login_name'], ['password']),
	described('board_key', ['municipality', 'key_id'], ['facts', 'made_at']),
	described('school', ['municipality', 'school'], ['facts', 'registered_at', 'changed_at']),
	described('log', log, ['sequence', 'durable_sequence', 'version_vector', 'changed_at']),
	described('operation', [...log, 'sequence'], ['id', 'body']),
	described('summary', log, ['revision', 'version_vector', 'body', 'received_at']),
	described('shared_cases', ['municipality', 'fiscal_year', 'school'], ['size', 'cases', 'received_at']),
	described(
		'code',
		['municipality', 'hash'],
		['school', 'role', 'grants', 'issued_by', 'issued_at', 'expires_at', 'used_by', 'purpose'],
	),
	described(
		'device',
		['municipality', 'id'],
		[
			...(['school', 'installation', 'token_hash', 'role', 'grants', 'key_id', 'facts'] as const),
			...(['invited_by', 'enrolled_at', 'last_contact_at', 'revoked_at'] as const),
		],
	),
];

/** Rows fetched at once: one operation may be long, a database may be longer than the memory. */
const pageRows = 200;

/** All rows of a table in the order of its key, in portions. The session must keep one view while it lasts. */
export async function* portionsIn(
	session: Session,
	{ dialect }: Pick<Database, 'dialect'>,
	{ table, columns, keys }: BackupTable,
): AsyncGenerator<readonly (readonly Cell[])[]> {
	const names = (count: number) => columns.slice(0, count).map((column) => `"${column}"`);
	const key = names(keys).join(', ');
	const select = `select ${names(columns.length).join(', ')} from "${table}"`;
	const marks = Array.from({ length: keys }, (_mark, index) => dialect.placeholder(index + 1)).join(', ');
	const end = `order by ${key} limit ${pageRows}`;
	for (let last: readonly Cell[] | undefined; ; ) {
		const query = last
			? CompiledQuery.raw(`${select} where (${key}) > (${marks}) ${end}`, last.slice(0, keys))
			: CompiledQuery.raw(`${select} ${end}`);
		const { rows } = await session.executeQuery<Readonly<Record<string, Cell>>>(query);
		const portion = rows.map((row) => columns.map((column) => row[column] ?? null));
		if (portion.length > 0) yield portion;
		last = portion.at(-1);
		if (!last || portion.length < pageRows) return;
	}
}
