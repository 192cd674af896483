import { createHash } from 'node:crypto';

/** Chance as `crypto.getRandomValues` gives it. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** What is kept of a secret: 256 random bits need no salt and no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A secret of 256 bits: 43 characters of base64url. */
export const mintSecret = (random: Random): string => Buffer.from(random(new Uint8Array(32))).toString('base64url');

/** So many random bytes as hex. */
export const mintHex = (random: Random, bytes: number): string =>
	Buffer.from(random(new Uint8Array(bytes))).toString('hex');

/** A random UUID (version 4). */
export function mintUuid(random: Random): string {
	const bytes = Buffer.from(random(new Uint8Array(16)));
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
