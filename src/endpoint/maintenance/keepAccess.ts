import type { Selectable } from 'kysely';
import type { Database, Session } from '../storage/database.ts';
import { type Cell, insertRows } from '../storage/insertRows.ts';
import type { Tables } from '../storage/tables.ts';
import { backupTables } from './backupTables.ts';

type KeptTable = 'device' | 'code' | 'board_key' | 'board_secret';

/** Who may exchange now: devices, revoked ones too, and codes, used ones too; and the keys that the board signs with. */
type Access = { readonly [Name in KeptTable]: readonly Selectable<Tables[Name]>[] };

export const presentAccess = async (transaction: Session): Promise<Access> => ({
	device: await transaction.selectFrom('device').selectAll().execute(),
	code: await transaction.selectFrom('code').selectAll().execute(),
	board_key: await transaction.selectFrom('board_key').selectAll().execute(),
	board_secret: await transaction.selectFrom('board_secret').selectAll().execute(),
});

/**
 * Puts the present devices and codes over those of the backup, wherever their school is there. Going back is for records:
 * a lost device must not come back to life with it, a used sheet must not open again, and a device that enrolled since
 * holds what the backup lacks, and must be let in to bring it. So too the board's keys: what was signed since the backup
 * comes back with the devices that hold it.
 */
export async function keepAccess(database: Database, transaction: Session, present: Access): Promise<void> {
	const schools = new Set<string>();
	for (const { municipality, school } of await transaction
		.selectFrom('school')
		.select(['municipality', 'school'])
		.execute()) {
		schools.add(`${municipality}/${school}`);
	}
	const municipalities = await transaction.selectFrom('municipality').select('municipality').execute();
	const boards = new Set(municipalities.map(({ municipality }) => municipality));
	const ofSchools = <Row extends { municipality: string; school: string }>(rows: readonly Row[]) =>
		rows.filter(({ municipality, school }) => schools.has(`${municipality}/${school}`));
	const ofBoards = <Row extends { municipality: string }>(rows: readonly Row[]) =>
		rows.filter(({ municipality }) => boards.has(municipality));
	await putOver(database, transaction, 'code', 'hash', ofSchools(present.code));
	await putOver(database, transaction, 'device', 'id', ofSchools(present.device));
	await putOver(database, transaction, 'board_key', 'key_id', ofBoards(present.board_key));
	await insertAll(database, transaction, 'board_secret', secretColumns, ofBoards(present.board_secret));
}

const secretColumns = ['municipality', 'key_id', 'private_key'] as const;

async function putOver<Row extends { municipality: string }>(
	database: Database,
	transaction: Session,
	table: Exclude<KeptTable, 'board_secret'>,
	key: string & keyof Row,
	rows: readonly Row[],
): Promise<void> {
	for (const row of rows) {
		await transaction
			.deleteFrom(table)
			.where('municipality', '=', row.municipality)
			.where(key as never, '=', row[key] as never)
			.execute();
	}
	const columns = backupTables.find((each) => each.table === table)?.columns ?? [];
	await insertAll(database, transaction, table, columns, rows);
}

const insertAll = (
	{ dialect }: Database,
	transaction: Session,
	table: KeptTable,
	columns: readonly string[],
	rows: readonly object[],
): Promise<void> =>
	insertRows(
		transaction,
		dialect,
		{ table, columns },
		rows.map((row) => columns.map((column) => row[column as keyof typeof row] as Cell)),
	);
