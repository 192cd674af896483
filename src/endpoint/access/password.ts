import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from './secrets.ts';

/** scrypt's cost: 2^15 rounds of 8 blocks, 32 MiB for about a tenth of a second. Kept beside each hash, so that it can grow. */
const cost = { logN: 15, r: 8, p: 1 } as const;
const keyLength = 32;

/** Full-width and half-width forms of a letter are the same password: it depends on the keyboard which one is typed. */
const folded = (password: string) => password.normalize('NFKC');

function derive(password: string, salt: Buffer, { logN, r, p }: { logN: number; r: number; p: number }) {
	const options: ScryptOptions = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r };
	return new Promise<Buffer>((resolve, reject) => {
		scrypt(folded(password), salt, keyLength, options, (error, key) => (error ? reject(error) : resolve(key)));
	});
}

const written = (salt: Buffer, key: Buffer) =>
	['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');

/** What is kept of a password: `scrypt$<log2 N>$<r>$<p>$<salt>$<key>`. */
export async function hashPassword(password: string, random: Random): Promise<string> {
	const salt = Buffer.from(random(new Uint8Array(16)));
	return written(salt, await derive(password, salt, cost));
}

/** Nobody's: an unknown login name costs the same work as a wrong password. */
const nobody = written(Buffer.alloc(16), Buffer.alloc(keyLength));

/** Whether this is the password that was kept; false, after the same work, where none is. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
	const [scheme, logN, r, p, salt = '', key = ''] = (kept ?? nobody).split('$');
	if (scheme !== 'scrypt') throw new Error('a password kept in an unknown way');
	const expected = Buffer.from(key, 'base64url');
	const found = await derive(password, Buffer.from(salt, 'base64url'), {
		logN: Number(logN),
		r: Number(r),
		p: Number(p),
	});
	return expected.length === found.length && timingSafeEqual(expected, found) && kept !== undefined;
}
