import { type SignedOperation, signedText } from '../domain/exchange/signature.ts';
import { canonical } from '../domain/record/canonical.ts';
import type { Operation } from '../domain/record/operation.ts';
import { mustBeSigned } from '../domain/record/review/authority.ts';
import type { SigningKey } from './exchangeStore.ts';
import { StoreFailure } from './refusals.ts';
import { type MasumeDatabase, placeOf } from './schema.ts';
import { transact } from './transaction.ts';

type Signature = NonNullable<SignedOperation['signature']>;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const base64url = (bytes: ArrayBuffer): string =>
	btoa(String.fromCharCode(...new Uint8Array(bytes)))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');

const readKey = (database: MasumeDatabase) =>
	transact(database, 'r', [database.keys], async () => database.keys.get('signing'));

/** The device's key, made where there is none. Of two tabs that make one at the same time, both get the first. */
export async function ensureSigningKey(
	database: MasumeDatabase,
	subtle: SubtleCrypto | undefined,
): Promise<SigningKey> {
	const known = await readKey(database);
	if (known) return keyOf(known);
	if (!subtle) throw new StoreFailure('signingUnavailable');
	const made = await makeKey(subtle);
	return transact(database, 'rw', [database.keys], async () => {
		const first = await database.keys.get('signing');
		if (first) return keyOf(first);
		await database.keys.put({ key: 'signing', ...made });
		return made;
	});
}

const keyOf = ({ keyId, publicKey, privateKey }: SigningKey): SigningKey => ({ keyId, publicKey, privateKey });

async function makeKey(subtle: SubtleCrypto): Promise<SigningKey> {
	const pair = await subtle.generateKey(algorithm, false, ['sign', 'verify']);
	const { x = '', y = '' } = await subtle.exportKey('jwk', pair.publicKey);
	const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
	// RFC 7638: these members, in alphabetical order, without spaces.
	const keyId = base64url(await subtle.digest('SHA-256', bytesOf(canonical(publicKey))));
	return { keyId, publicKey, privateKey: pair.privateKey };
}

/** The signatures of one piece of work, by the text they cover. */
export class Signatures {
	readonly #made = new Map<string, Signature>();
	#lacking: readonly string[] = [];

	/**
	 * Operations as they may enter a log, each review with a new signature, also where it had one. Undefined where signatures have still to be made: then leave the transaction
	 * without having written. A trial's log knows no signatures.
	 */
	on(operations: readonly Operation[], log: string): SignedOperation[] | undefined {
		const place = placeOf(log);
		if (!place) return [...operations];
		const texts = operations.map((each) => (mustBeSigned(each) ? signedText(each, place) : undefined));
		this.#lacking = texts.filter((text) => text !== undefined && !this.#made.has(text)) as string[];
		if (this.#lacking.length > 0) return undefined;
		return operations.map((operation, index) => {
			const signature = this.#made.get(texts[index] ?? '');
			return signature ? { ...operation, signature } : operation;
		});
	}

	async make(database: MasumeDatabase, subtle: SubtleCrypto | undefined): Promise<void> {
		const key = await readKey(database);
		if (!key || !subtle) throw new StoreFailure('signingUnavailable');
		for (const text of this.#lacking) {
			const value = base64url(await subtle.sign(algorithm, key.privateKey, bytesOf(text)));
			this.#made.set(text, { key: key.keyId, value });
		}
	}
}

/**
 * A transaction ends by itself when anything but the database is awaited in it, and signing is such a thing. So the work
 * is tried, says what it would have to sign, and is tried again with the signatures; if counter or lamport have moved
 * meanwhile, the texts are others and it goes round once more.
 */
export async function withSignatures<Value>(
	database: MasumeDatabase,
	subtle: SubtleCrypto | undefined,
	attempt: (signatures: Signatures) => Promise<Value | 'unsigned'>,
): Promise<Value> {
	const signatures = new Signatures();
	for (;;) {
		const outcome = await attempt(signatures);
		if (outcome !== 'unsigned') return outcome;
		await signatures.make(database, subtle);
	}
}
