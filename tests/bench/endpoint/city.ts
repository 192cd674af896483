import { createHash } from 'node:crypto';
import type { LogKey, Storage } from '../../../src/endpoint/storage/storage.ts';
import { schoolYear } from '../schoolYear.ts';

export const fiscalYear = 2026;
export const epoch = '0'.repeat(32);
const now = '2026-11-21T05:00:00.000Z';
const later = '2027-11-21T05:00:00.000Z';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const hex = (text: string) => hashOf(text).slice(0, 32);
const base64url = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Schools that exist for measuring only. */
export const schoolCode = (n: number): string => `bench-${n}`;
export const tokenOf = (municipality: string, n: number): string => `${municipality}.${base64url(`token ${n}`)}`;
export const installationOf = (n: number): string => hex(`installation ${n}`).slice(0, 31);

export const logOf = (municipality: string, n: number): LogKey => ({ municipality, school: schoolCode(n), fiscalYear });

/** A municipality whose schools `from` to `to` are registered. */
export async function addMunicipality(storage: Storage, municipality: string, from: number, to: number): Promise<void> {
	await storage.board.addSetupSecret(hashOf(municipality), later);
	const made = await storage.board.setUp({
		secretHash: hashOf(municipality),
		municipality,
		epoch,
		account: { municipalityName: `測定用 ${municipality}`, loginName: `bench-${municipality}`, password: 'none' },
		now,
	});
	if (made !== 'made') throw new Error(`municipality ${municipality}: ${made}`);
	const schools = Array.from({ length: to - from }, (_, index) => ({
		code: schoolCode(from + index),
		name: `測定用の学校 ${from + index}`,
		schoolType: 'elementary' as const,
		units: [],
	}));
	await storage.board.putSchools(municipality, schools, now);
}

/** Enrols one device at a school; its token is `tokenOf(municipality, n)`. */
export async function addDevice(storage: Storage, municipality: string, n: number): Promise<void> {
	const code = `code ${municipality} ${n}`;
	await addCode(storage, municipality, n, code);
	const enrolled = await storage.access.redeemCode({
		hash: hashOf(code),
		installation: hex(`installation ${n}`),
		id: hex(`device ${n}`),
		// Of the random part: the municipality in front only says where to look.
		tokenHash: hashOf(tokenOf(municipality, n).slice(municipality.length + 1)),
		keyId: base64url(`key ${n}`),
		publicKey: { kty: 'EC', crv: 'P-256', x: base64url(`x ${n}`), y: base64url(`y ${n}`) },
		role: 'ictLead',
		label: '測定用',
		now,
	});
	if ('refusal' in enrolled) throw new Error(`device ${n}: ${enrolled.refusal}`);
}

/** A code of the board's, as it stands on a school's sheet. */
export async function addCode(storage: Storage, municipality: string, n: number, code: string): Promise<void> {
	await storage.access.addCode({
		hash: hashOf(code),
		municipality,
		school: schoolCode(n),
		role: null,
		grants: 'principal',
		issuedBy: null,
		issuedAt: now,
		expiresAt: later,
	});
}

/** Fills a school's log. */
export async function addYear(storage: Storage, municipality: string, n: number, operations: number): Promise<void> {
	const year = schoolYear(operations, installationOf(n));
	for (let at = 0; at < year.length; at += 500) {
		const batch = { epoch, operations: year.slice(at, at + 500), now };
		const kept = await storage.logs.append(logOf(municipality, n), batch);
		if (kept.outcome !== 'appended') throw new Error(`log ${n}: ${kept.outcome}`);
	}
}

/** A stored summary of about the size of a real one. */
export async function addSummary(storage: Storage, municipality: string, n: number): Promise<void> {
	const body = JSON.stringify({ measured: 'x'.repeat(5_500), n });
	const kept = await storage.summaries.put(logOf(municipality, n), { epoch, versionVector: {}, body, now });
	if (kept.outcome !== 'kept') throw new Error(`summary ${n}: ${kept.outcome}`);
}
