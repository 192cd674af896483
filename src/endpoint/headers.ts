import type { MiddlewareHandler } from 'hono';
import type { Arrival, Environment } from './access/client.ts';

/** Hashes (`sha256-…`) of the inline scripts and styles that the build wrote into its pages. */
export interface InlineHashes {
	readonly script: readonly string[];
	readonly style: readonly string[];
}

const quoted = (hashes: readonly string[]) => hashes.map((hash) => ` '${hash}'`).join('');

/** The content security policy: everything from here, nothing inline but what the build names. */
const contentSecurityPolicy = (inline: InlineHashes): string =>
	[
		"default-src 'self'",
		`script-src 'self'${quoted(inline.script)}`,
		`style-src 'self'${quoted(inline.style)}`,
		"img-src 'self' data: blob:",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join('; ');

// The camera stays open to our own pages: 引継ぎ reads a QR code.
const permissions = 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=()';

/** Once seen over TLS, for a year over TLS only. Subdomains are not ours to speak for. */
const strictTransport = 'max-age=31536000';

/** Sets the security headers on every answer, refusals included. `overTls`: the visitor's browser speaks TLS. */
export function securityHeaders(
	inline: InlineHashes,
	overTls: (arrival: Arrival) => boolean,
): MiddlewareHandler<Environment> {
	const headers = {
		'Content-Security-Policy': contentSecurityPolicy(inline),
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Permissions-Policy': permissions,
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
	};
	return async (context, next) => {
		await next();
		for (const [name, value] of Object.entries(headers)) context.header(name, value);
		if (overTls(context)) context.header('Strict-Transport-Security', strictTransport);
	};
}
