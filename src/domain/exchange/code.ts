/**
 * One-time codes: 12 characters of Crockford's base 32 (60 bits), written `XXXX-XXXX-XXXX`. Letters that are easily
 * mistaken are read as what they look like, full-width and lower-case ones too.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** A new code from chance: fills bytes as `crypto.getRandomValues` does. */
export function mintCode(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
	// 256 is a multiple of 32: the five low bits of a random byte are fair.
	return Array.from(random(new Uint8Array(length)), (byte) => alphabet[byte & 31]).join('');
}

/** `XXXX-XXXX-XXXX`, for people. */
export const formatCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

/** The code in what somebody typed, pasted or scanned (an invitation's whole address too); undefined where there is none. */
export function readCode(typed: string): string | undefined {
	const written = typed.includes('#') ? typed.slice(typed.indexOf('#') + 1) : typed;
	const folded = written
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\-‐-―ー−_.]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	return folded.length === length && [...folded].every((letter) => alphabet.includes(letter)) ? folded : undefined;
}

/** Where an invitation leads: the code stands behind the `#`, so that it never reaches a server's log. */
export const invitationAddress = (origin: string, code: string): string => `${origin}/join#${formatCode(code)}`;
