import type { PublicKey } from '../../../src/domain/exchange/enrolment.ts';
import { type SignedOperation, type SignedPlace, signedText } from '../../../src/domain/exchange/signature.ts';
import type { Operation } from '../../../src/domain/record/operation.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

export interface Signer {
	readonly id: string;
	readonly role: string;
	readonly key: CryptoKey;
	readonly publicKey: PublicKey;
	sign(operation: Operation, place: SignedPlace): Promise<SignedOperation>;
}

/** A device's key as a device makes it: the private half cannot be taken out. */
export async function signer(role: string): Promise<Signer> {
	const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
	const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
	const publicKey: PublicKey = { kty: 'EC', crv: 'P-256', x, y };
	const thumbprint = JSON.stringify({ crv: publicKey.crv, kty: publicKey.kty, x, y });
	const id = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(thumbprint)));
	return {
		id,
		role,
		key: pair.publicKey,
		publicKey,
		async sign(operation, place) {
			const bytes = new TextEncoder().encode(signedText(operation, place));
			const value = base64url(await crypto.subtle.sign(algorithm, pair.privateKey, bytes));
			return { ...operation, signature: { key: id, value } };
		},
	};
}

export const verify = (key: CryptoKey, signature: string, text: string): Promise<boolean> =>
	crypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), new TextEncoder().encode(text));

const base64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');
