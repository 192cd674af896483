import type { SignedOperation } from '../domain/exchange/signature.ts';
import { mustBeSigned } from '../domain/record/review/authority.ts';
import { partsOfId } from '../domain/record/versionVector.ts';
import { ensureDevice, mintIdentity, type Random } from './device.ts';
import { heldOf } from './held.ts';
import { append, headOfLog } from './log.ts';
import { leavingWith, underNewIds } from './renaming.ts';
import {
	type DeviceRow,
	logKey,
	logTables,
	type MasumeDatabase,
	type OperationRow,
	type WaitingRow,
} from './schema.ts';
import { type Signatures, withSignatures } from './signing.ts';
import { transact } from './transaction.ts';
import { stopWaiting, waitingRows } from './waiting.ts';

export interface Reissue {
	readonly issued: number;
	/** The device took a new identity. */
	readonly renamed: boolean;
}

interface ReissueDeps {
	readonly random: Random;
	readonly subtle: SubtleCrypto | undefined;
}

type Identity = Pick<DeviceRow, 'device' | 'counter'>;

/** An operation that waits, with how it waits. */
interface Open extends OperationRow {
	readonly waiting: WaitingRow;
}

/** See `ExchangeStore.issueAgain`. */
export function issueForkedAgain(
	database: MasumeDatabase,
	fiscalYear: number,
	forked: readonly string[],
	{ random, subtle }: ReissueDeps,
): Promise<Reissue> {
	// The same one at every attempt: what was signed under it is signed for good.
	let minted: Identity | undefined;
	const freshIdentity = (): Identity => {
		minted ??= mintIdentity(random);
		return minted;
	};
	return withSignatures(database, subtle, (signatures) =>
		transact(database, 'rw', [...logTables(database), database.keys], async () => {
			const device = await ensureDevice(database, random);
			const log = logKey(device.school, fiscalYear);
			return issue(database, { device, log, forked: new Set(forked), freshIdentity, signatures });
		}),
	);
}

interface Work {
	readonly device: DeviceRow;
	readonly log: string;
	readonly forked: ReadonlySet<string>;
	readonly freshIdentity: () => Identity;
	readonly signatures: Signatures;
}

async function issue(database: MasumeDatabase, work: Work): Promise<Reissue | 'unsigned'> {
	const { device, log, forked } = work;
	const waiting = await openRows(database, log);
	const signable = await signableBy(database);
	const taken = waiting.filter(({ operation }) => forked.has(operation.id));
	await refuseForeign(
		database,
		taken.filter((row) => !signable(row)),
	);
	const isOwn = (row: Open) => partsOfId(row.operation.id).device === device.device;
	const renamed = taken.some((row) => signable(row) && isOwn(row));
	// What stood at the endpoint once is known to others by its id: it changes only if it must.
	const open = waiting.filter((row) => signable(row) && !row.waiting.again);
	const first = new Set([...taken.filter(signable), ...(renamed ? open.filter(isOwn) : [])]);
	if (first.size === 0) return { issued: 0, renamed: false };
	const held = await heldOf(
		database,
		log,
		[...first, ...open].map(({ operation }) => operation.id),
	);
	const leaving = leavingWith([...first], open, held) as readonly Open[];
	const identity = renamed ? work.freshIdentity() : device;
	const unsigned = underNewIds(leaving, held, (index) => `${identity.device}.${identity.counter + index}`);
	const issued = work.signatures.on(unsigned, log);
	if (!issued) return 'unsigned';
	await exchangeRows(database, log, leaving, issued);
	const counter = identity.counter + issued.length;
	await database.device.put({ ...device, device: identity.device, counter });
	return { issued: issued.length, renamed };
}

async function openRows(database: MasumeDatabase, log: string): Promise<Open[]> {
	const waiting = await waitingRows(database, log);
	const rows = await database.operations.bulkGet(waiting.map(({ position }) => [log, position]));
	return waiting.flatMap((row, index) => {
		const found = rows[index];
		return found ? [{ ...found, waiting: row }] : [];
	});
}

/** Nobody but who signed a review can issue it again. */
async function signableBy(database: MasumeDatabase): Promise<(row: OperationRow) => boolean> {
	const key = await database.keys.get('signing');
	return ({ operation }) =>
		!mustBeSigned(operation) || (key && (operation as SignedOperation).signature?.key === key.keyId) === true;
}

const foreign =
	'ほかの端末が署名した確認の記録に、同じ番号の別の記録が教育委員会の側にありました。この端末からは出し直せないので、送らずにここに残します。署名した端末を通信できるところで開いてください。';

async function refuseForeign(database: MasumeDatabase, rows: readonly Open[]): Promise<void> {
	await database.waiting.bulkPut(
		rows.map(({ waiting, operation }) => ({
			...waiting,
			refused: { id: operation.id, reason: 'foreignSignature', sentence: foreign },
		})),
	);
}

/** The old rows leave, the new ones stand at the end and wait; who was refused is refused under the new id. */
async function exchangeRows(
	database: MasumeDatabase,
	log: string,
	leaving: readonly Open[],
	issued: readonly SignedOperation[],
): Promise<void> {
	await stopWaiting(database, leaving);
	await database.operations.bulkDelete(leaving.map(({ position }) => [log, position]));
	const additions = issued.map((operation) => ({ key: operation.id, operation }));
	const positions = await append(database, await headOfLog(database, log), additions, { wait: true });
	const refused = leaving.flatMap(({ waiting }, index): WaitingRow[] => {
		const [position, id] = [positions[index], issued[index]?.id];
		if (!waiting.refused || position === undefined || id === undefined) return [];
		return [{ log, position, refused: { ...waiting.refused, id } }];
	});
	await database.waiting.bulkPut(refused);
}
