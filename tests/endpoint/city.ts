import { webcrypto } from 'node:crypto';
import { sql } from 'kysely';
import { type SignedOperation, signedText } from '../../src/domain/exchange/signature.ts';
import type { SchoolRole } from '../../src/domain/exchange/words.ts';
import type { Json, Operation } from '../../src/domain/record/operation.ts';
import { hashPassword } from '../../src/endpoint/access/password.ts';
import { hashOf, mintSecret } from '../../src/endpoint/access/secrets.ts';
import { sessionCookieName, sessionSeconds } from '../../src/endpoint/access/sessionCookie.ts';
import type { AccessLine } from '../../src/endpoint/api/accessLog.ts';
import type { NetworkSettings } from '../../src/endpoint/api/settings.ts';
import { createApp } from '../../src/endpoint/app.ts';
import { later } from '../../src/endpoint/instants.ts';
import { type PublishedPlan, readPlans } from '../../src/endpoint/plans.ts';
import { makeSetupLink } from '../../src/endpoint/setupLink.ts';
import { openSqlite, type StorageHandle } from '../../src/endpoint/storage/openStorage.ts';
import { type Answer, type App, ask, origin, type Sent } from './client.ts';

const { subtle } = webcrypto;
const signing = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const hex = (bytes: number) => Buffer.from(random(new Uint8Array(bytes))).toString('hex');

/** Every officer's. */
export const password = 'はるのうみ ひねもす 55';
let passwordKept: Promise<string> | undefined;
const hashed = () => (passwordKept ??= hashPassword(password, random));

let plans: readonly PublishedPlan[] | undefined;
const published = () => (plans ??= readPlans('seeds'));

/** A clock that goes on only when it is told to. */
class Clock {
	private ms = Date.parse('2026-05-18T00:00:00.000Z');
	readonly now = () => this.ms;
	readonly iso = () => new Date(this.ms).toISOString();

	passes(minutes: number): void {
		this.ms += minutes * 60_000;
	}
}

/** A key as a device makes it. */
export async function newKey() {
	const { privateKey, publicKey } = await subtle.generateKey(signing, false, ['sign', 'verify']);
	const { kty, crv, x, y } = await subtle.exportKey('jwk', publicKey);
	return { privateKey, publicKey: { kty, crv, x, y } };
}

interface Enrolled {
	readonly token: string;
	readonly id: string;
	readonly keyId: string;
	readonly role: SchoolRole;
	readonly epoch: string;
	readonly school: { readonly municipality: string; readonly code: string; readonly name: string };
}

/** One iPad or Chromebook of a school. */
export class SchoolDevice {
	readonly enrolled: Enrolled;
	/** Its name in its operations. */
	readonly name: string;
	private readonly app: App;
	private readonly privateKey: webcrypto.CryptoKey;
	private counter = 0;

	constructor(app: App, enrolled: Enrolled, name: string, privateKey: webcrypto.CryptoKey) {
		this.app = app;
		this.enrolled = enrolled;
		this.name = name;
		this.privateKey = privateKey;
	}

	ask(method: string, path: string, sent: Sent = {}): Promise<Answer> {
		return ask(this.app, method, path, { token: this.enrolled.token, ...sent });
	}

	/** `/schools/…/years/…/<rest>` of its own school. */
	log(rest: string, year = 2026): string {
		return `/schools/${this.enrolled.school.code}/years/${year}/${rest}`;
	}

	/** Writes down one edit; nothing is sent. */
	notes(entity: string, field: string, value: Json, replaces: readonly string[] = []): Operation {
		this.counter += 1;
		return {
			...{ version: 1, id: `${this.name}.${this.counter}`, lamport: this.counter, at: '2026-05-18T00:00:00.000Z' },
			...{ by: { role: this.enrolled.role, label: '職員室のiPad' }, entity, field, value, replaces },
		};
	}

	ticks(action: string): Operation {
		return this.notes(`action/${action}`, 'checked', true);
	}

	/** Signs an operation for a log of its school. */
	async signs(operation: Operation, fiscalYear = 2026): Promise<SignedOperation> {
		const { municipality, code: school } = this.enrolled.school;
		const text = new TextEncoder().encode(signedText(operation, { municipality, school, fiscalYear }));
		const value = Buffer.from(await subtle.sign(signing, this.privateKey, text)).toString('base64url');
		return { ...operation, signature: { key: this.enrolled.keyId, value } };
	}

	push(operations: readonly Operation[], { epoch = this.enrolled.epoch, year = 2026 } = {}): Promise<Answer> {
		return this.ask('POST', this.log('operations', year), { json: { epoch, operations } });
	}

	pull(after = 0, more = ''): Promise<Answer> {
		return this.ask('GET', `${this.log('operations')}?after=${after}${more}`);
	}

	/** The summary of what its log holds, as far as the endpoint cares. */
	summary(versionVector: Readonly<Record<string, number>>, achieved = 0) {
		const { municipality, code } = this.enrolled.school;
		return {
			...{ format: 'masume-summary', version: 1, fiscalYear: 2026, edition: 'sendai-2025', operations: 1 },
			school: { municipality, code, schoolType: 'elementary', units: ['specialNeedsClass'] },
			...{ versionVector, actions: [], own: [] },
			progress: { achieved, inProgress: 0, notStarted: 0, notApplicable: 0, applicable: achieved, total: 53 },
		};
	}
}

/** A person at the board of education, signed in. */
export class Officer {
	readonly cookie: string;
	private readonly app: App;

	constructor(app: App, cookie: string) {
		this.app = app;
		this.cookie = cookie;
	}

	ask(method: string, path: string, sent: Sent = {}): Promise<Answer> {
		return ask(this.app, method, path, { cookie: this.cookie, ...sent, headers: { Origin: origin, ...sent.headers } });
	}

	registers(...schools: readonly { code: string; name: string }[]): Promise<Answer> {
		const rows = schools.map((school) => ({ schoolType: 'elementary', units: ['specialNeedsClass'], ...school }));
		return this.ask('POST', '/board/schools', { json: { schools: rows } });
	}

	async codeFor(school: string): Promise<string> {
		const { json } = await this.ask('POST', '/board/codes', { json: { schools: [school] } });
		return (json.codes as { code: string }[])[0]?.code ?? '';
	}
}

export const cookieOf = (answer: Answer): string => answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';

/** An endpoint of one city, in memory. */
export class City {
	readonly clock = new Clock();
	readonly lines: AccessLine[] = [];
	readonly reported: unknown[] = [];
	readonly storage: StorageHandle;
	readonly app: App;

	private constructor(storage: StorageHandle, network: Partial<NetworkSettings>) {
		this.storage = storage;
		this.app = createApp({
			...{ storage, random, plans: published(), now: this.clock.now, version: '9.9.9' },
			site: { files: new Map(), inline: { script: [], style: [] } },
			network: { trustProxy: false, allowedOrigins: [], ...network },
			log: (line) => this.lines.push(line),
			report: (error) => this.reported.push(error),
		});
	}

	static async open(network: Partial<NetworkSettings> = {}): Promise<City> {
		return new City(await openSqlite(':memory:'), network);
	}

	ask(method: string, path: string, sent?: Sent): Promise<Answer> {
		return ask(this.app, method, path, sent);
	}

	/** The secret of a fresh setup link. */
	async setupSecret(): Promise<string> {
		const link = await makeSetupLink(this.storage.board, origin, this.clock.iso(), random);
		return link.split('#')[1] ?? '';
	}

	/** An officer who is signed in. Written down directly: a hundred cities would hash a hundred passwords. */
	async officer(loginName = 'aoba', municipalityName = '青葉市教育委員会'): Promise<Officer> {
		const { board } = this.storage;
		const [secretHash, municipality, now] = [hex(32), hex(8), this.clock.iso()];
		await board.addSetupSecret(secretHash, later(now, 1));
		const account = { municipalityName, loginName, password: await hashed() };
		await board.setUp({ secretHash, municipality, epoch: hex(16), account, now });
		return this.signsIn(municipality, loginName);
	}

	/** Somebody with this account, who has just signed in. */
	async signsIn(municipality: string, loginName = 'aoba'): Promise<Officer> {
		const token = mintSecret(random);
		const expiresAt = later(this.clock.iso(), sessionSeconds * 1_000);
		await this.storage.board.addSession({ tokenHash: hashOf(token), municipality, loginName, expiresAt });
		return new Officer(this.app, `${sessionCookieName}=${token}`);
	}

	/** Enrols a device with a code; `again`: the same installation once more. */
	async enrols(code: string, role: SchoolRole, label = '職員室のiPad'): Promise<SchoolDevice> {
		const { privateKey, publicKey } = await newKey();
		const device = hex(16);
		const answer = await this.ask('POST', '/enrolments', { json: { code, device, publicKey, role, label } });
		if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
		const enrolled = new SchoolDevice(this.app, answer.json as unknown as Enrolled, device, privateKey);
		// Its first contact is noted: what comes after it changes the state only if it is meant to.
		await enrolled.ask('GET', '/devices');
		return enrolled;
	}

	/** A colleague's device, invited by one of the school. */
	async joins(inviter: SchoolDevice, role: SchoolRole): Promise<SchoolDevice> {
		const { json } = await inviter.ask('POST', '/invitations', { json: { role } });
		return this.enrols(String(json.code), role);
	}

	/** Everything that is stored, as text: the same text, the same state. */
	async dump(): Promise<string> {
		const { session } = this.storage.database;
		const tables = await sql<{
			name: string;
		}>`select name from sqlite_master where type = 'table' order by name`.execute(session);
		const rows = tables.rows.map(async ({ name }) => {
			const { rows } = await sql`select * from ${sql.table(name)}`.execute(session);
			return `${name}: ${rows
				.map((row) => JSON.stringify(row))
				.sort()
				.join('\n')}`;
		});
		return (await Promise.all(rows)).join('\n');
	}
}

/** A city with a school that has an ICT lead and a principal. */
export async function school(name = '青葉小学校') {
	const city = await City.open();
	const officer = await city.officer();
	await officer.registers({ code: 'aoba-e', name });
	const lead = await city.enrols(await officer.codeFor('aoba-e'), 'ictLead');
	city.clock.passes(1);
	const principal = await city.joins(lead, 'principal');
	return { city, officer, lead, principal };
}
