import type { Selectable } from 'kysely';
import { mayGrant, type SchoolRole } from '../../domain/exchange/words.ts';
import type { Database, Session } from './database.ts';
import { deviceFacts, findDevice, readDevice } from './devices.ts';
import { endHandoverCodes, handoverStorage } from './handoverCodes.ts';
import { insertRows } from './insertRows.ts';
import { isRegistered, type RegisteredSchoolRow, registeredSchoolIn } from './schools.ts';
import type { AccessStorage, CodeRefusal, Device, NewCode } from './storage.ts';
import type { Tables } from './tables.ts';

type CodeRow = Selectable<Tables['code']>;
type FoundCode = CodeRow & RegisteredSchoolRow & { readonly epoch: string };
type Redemption = Parameters<AccessStorage['redeemCode']>[0];

const codeColumns = [
	...['municipality', 'hash', 'school', 'role', 'grants', 'issued_by', 'issued_at', 'expires_at', 'purpose'],
];

/** Stores new codes. Throws where one of them is known: 60 random bits do not meet by accident. */
export async function storeCodes(
	{ dialect }: Database,
	transaction: Session,
	codes: readonly NewCode[],
): Promise<void> {
	const rows = codes.map((code) => [
		...[code.municipality, code.hash, code.school, code.role, code.grants],
		...[code.issuedBy, code.issuedAt, code.expiresAt, code.purpose ?? null],
	]);
	await insertRows(transaction, dialect, { table: 'code', columns: codeColumns }, rows);
}

/** One-time codes: how they come to be, what they are for, and how they turn into a device. */
export const codeStorage = (
	database: Database,
): Pick<AccessStorage, 'addCode' | 'lookUpCode' | 'redeemCode' | 'handoverCode' | 'endHandoverCode'> => ({
	...handoverStorage(database),

	addCode: (code) =>
		database.write(async (transaction) => {
			if (!(await isRegistered(transaction, code.municipality, code.school))) {
				throw new Error(`School ${code.school} is not registered at ${code.municipality}.`);
			}
			if (code.purpose === 'handover') {
				await alone(database, transaction, code);
				await endHandoverCodes(transaction, code, code.issuedAt);
			}
			await storeCodes(database, transaction, [code]);
		}),

	lookUpCode: (hash, now) =>
		database.read(async (view) => {
			const code = await findCode(view, hash, false);
			const refusal = await refusalOf(view, code, now);
			if (!code || refusal) return { refusal: refusal ?? 'unknownCode' };
			const { role, grants, expires_at: expiresAt, issued_by: issuedBy } = code;
			return { school: registeredSchoolIn(code), role, grants, expiresAt, issuedBy };
		}),

	redeemCode: (request) =>
		database.write(async (transaction) => {
			const code = await findCode(transaction, request.hash, database.dialect.rowLocks);
			if (!code) return { refusal: 'unknownCode' };
			const earlier = await earlierUse(transaction, code, request);
			const refusal = await refusalOf(transaction, earlier ? { ...code, used_by: null } : code, request.now);
			if (refusal) return { refusal };
			if (!mayTake(code, request.role)) return { refusal: 'forbidden' };
			const device = earlier ? await renew(transaction, earlier, request) : await enrol(transaction, code, request);
			return { device, school: registeredSchoolIn(code), epoch: code.epoch };
		}),
});

/** Two sheets made at once must not both find that there is none. */
async function alone({ dialect }: Database, transaction: Session, { municipality, school }: NewCode): Promise<void> {
	await transaction
		.selectFrom('school')
		.select('school')
		.where('municipality', '=', municipality)
		.where('school', '=', school)
		.$if(dialect.rowLocks, (query) => query.forUpdate())
		.execute();
}

/** A code with its school; the row is this transaction's alone where `lock` says so. */
async function findCode(session: Session, hash: string, lock: boolean): Promise<FoundCode | undefined> {
	return session
		.selectFrom('municipality')
		.innerJoin('school', 'school.municipality', 'municipality.municipality')
		.innerJoin('code', (join) =>
			join.onRef('code.municipality', '=', 'school.municipality').onRef('code.school', '=', 'school.school'),
		)
		.selectAll('code')
		.select(['municipality.epoch', 'municipality.facts as municipalityFacts', 'school.facts'])
		.where('code.hash', '=', hash)
		.$if(lock, (query) => query.forUpdate('code'))
		.executeTakeFirst();
}

/** Why a code cannot be used, if so. */
async function refusalOf(session: Session, code: CodeRow | undefined, now: string): Promise<CodeRefusal | undefined> {
	if (!code) return 'unknownCode';
	if (code.used_by !== null) return 'usedCode';
	if (code.expires_at <= now) return 'expiredCode';
	// A sheet for the successor outlives the device that made it, which is often given back before April.
	if (code.issued_by === null || code.purpose === 'handover') return undefined;
	const inviter = await findDevice(session, code.municipality, code.issued_by);
	return inviter && inviter.revoked_at === null ? undefined : 'usedCode';
}

/** A code that fixes the role gives that one; the board's leaves it open up to what it grants. */
const mayTake = (code: CodeRow, role: SchoolRole): boolean =>
	code.role === null ? mayGrant(code.grants, role) : code.role === role;

/** The device that the same installation made of this code before, where its answer may have been lost. */
async function earlierUse(session: Session, code: CodeRow, { installation }: Redemption) {
	if (code.used_by === null) return undefined;
	const device = await findDevice(session, code.municipality, code.used_by);
	const isTheirs = device?.installation === installation && device.revoked_at === null;
	// Once the device has spoken with its token, the answer was not lost, and the sheet of paper opens nothing any more.
	return isTheirs && device.last_contact_at === null ? device : undefined;
}

async function enrol(transaction: Session, code: CodeRow, request: Redemption): Promise<Device> {
	const row: Selectable<Tables['device']> = {
		municipality: code.municipality,
		id: request.id,
		school: code.school,
		installation: request.installation,
		token_hash: request.tokenHash,
		role: request.role,
		grants: code.grants,
		key_id: request.keyId,
		facts: deviceFacts(request.label, request.publicKey),
		invited_by: code.issued_by,
		enrolled_at: request.now,
		last_contact_at: null,
		revoked_at: null,
	};
	await transaction.insertInto('device').values(row).execute();
	await transaction
		.updateTable('code')
		.set({ used_by: request.id })
		.where('municipality', '=', code.municipality)
		.where('hash', '=', code.hash)
		.execute();
	return readDevice(row);
}

async function renew(transaction: Session, device: Selectable<Tables['device']>, request: Redemption): Promise<Device> {
	const changes = {
		token_hash: request.tokenHash,
		role: request.role,
		key_id: request.keyId,
		facts: deviceFacts(request.label, request.publicKey),
	};
	await transaction
		.updateTable('device')
		.set(changes)
		.where('municipality', '=', device.municipality)
		.where('id', '=', device.id)
		.execute();
	return readDevice({ ...device, ...changes });
}
