import { createHash, webcrypto } from 'node:crypto';
import { type SignedOperation, signedText } from '../../domain/exchange/signature.ts';
import type { Operation } from '../../domain/record/operation.ts';
import type { BoardSigningKey, LogKey } from '../storage/storage.ts';
import { keyIdOf } from './signatures.ts';

const { subtle } = webcrypto;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A new key for a board, ECDSA P-256. `now`: ISO 8601 UTC. */
export async function makeBoardKey(now: string): Promise<BoardSigningKey> {
	const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
	const { x = '', y = '', d = '' } = await subtle.exportKey('jwk', pair.privateKey);
	const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
	return { keyId: await keyIdOf(publicKey), publicKey, privateKey: d, madeAt: now };
}

/** The operation with the board's signature, for this log and no other. */
export async function signAsBoard(
	operation: Operation,
	{ keyId, publicKey, privateKey }: BoardSigningKey,
	{ municipality, school, fiscalYear }: LogKey,
): Promise<SignedOperation> {
	const key = await subtle.importKey('jwk', { ...publicKey, d: privateKey }, algorithm, false, ['sign']);
	const text = new TextEncoder().encode(signedText(operation, { municipality, school, fiscalYear }));
	const value = Buffer.from(await subtle.sign(algorithm, key, text)).toString('base64url');
	return { ...operation, signature: { key: keyId, value } };
}

/**
 * The board's name in the operations of one log: 128 bits as hex, as a device's. It follows from key and epoch, so that
 * after a restore, when counters that are known elsewhere have been forgotten here, counting begins under another name.
 */
export const boardWriter = ({ municipality, school, fiscalYear }: LogKey, keyId: string, epoch: string): string =>
	createHash('sha256')
		.update(['masume board', municipality, school, fiscalYear, keyId, epoch].join('\n'))
		.digest('hex')
		.slice(0, 32);
