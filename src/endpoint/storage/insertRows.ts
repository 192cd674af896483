import { CompiledQuery } from 'kysely';
import type { Session } from './database.ts';
import type { Dialect } from './dialect.ts';
import type { TableName } from './tables.ts';

/** A value as both databases and a backup's line know it. */
export type Cell = string | number | null;

const placeholders = (dialect: Dialect, rows: number, columns: number): string =>
	Array.from({ length: rows }, (_row, row) => {
		const cells = Array.from({ length: columns }, (_cell, cell) => dialect.placeholder(row * columns + cell + 1));
		return `(${cells.join(', ')})`;
	}).join(', ');

const texts = new Map<string, string>();

/** The statement's text; few of them differ, so they are kept. */
function statementFor(dialect: Dialect, table: TableName, columns: readonly string[], rows: number): string {
	const key = `${dialect.name} ${table} ${columns.join()} ${rows}`;
	const known = texts.get(key);
	if (known) return known;
	const names = columns.map((column) => `"${column}"`).join(', ');
	const text = `insert into "${table}" (${names}) values ${placeholders(dialect, rows, columns.length)}`;
	texts.set(key, text);
	return text;
}

/**
 * Inserts rows given as cells in the order of `columns`, many per statement. Written by hand because building such a
 * statement from its parts costs more than the database needs to carry it out.
 */
export async function insertRows(
	transaction: Session,
	dialect: Dialect,
	into: { readonly table: TableName; readonly columns: readonly string[] },
	rows: readonly (readonly Cell[])[],
): Promise<void> {
	for (let start = 0; start < rows.length; ) {
		const size = dialect.rowsAtOnce(rows.length - start);
		const text = statementFor(dialect, into.table, into.columns, size);
		await transaction.executeQuery(CompiledQuery.raw(text, rows.slice(start, start + size).flat()));
		start += size;
	}
}
