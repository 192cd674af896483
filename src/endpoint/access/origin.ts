/** What a browser says about where a request comes from. */
export interface Provenance {
	readonly secFetchSite: string | undefined;
	readonly origin: string | undefined;
	readonly host: string | undefined;
}

const hostOf = (origin: string | undefined) => {
	try {
		return origin === undefined ? undefined : new URL(origin).host;
	} catch {
		return undefined;
	}
};

/**
 * Whether our own page asks. Browsers tell by `Sec-Fetch-Site`, where the connection is not TLS by `Origin` only; a page
 * cannot forge either. The host alone is compared: TLS may end at a proxy that we know nothing of.
 */
export function isOwnPage({ secFetchSite, origin, host }: Provenance, publicOrigin: string | undefined): boolean {
	if (secFetchSite !== undefined) return secFetchSite === 'same-origin';
	if (origin === undefined) return false;
	const asking = hostOf(origin);
	return origin === publicOrigin || (asking !== undefined && asking === host);
}
