import { webcrypto } from 'node:crypto';
import type { BoardKey, PublicKey } from '../../domain/exchange/enrolment.ts';
import { isAuthentic, type KnownKey, type SignedOperation } from '../../domain/exchange/signature.ts';
import { mayGrant } from '../../domain/exchange/words.ts';
import type { Operation } from '../../domain/record/operation.ts';
import { mustBeSigned } from '../../domain/record/review/authority.ts';
import type { Device, LogKey } from '../storage/storage.ts';

const { subtle } = webcrypto;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const importKey = (key: PublicKey) => subtle.importKey('jwk', key, algorithm, false, ['verify']);

/** Whether it is a point of the curve: only such a key can ever check anything. */
export async function isUsableKey(key: PublicKey): Promise<boolean> {
	try {
		await importKey(key);
		return true;
	} catch {
		return false;
	}
}

/** RFC 7638 thumbprint. */
export async function keyIdOf({ crv, kty, x, y }: PublicKey): Promise<string> {
	const text = JSON.stringify({ crv, kty, x, y });
	return Buffer.from(await subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('base64url');
}

/** Whose signatures stand in a school's logs: its devices, revoked ones too, and its board. */
export interface Signers {
	readonly devices: readonly Device[];
	readonly board: readonly BoardKey[];
}

/**
 * The keys of a school. Revoked devices' count: after a rollback any device may bring back an old approval. A key that
 * was enrolled several times may sign whatever the greatest of its posts may. The board's are public: enrolling one as a
 * device's must not make it a school's.
 */
function keysOf({ devices, board }: Signers): ReadonlyMap<string, KnownKey<PublicKey>> {
	const posts = new Map<string, { role: Device['role']; key: PublicKey }>();
	for (const { keyId, role, publicKey } of devices) {
		const known = posts.get(keyId);
		if (!known || mayGrant(role, known.role)) posts.set(keyId, { role, key: publicKey });
	}
	return new Map<string, KnownKey<PublicKey>>([
		...posts,
		...board.map(({ keyId, publicKey }) => [keyId, { role: 'board', key: publicKey }] as const),
	]);
}

async function verify(key: PublicKey, signature: string, text: string): Promise<boolean> {
	if (!/^[A-Za-z0-9_-]{86}$/.test(signature)) return false;
	const bytes = Buffer.from(signature, 'base64url');
	return subtle.verify(algorithm, await importKey(key), bytes, new TextEncoder().encode(text));
}

/** Ids of operations that need a signature and have none that stands. Asks for the keys only if any needs one. */
export async function forgedAmong(
	operations: readonly Operation[],
	log: LogKey,
	signers: () => Promise<Signers>,
): Promise<readonly string[]> {
	const toCheck = operations.filter(mustBeSigned);
	if (toCheck.length === 0) return [];
	const keys = keysOf(await signers());
	const judged = toCheck.map(async (operation) => ({
		id: operation.id,
		authentic: await isAuthentic<PublicKey>(operation as SignedOperation, log, (id) => keys.get(id), verify),
	}));
	return (await Promise.all(judged)).filter(({ authentic }) => !authentic).map(({ id }) => id);
}
