import { createECDH, createHash, createHmac } from 'node:crypto';
import type { PublicKey } from '../../src/domain/exchange/enrolment.ts';
import { type SignedOperation, type SignedPlace, signedText } from '../../src/domain/exchange/signature.ts';
import { canonical } from '../../src/domain/record/canonical.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { hexOf } from './chance.ts';

/**
 * ECDSA P-256 that gives the same signature for the same text, as RFC 6979 asks for: WebCrypto's never does, and the city
 * is the same twice to the byte. The keys follow from names that everybody may know, and guard nothing but inventions.
 */
export interface DemoKey {
	/** RFC 7638 thumbprint. */
	readonly keyId: string;
	readonly publicKey: PublicKey;
	/** `d` of the JWK. */
	readonly privateKey: string;
	/** 64 bytes as base64url, as WebCrypto verifies them. */
	sign(text: string): string;
}

/** The number of points of the curve P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const numberOf = (hex: string): bigint => BigInt(`0x${hex}`);
const hex64 = (number: bigint): string => number.toString(16).padStart(64, '0');
const mod = (number: bigint): bigint => ((number % order) + order) % order;

/** The point that a number stands for, x and y as hex. */
function pointOf(number: bigint): readonly [x: string, y: string] {
	const pair = createECDH('prime256v1');
	pair.setPrivateKey(hex64(number), 'hex');
	// One byte that says "uncompressed", then x and y.
	const point = pair.getPublicKey('hex');
	return [point.slice(2, 66), point.slice(66)];
}

/** Extended Euclid. */
function inverse(number: bigint): bigint {
	let [a, b, x, y] = [mod(number), order, 1n, 0n];
	while (a > 1n) {
		const times = a / b;
		[a, b] = [b, a % b];
		[x, y] = [y, x - times * y];
	}
	return mod(x);
}

const base64url = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url');

/** The key that belongs to a name. */
export function demoKey(name: string): DemoKey {
	const secret = (numberOf(hexOf(`key of ${name}`, 64)) % (order - 1n)) + 1n;
	const [x, y] = pointOf(secret);
	const publicKey = { kty: 'EC', crv: 'P-256', x: base64url(x), y: base64url(y) } as const;
	return {
		publicKey,
		privateKey: base64url(hex64(secret)),
		keyId: createHash('sha256').update(canonical(publicKey)).digest('base64url'),
		sign(text) {
			const digest = createHash('sha256').update(text).digest('hex');
			const drawn = createHmac('sha256', hex64(secret)).update(digest).digest('hex');
			const once = (numberOf(drawn) % (order - 1n)) + 1n;
			const r = mod(numberOf(pointOf(once)[0]));
			const s = mod(inverse(once) * (mod(numberOf(digest)) + r * secret));
			return base64url(hex64(r) + hex64(s));
		},
	};
}

export const signWith = (key: DemoKey, operation: Operation, place: SignedPlace): SignedOperation => ({
	...operation,
	signature: { key: key.keyId, value: key.sign(signedText(operation, place)) },
});
