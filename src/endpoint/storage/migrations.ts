import { CompiledQuery, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';

/** One step forward, as statements. Steps that were released are never changed; there is no way back but a backup. */
type Migration = (dialect: Dialect) => readonly string[];

const migrations: readonly Migration[] = [firstTables, boardKeysAndReviews, sharedCases, codePurpose];

/** The level that this version of the endpoint works with. */
export const schemaLevel = migrations.length;

/** The database was written by a newer version of the endpoint. The message is for the person. */
export class NewerDatabase extends Error {
	override readonly name = 'NewerDatabase';
}

/**
 * Brings a database to `target`. Safe when several processes start at once: they stand one behind the other, and the
 * second finds nothing left to do. Throws `NewerDatabase` where the database is beyond what this version knows.
 */
export async function migrate(database: Database, target = schemaLevel): Promise<void> {
	await database.write(async (transaction) => {
		await database.dialect.lockMigrations(transaction);
		await sql`create table if not exists migration (level integer primary key)`.execute(transaction);
		const { rows } = await sql<{ level: number | null }>`select max(level) as level from migration`.execute(
			transaction,
		);
		const level = rows[0]?.level ?? 0;
		if (level > schemaLevel) {
			throw new NewerDatabase(
				'データベースは、今のものより新しい版のます目で作られています。中身には触れていません。新しい版のます目で開いてください。',
			);
		}
		for (const [index, step] of migrations.entries()) {
			if (index < level || index >= target) continue;
			for (const statement of step(database.dialect)) await transaction.executeQuery(CompiledQuery.raw(statement));
			await sql`insert into migration (level) values (${sql.lit(index + 1)})`.execute(transaction);
		}
	});
}

// No foreign keys: a distributed database allows them only between tables that lie side by side, and what they would
// guard (a log's school, a device's school) is checked inside the transactions that write. Hashes and login names are
// searched without their municipality: they have an index of their own, which must not be unique for the same reason.
function firstTables({ key, count, tableEnd }: Dialect): readonly string[] {
	const log = `municipality ${key} not null, school ${key} not null, fiscal_year integer not null`;
	return [
		`create table municipality (municipality ${key} not null primary key, epoch ${key} not null, facts text not null) ${tableEnd}`,
		`create table school (municipality ${key} not null, school ${key} not null, facts text not null,
			registered_at ${key} not null, changed_at ${key} not null, primary key (municipality, school)) ${tableEnd}`,
		`create table log (${log}, sequence ${count} not null, durable_sequence ${count} not null,
			version_vector text not null, changed_at ${key} not null,
			primary key (municipality, school, fiscal_year)) ${tableEnd}`,
		`create table operation (${log}, sequence ${count} not null, id ${key} not null, body text not null,
			primary key (municipality, school, fiscal_year, sequence)) ${tableEnd}`,
		'create unique index operation_id on operation (municipality, school, fiscal_year, id)',
		`create table summary (${log}, revision ${count} not null, version_vector text not null, body text not null,
			received_at ${key} not null, primary key (municipality, school, fiscal_year)) ${tableEnd}`,
		'create index summary_year on summary (municipality, fiscal_year, school)',
		`create table device (municipality ${key} not null, id ${key} not null, school ${key} not null,
			installation ${key} not null, token_hash ${key} not null, role ${key} not null, grants ${key} not null,
			key_id ${key} not null, facts text not null, invited_by ${key}, enrolled_at ${key} not null,
			last_contact_at ${key}, revoked_at ${key}, primary key (municipality, id)) ${tableEnd}`,
		'create index device_token on device (municipality, token_hash)',
		'create index device_school on device (municipality, school, enrolled_at)',
		`create table code (municipality ${key} not null, hash ${key} not null, school ${key} not null, role ${key},
			grants ${key} not null, issued_by ${key}, issued_at ${key} not null, expires_at ${key} not null, used_by ${key},
			primary key (municipality, hash)) ${tableEnd}`,
		'create index code_hash on code (hash)',
		'create index code_school on code (municipality, school)',
		`create table account (municipality ${key} not null, login_name ${key} not null, password text not null,
			primary key (municipality, login_name)) ${tableEnd}`,
		'create index account_login_name on account (login_name)',
		`create table session (municipality ${key} not null, token_hash ${key} not null, login_name ${key} not null,
			expires_at ${key} not null, primary key (municipality, token_hash)) ${tableEnd}`,
		'create index session_token on session (token_hash)',
		// Without municipality: a setup secret is printed before any municipality exists.
		`create table setup_secret (hash ${key} not null primary key, expires_at ${key} not null) ${tableEnd}`,
	];
}

// The index finds what belongs to a review among a city's operations; it is no copy that could come to say something else.
function boardKeysAndReviews({ key, tableEnd, isOfReview }: Dialect): readonly string[] {
	return [
		`create table board_key (municipality ${key} not null, key_id ${key} not null, facts text not null,
			made_at ${key} not null, primary key (municipality, key_id)) ${tableEnd}`,
		`create table board_secret (municipality ${key} not null primary key, key_id ${key} not null,
			private_key text not null) ${tableEnd}`,
		`create index operation_review on operation (municipality, fiscal_year, school, sequence) where ${isOfReview}`,
	];
}

// A table of its own: a device that asks what others share must not make the endpoint read every school's summary. The
// year stands before the school, so that one municipality's year lies side by side. Older summaries share nothing.
function sharedCases({ key, count, tableEnd }: Dialect): readonly string[] {
	return [
		`create table shared_cases (municipality ${key} not null, fiscal_year integer not null, school ${key} not null,
			size ${count} not null, cases text not null, received_at ${key} not null,
			primary key (municipality, fiscal_year, school)) ${tableEnd}`,
	];
}

/** The invitation on the sheet for the successor lives by rules of its own. */
function codePurpose({ key }: Dialect): readonly string[] {
	return [`alter table code add column purpose ${key}`];
}
