import { canonical } from '../record/canonical.ts';
import type { Operation } from '../record/operation.ts';
import { maySign, mustBeSigned } from '../record/review/authority.ts';
import { isSchoolRole, mayGrant } from './words.ts';

/** An operation with the signature of the device that made it. */
export interface SignedOperation extends Operation {
	/** `key`: RFC 7638 thumbprint. `value`: ECDSA P-256 with SHA-256 over `signedText`, base64url. */
	readonly signature?: { readonly key: string; readonly value: string };
}

/** The log an operation belongs to is signed too: an approval cannot be carried into another year or school. */
export interface SignedPlace {
	readonly municipality: string;
	readonly school: string;
	readonly fiscalYear: number;
}

/** What a signature covers: the whole operation without the signature, and its log. */
export function signedText({ signature: _, ...operation }: SignedOperation, place: SignedPlace): string {
	const { municipality, school, fiscalYear } = place;
	return canonical({ masume: 'operation', municipality, school, fiscalYear, operation });
}

/** A key as the school's devices know it. */
export interface KnownKey<Key> {
	readonly role: string;
	readonly key: Key;
}

/** Checks a signature with the platform's WebCrypto. */
export type VerifySignature<Key> = (key: Key, signature: string, text: string) => Promise<boolean>;

/** Whether an operation may stand: it needs no signature, or carries one of a key whose post may make it. */
export async function isAuthentic<Key>(
	operation: SignedOperation,
	place: SignedPlace,
	keyOf: (id: string) => KnownKey<Key> | undefined,
	verify: VerifySignature<Key>,
): Promise<boolean> {
	if (!mustBeSigned(operation)) return true;
	const { signature } = operation;
	if (typeof signature?.key !== 'string' || typeof signature.value !== 'string') return false;
	const known = keyOf(signature.key);
	if (!known || !mayClaim(known.role, operation.by.role) || !maySign(operation.by.role, operation)) return false;
	return verify(known.key, signature.value, signedText(operation, place));
}

/** The post that an operation names is what its readers go by: it is the key's own, or one below it at the school. */
const mayClaim = (owned: string, claimed: string): boolean =>
	owned === claimed || (isSchoolRole(owned) && isSchoolRole(claimed) && mayGrant(owned, claimed));
