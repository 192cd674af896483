import type { Selectable } from 'kysely';
import type { Database, Session } from '../storage/database.ts';
import { type Cell, insertRows } from '../storage/insertRows.ts';
import type { Tables } from '../storage/tables.ts';
import { type BackupTable, backupTables } from './backupTables.ts';

type Row = Selectable<Tables['device']> | Selectable<Tables['code']>;

/** Who may exchange now: devices, revoked ones too, and codes, used ones too. */
interface Access {
	readonly device: readonly Row[];
	readonly code: readonly Row[];
}

export const presentAccess = async (transaction: Session): Promise<Access> => ({
	device: await transaction.selectFrom('device').selectAll().execute(),
	code: await transaction.selectFrom('code').selectAll().execute(),
});

/**
 * Puts the present devices and codes over those of the backup, wherever their school is there. Going back is for records:
 * a lost device must not come back to life with it, a used sheet must not open again, and a device that enrolled since
 * holds what the backup lacks, and must be let in to bring it.
 */
export async function keepAccess(database: Database, transaction: Session, present: Access): Promise<void> {
	const schools = new Set<string>();
	for (const { municipality, school } of await transaction
		.selectFrom('school')
		.select(['municipality', 'school'])
		.execute()) {
		schools.add(`${municipality}/${school}`);
	}
	for (const table of backupTables) {
		if (table.table !== 'device' && table.table !== 'code') continue;
		const rows = present[table.table].filter(({ municipality, school }) => schools.has(`${municipality}/${school}`));
		for (const row of rows) await forget(transaction, table, row);
		await insertRows(
			transaction,
			database.dialect,
			table,
			rows.map((row) => table.columns.map((column) => row[column as keyof Row] as Cell)),
		);
	}
}

async function forget(transaction: Session, { table }: BackupTable, row: Row): Promise<void> {
	if (table === 'device' && 'id' in row) {
		const { municipality, id } = row;
		await transaction.deleteFrom('device').where('municipality', '=', municipality).where('id', '=', id).execute();
	} else if ('hash' in row) {
		const { municipality, hash } = row;
		await transaction.deleteFrom('code').where('municipality', '=', municipality).where('hash', '=', hash).execute();
	}
}
