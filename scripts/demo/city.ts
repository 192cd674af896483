import type { SchoolRow } from '../../src/domain/exchange/board.ts';
import { mintCode } from '../../src/domain/exchange/code.ts';
import { hashPassword } from '../../src/endpoint/access/password.ts';
import { hashOf, mintHex, mintSecret, type Random } from '../../src/endpoint/access/secrets.ts';
import { later } from '../../src/endpoint/instants.ts';
import type { Storage } from '../../src/endpoint/storage/storage.ts';
import { enrolDevices } from './devices.ts';
import { habitOf } from './habits.ts';
import { citySchools, municipality, placeOf } from './schools.ts';
import { boardKey, type CitySource, type DemoYear, schoolYears } from './schoolYears.ts';

/** The board's account. It guards nothing but inventions, so everybody may know it. */
export const account = { loginName: 'demo', password: 'aoba-model-city' } as const;

const minute = 60_000;
const codeMs = 30 * 24 * 60 * minute;

export interface CityDeps extends CitySource {
	readonly storage: Storage;
	/** ISO 8601 UTC. */
	readonly now: string;
	/** For epoch, salt and codes: the only things that differ between two cities of one seed and day. */
	readonly random: Random;
	/** Some of the city's schools; all of them where none are named. */
	readonly schools?: readonly SchoolRow[];
}

/** Fills an empty storage with the model city: schools, last year's records and this year's, summaries, one account. */
export async function layCity(deps: CityDeps): Promise<{ readonly schools: number; readonly operations: number }> {
	const { storage, now, schools = citySchools } = deps;
	const epoch = await foundCity(deps);
	await storage.board.putSchools(municipality.id, schools, now);
	await storage.board.signingKey(municipality.id, async () => ({ ...boardKey, madeAt: now }));
	let operations = 0;
	for (const school of schools) {
		const years = schoolYears(deps, school);
		for (const year of years) operations += await store(storage, epoch, school, year);
		await enrolDevices(storage, school.code, years);
	}
	return { schools: schools.length, operations };
}

async function foundCity({ storage, random, now }: CityDeps): Promise<string> {
	const secretHash = hashOf(mintSecret(random));
	const epoch = mintHex(random, 16);
	await storage.board.addSetupSecret(secretHash, later(now, minute));
	const outcome = await storage.board.setUp({
		secretHash,
		municipality: municipality.id,
		epoch,
		account: {
			municipalityName: municipality.name,
			loginName: account.loginName,
			password: await hashPassword(account.password, random),
		},
		now,
	});
	if (outcome !== 'made') throw new Error(`The city could not be founded: ${outcome}.`);
	return epoch;
}

/** Stores a year as if the school's devices had sent it a few minutes after the last thing that was written. */
async function store(storage: Storage, epoch: string, { code }: SchoolRow, year: DemoYear): Promise<number> {
	const { fiscalYear, operations, summary } = year;
	const last = operations.reduce((latest, { at }) => (at > latest ? at : latest), '');
	if (last === '') return 0;
	const log = { municipality: municipality.id, school: code, fiscalYear };
	const appended = await storage.logs.append(log, { epoch, operations, now: later(last, minute) });
	if (appended.outcome !== 'appended') throw new Error(`${code} ${fiscalYear}: ${appended.outcome}`);
	if (summary) {
		const { versionVector } = summary;
		const body = JSON.stringify(summary);
		const cases = JSON.stringify(summary.cases ?? []);
		const now = later(last, 2 * minute);
		const kept = await storage.summaries.put(log, { epoch, versionVector, body, cases, now });
		if (kept.outcome !== 'kept') throw new Error(`${code} ${fiscalYear}: ${kept.outcome}`);
	}
	return appended.added;
}

export interface DemoCode {
	readonly school: SchoolRow;
	readonly code: string;
}

/** New codes, one for a school of each type that has a full record, for anybody to enrol a browser with at once. */
export async function issueCodes(deps: Pick<CityDeps, 'storage' | 'random' | 'now' | 'schools'>): Promise<DemoCode[]> {
	const { storage, random, now, schools = citySchools } = deps;
	const full = schools.filter((school) => ['diligent', 'average'].includes(habitOf(placeOf(school)).name));
	const byType = new Map(full.toReversed().map((school) => [school.schoolType, school]));
	const codes = [...byType.values()].reverse().map((school) => ({ school, code: mintCode(random) }));
	const common = { municipality: municipality.id, role: null, grants: 'principal', issuedBy: null } as const;
	const expiresAt = later(now, codeMs);
	const known = await storage.board.putCodes(
		codes.map(({ school, code }) => ({ ...common, school: school.code, hash: hashOf(code), issuedAt: now, expiresAt })),
	);
	if (!known) throw new Error('This storage does not hold the model city.');
	return codes;
}
