/** The origin in an address as a person writes it; undefined where it is none that a browser opens. */
export function originOf(typed: string): string | undefined {
	try {
		const { protocol, origin } = new URL(typed.normalize('NFKC').trim());
		return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
	} catch {
		return undefined;
	}
}

/** An address that means another machine to everybody who opens it. */
export const isThisMachine = (origin: string): boolean =>
	/^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost)$/.test(new URL(origin).hostname);

/** Browsers keep neither work offline nor the camera for a page that comes without encryption. */
export const isUnprotected = (origin: string): boolean =>
	new URL(origin).protocol === 'http:' && !isThisMachine(origin);
