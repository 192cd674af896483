import type { SchoolRow } from '../../../src/domain/exchange/board.ts';
import type { PublicKey } from '../../../src/domain/exchange/enrolment.ts';
import type { Operation } from '../../../src/domain/record/operation.ts';
import type { StorageHandle } from '../../../src/endpoint/storage/openStorage.ts';
import type { BoardSigningKey, Device, LogKey, NewCode, Storage } from '../../../src/endpoint/storage/storage.ts';

/** A database under test: opened as often as a story has processes. */
export interface Place {
	/** Another process that opens the same database; closed when the story is over. */
	open(): Promise<StorageHandle>;
}

/** Minutes after nine on a day in November. */
export const at = (minutes: number): string => new Date(Date.UTC(2026, 10, 21, 0, minutes)).toISOString();

export const epoch = 'a0'.repeat(16);
export const municipality = 'aoba-city';

export const schools: readonly SchoolRow[] = [
	{ code: 'B1', name: '青葉小学校', schoolType: 'elementary', units: ['specialNeedsClass'] },
	{ code: 'B2', name: '若葉中学校', schoolType: 'lowerSecondary', units: [] },
];

/** 青葉小's log of a year. */
export const logOf = (school = 'B1', fiscalYear = 2026): LogKey => ({ municipality, school, fiscalYear });

/** Makes a municipality with its first account, and its two schools. */
export async function settle(storage: Storage, { name = municipality, loginName = 'board' } = {}): Promise<void> {
	await storage.board.addSetupSecret(`secret of ${name}`, at(60));
	const outcome = await storage.board.setUp({
		secretHash: `secret of ${name}`,
		municipality: name,
		epoch,
		account: { municipalityName: '青葉市教育委員会', loginName, password: 'scrypt$…' },
		now: at(0),
	});
	if (outcome !== 'made') throw new Error(outcome);
	await storage.board.putSchools(name, schools, at(0));
}

/** The nth operation of a device. */
export const operation = (device: string, n: number, value: Operation['value'] = `${device} ${n}`): Operation => ({
	version: 1,
	id: `${device}.${n}`,
	lamport: n,
	at: at(n % 60),
	by: { role: 'ictLead', label: 'ICT担当' },
	entity: 'action/a-1',
	field: 'result',
	value,
	replaces: [],
});

/** Operations `from`…`to` of a device. */
export const operations = (device: string, from: number, to: number): Operation[] =>
	Array.from({ length: to - from + 1 }, (_operation, index) => operation(device, from + index));

export const append = (storage: Storage, list: readonly Operation[], log = logOf()) =>
	storage.logs.append(log, { epoch, operations: list, now: at(1) });

/** All operations of a log, page by page, as the device that reads them sees them. */
export async function readAll(storage: Storage, log = logOf(), limit = 1_000): Promise<Operation[]> {
	const all: Operation[] = [];
	for (let after = 0; ; ) {
		const page = await storage.logs.read(log, { after, limit });
		if ('resync' in page) throw new Error('resync');
		all.push(...page.operations.map((text) => JSON.parse(text) as Operation));
		after = page.next;
		if (!page.more) return all;
	}
}

export const publicKey: PublicKey = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) };

/** A key for a board to sign with. */
export const boardKey = (keyId: string, minutes = 3): BoardSigningKey => ({
	...{ keyId, publicKey, privateKey: `private half of ${keyId}`, madeAt: at(minutes) },
});

/** A code of the board for 青葉小, valid for an hour. */
export const boardCode = (hash: string, changes: Partial<NewCode> = {}): NewCode => ({
	hash,
	municipality,
	school: 'B1',
	role: null,
	grants: 'principal',
	issuedBy: null,
	issuedAt: at(0),
	expiresAt: at(60),
	...changes,
});

/** What somebody sends who uses a code. */
export const redemption = (hash: string, name: string, changes: object = {}) => ({
	hash,
	installation: `installation of ${name}`,
	id: name,
	tokenHash: `token of ${name}`,
	keyId: `key of ${name}`,
	publicKey,
	role: 'ictLead' as const,
	label: name,
	now: at(2),
	...changes,
});

/** Enrols a device of 青葉小 with a code of the board. */
export async function enrol(storage: Storage, name: string, changes: object = {}): Promise<Device> {
	await storage.access.addCode(boardCode(`code of ${name}`));
	const answer = await storage.access.redeemCode(redemption(`code of ${name}`, name, changes));
	if ('refusal' in answer) throw new Error(answer.refusal);
	return answer.device;
}
