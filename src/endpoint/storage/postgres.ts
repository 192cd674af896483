import { Kysely, PostgresDialect } from 'kysely';
import { type Database, waysOf } from './database.ts';
import { postgres } from './dialect.ts';
import type { Tables } from './tables.ts';

/** PostgreSQL's `int8`, which `pg` hands over as text. All of ours stay far below 2^53. */
const int8 = 20;

/** Connects when first used. `pg` is loaded only here: whoever stays with SQLite never pays for it. */
export async function connectPostgres(url: string): Promise<Database> {
	const { default: pg } = await import('pg');
	const pool = new pg.Pool({
		connectionString: url,
		max: 10,
		connectionTimeoutMillis: 10_000,
		types: {
			getTypeParser: (type: number, format?: 'text' | 'binary') =>
				type === int8 ? Number : pg.types.getTypeParser(type, format as 'text'),
		},
	});
	// A resting connection that breaks must not end the process; whoever needs one next gets a new one or the error.
	pool.on('error', () => {});
	const session = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	const ways = waysOf(session);
	return { ...ways, dialect: postgres, snapshot: ways.read, close: () => session.destroy() };
}
