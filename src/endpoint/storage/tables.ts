import type { SchoolRole } from '../../domain/exchange/words.ts';
import type { CodePurpose } from './storage.ts';

/**
 * What lies in the database, the same in SQLite and PostgreSQL. `municipality` leads every primary key and every unique
 * constraint, so that a distributed PostgreSQL can split all tables by it. Instants are ISO 8601 UTC as text. What is never
 * searched by stands together as JSON text in `facts`: JSON escapes the NUL that PostgreSQL's text cannot hold.
 */
export interface Tables {
	municipality: MunicipalityRow;
	school: SchoolTableRow;
	log: LogRow;
	operation: OperationRow;
	summary: SummaryRow;
	shared_cases: SharedCasesRow;
	device: DeviceRow;
	code: CodeRow;
	account: AccountRow;
	board_key: BoardKeyRow;
	board_secret: BoardSecretRow;
	session: SessionRow;
	setup_secret: SetupSecretRow;
}

export type TableName = keyof Tables;

interface MunicipalityRow {
	municipality: string;
	epoch: string;
	/** `{name}` */
	facts: string;
}

interface SchoolTableRow {
	municipality: string;
	school: string;
	/** `{name, schoolType, units}` */
	facts: string;
	registered_at: string;
	changed_at: string;
}

interface LogRow {
	municipality: string;
	school: string;
	fiscal_year: number;
	/** The last number given; numbers have no gaps, so it is the number of operations too. */
	sequence: number;
	/** What the last completed backup holds. */
	durable_sequence: number;
	/** JSON of the `VersionVector`. */
	version_vector: string;
	changed_at: string;
}

interface OperationRow {
	municipality: string;
	school: string;
	fiscal_year: number;
	sequence: number;
	/** `<device>.<n>` */
	id: string;
	/** The operation as JSON text, never read by the database. */
	body: string;
}

interface SummaryRow {
	municipality: string;
	school: string;
	fiscal_year: number;
	/** How many summaries of the log were kept so far; the receipt's last number. */
	revision: number;
	version_vector: string;
	body: string;
	received_at: string;
}

/** What a school's summary shares with the other schools; no row where it shares nothing. */
interface SharedCasesRow {
	municipality: string;
	fiscal_year: number;
	school: string;
	/** Length of `cases`, so that a page can be measured without reading it. */
	size: number;
	/** JSON array of the summary's cases. */
	cases: string;
	received_at: string;
}

interface DeviceRow {
	municipality: string;
	id: string;
	school: string;
	/** The device's own name in its operations when it enrolled. */
	installation: string;
	token_hash: string;
	role: SchoolRole;
	grants: SchoolRole;
	key_id: string;
	/** `{label, publicKey}` */
	facts: string;
	invited_by: string | null;
	enrolled_at: string;
	last_contact_at: string | null;
	revoked_at: string | null;
}

interface CodeRow {
	municipality: string;
	hash: string;
	school: string;
	role: SchoolRole | null;
	grants: SchoolRole;
	issued_by: string | null;
	issued_at: string;
	expires_at: string;
	/** The device that used it up. */
	used_by: string | null;
	/** On the sheet for the successor; null for every other code. */
	purpose: CodePurpose | null;
}

interface AccountRow {
	municipality: string;
	login_name: string;
	password: string;
}

/** The public half of a key that the board signs with. Never removed: what it signed must go on standing. */
interface BoardKeyRow {
	municipality: string;
	key_id: string;
	/** `{publicKey}` */
	facts: string;
	made_at: string;
}

/** The private half of the key that the board signs with now; in no backup. */
interface BoardSecretRow {
	municipality: string;
	key_id: string;
	/** `d` of the JWK. */
	private_key: string;
}

interface SessionRow {
	municipality: string;
	token_hash: string;
	login_name: string;
	expires_at: string;
}

/** The only table without `municipality`: a secret is printed before any exists, and gone once it does. */
interface SetupSecretRow {
	hash: string;
	expires_at: string;
}

/**
 * The order in which transactions come to the tables. All of them keep to it, so that a restore, which locks every
 * table, and they never wait for each other in a circle.
 */
export const tableOrder = [
	'municipality',
	'account',
	'board_key',
	'board_secret',
	'setup_secret',
	'school',
	'log',
	'operation',
	'summary',
	'shared_cases',
	'code',
	'device',
	'session',
] as const satisfies readonly TableName[];
