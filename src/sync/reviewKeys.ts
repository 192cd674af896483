import type { BoardKey, DeviceEntry, DevicesAnswer } from '../domain/exchange/enrolment.ts';
import { isAuthentic, type KnownKey, type SignedOperation, type SignedPlace } from '../domain/exchange/signature.ts';
import { mayGrant } from '../domain/exchange/words.ts';
import type { Operation } from '../domain/record/operation.ts';
import { mustBeSigned } from '../domain/record/review/authority.ts';
import { ok } from '../domain/result.ts';
import type { Answered } from './fault.ts';

export interface ReviewKeysDeps {
	readonly subtle: SubtleCrypto;
	/** Devices of the school, revoked ones too: what they signed while they were trusted still stands. And its board's keys. */
	readonly devices: () => Answered<Pick<DevicesAnswer, 'devices' | 'boardKeys'>>;
}

export interface Sifted {
	readonly authentic: readonly Operation[];
	/** Operations of the review that no entitled key of the school has signed. */
	readonly forged: readonly Operation[];
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Tells signed operations of the review from forged ones. The school's keys are asked for when first needed. */
export function createReviewKeys({ subtle, devices }: ReviewKeysDeps) {
	let known: ReadonlyMap<string, KnownKey<CryptoKey>> | undefined;

	async function load(): Answered<ReadonlyMap<string, KnownKey<CryptoKey>>> {
		const answer = await devices();
		if (!answer.ok) return answer;
		const { devices: entries, boardKeys = [] } = answer.value;
		const keys = await Promise.all(
			[...greatestPosts(entries), ...boardPosts(boardKeys)].map(
				async ([id, entry]) => [id, await read(entry)] as const,
			),
		);
		return ok(new Map(keys.flatMap(([id, key]) => (key ? [[id, key] as const] : []))));
	}

	async function read({ publicKey, role }: Post): Promise<KnownKey<CryptoKey> | undefined> {
		try {
			return { role, key: await subtle.importKey('jwk', publicKey, curve, false, ['verify']) };
		} catch {
			// Not a point of the curve: then nothing is signed with it.
			return undefined;
		}
	}

	const keyOf = (operation: SignedOperation) => known?.get(operation.signature?.key ?? '');

	/** A refusal where the keys could not be asked for: nothing of the page may be taken then. */
	return async (operations: readonly Operation[], place: SignedPlace): Answered<Sifted> => {
		const reviews = operations.filter(mustBeSigned);
		if (reviews.length === 0) return ok({ authentic: operations, forged: [] });
		if (!reviews.every(keyOf)) {
			const loaded = await load();
			if (!loaded.ok) return loaded;
			known = loaded.value;
		}
		const checked = await Promise.all(
			reviews.map(async (each) => ({
				operation: each,
				good: await isAuthentic(each, place, (id) => known?.get(id), verifier(subtle)),
			})),
		);
		const forged = checked.filter(({ good }) => !good).map(({ operation }) => operation);
		return ok({ authentic: operations.filter((each) => !forged.includes(each)), forged });
	};
}

/** A public key and what it stands for. */
interface Post extends Pick<DeviceEntry, 'publicKey'> {
	readonly role: string;
}

/** They come last: a device that enrolled the board's public key as its own does not turn it into a school's. */
const boardPosts = (keys: readonly BoardKey[]): readonly (readonly [string, Post])[] =>
	keys.map(({ keyId, publicKey }) => [keyId, { publicKey, role: 'board' }]);

/** A key that was enrolled several times may sign whatever the greatest of its posts may. */
function greatestPosts(devices: readonly DeviceEntry[]): ReadonlyMap<string, Post> {
	const posts = new Map<string, DeviceEntry>();
	for (const entry of devices) {
		const known = posts.get(entry.keyId);
		if (!known || mayGrant(entry.role, known.role)) posts.set(entry.keyId, entry);
	}
	return posts;
}

const verifier =
	(subtle: SubtleCrypto) =>
	async (key: CryptoKey, signature: string, text: string): Promise<boolean> => {
		if (!/^[A-Za-z0-9_-]{86}$/.test(signature)) return false;
		return subtle.verify(algorithm, key, bytesOf(signature), new TextEncoder().encode(text));
	};

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
