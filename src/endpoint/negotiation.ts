import type { Encoding } from './site.ts';

const preference = ['br', 'gzip'] as const;

/** How much the visitor wants each coding named in `Accept-Encoding`: 1 where no q is given. */
function qualities(header: string): Map<string, number> {
	const entries = header.split(',').map((part): [string, number] => {
		const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
		const q = parameters.find((parameter) => parameter.startsWith('q='));
		return [name, q === undefined ? 1 : Number(q.slice(2)) || 0];
	});
	return new Map(entries);
}

/** The smallest encoding that the visitor accepts and the build has written. */
export function chooseEncoding(header: string | undefined, has: (encoding: Encoding) => boolean): Encoding {
	if (header === undefined) return 'identity';
	const wanted = qualities(header);
	const accepts = (encoding: string) => (wanted.get(encoding) ?? wanted.get('*') ?? 0) > 0;
	return preference.find((encoding) => has(encoding) && accepts(encoding)) ?? 'identity';
}

/** Whether `If-None-Match` names this tag; compared weakly, as RFC 9110 asks for it. */
export function matchesTag(header: string | undefined, tag: string): boolean {
	if (header === undefined) return false;
	const named = header.split(',').map((part) => part.trim().replace(/^W\//, ''));
	return named.includes('*') || named.includes(tag);
}
