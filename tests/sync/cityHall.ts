import { randomFillSync } from 'node:crypto';
import { hashOf } from '../../src/endpoint/access/secrets.ts';
import { createApp } from '../../src/endpoint/app.ts';
import { openSqlite, type StorageHandle } from '../../src/endpoint/storage/openStorage.ts';
import type { RequestDeps } from '../../src/sync/request.ts';

const municipality = 'aoba';
export const schoolCode = 'B999000000001';
export const begins = Date.parse('2026-11-21T05:00:00Z');

/** A board's endpoint without a port: the real one, over a real SQLite. */
export interface CityHall {
	readonly storage: StorageHandle;
	readonly fetch: RequestDeps['fetch'];
	/** The endpoint's own clock, milliseconds since 1970; moved by hand. */
	clock: number;
	/** What it could not foresee. Nothing belongs here. */
	readonly reported: unknown[];
	/** A new code for a device of the school, as the board prints it. */
	code(school?: string): Promise<string>;
	close(): Promise<void>;
}

const random = (bytes: Uint8Array<ArrayBuffer>) => randomFillSync(bytes);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface Opening {
	readonly file?: string;
	readonly schools?: readonly string[];
}

/** Opens a city hall with these schools; on a file that has one already it goes on with that. */
export async function openCityHall({ file = ':memory:', schools = [schoolCode] }: Opening = {}): Promise<CityHall> {
	const storage = await openSqlite(file);
	const reported: unknown[] = [];
	const hall: CityHall = {
		...{ storage, reported, clock: begins },
		fetch: (url, init) => app.request(url, init),
		async code(school = schoolCode) {
			const code = Array.from(random(new Uint8Array(12)), (byte) => alphabet[byte & 31]).join('');
			await storage.access.addCode({
				...{ hash: hashOf(code), municipality, school, role: null, grants: 'principal', issuedBy: null },
				issuedAt: new Date(hall.clock).toISOString(),
				expiresAt: new Date(hall.clock + 30 * 86_400_000).toISOString(),
			});
			return code;
		},
		close: () => storage.close(),
	};
	const app = createApp({
		site: { files: new Map(), inline: { script: [], style: [] } },
		...{ version: '0', storage, plans: [], random },
		report: (error) => reported.push(error),
		now: () => hall.clock,
		network: { trustProxy: false, allowedOrigins: [] },
		log: () => undefined,
	});
	if (!(await storage.board.hasAccounts())) await register(storage, schools);
	return hall;
}

async function register(storage: StorageHandle, schools: readonly string[]): Promise<void> {
	const now = new Date(begins).toISOString();
	await storage.board.addSetupSecret(hashOf('s'.repeat(43)), new Date(begins + 86_400_000).toISOString());
	const account = { municipalityName: '青葉モデル市教育委員会(架空)', loginName: 'demo', password: 'x' };
	const epoch = Buffer.from(random(new Uint8Array(16))).toString('hex');
	await storage.board.setUp({ secretHash: hashOf('s'.repeat(43)), municipality, epoch, account, now });
	const rows = schools.map((code) => ({
		...{ code, name: '若葉小学校(架空)', units: [] },
		schoolType: 'elementary' as const,
	}));
	await storage.board.putSchools(municipality, rows, now);
}
