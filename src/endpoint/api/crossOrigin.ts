import type { Route } from './route.ts';

/** Routes for our own pages only: nothing of another origin may ask them. */
export const isPageOnly = ({ who }: Route): boolean => who === 'board' || who === 'setup' || who === 'password';

const exposed = 'X-Request-Id, Retry-After, ETag';

/**
 * CORS for devices whose site stands on another static host: tokens travel in a header, so cookies are never allowed.
 * Empty where the origin is not one of those named in the settings.
 */
export function crossOriginHeaders(origin: string | undefined, allowed: readonly string[]): Record<string, string> {
	if (allowed.length === 0) return {};
	const vary = { Vary: 'Origin' };
	if (origin === undefined || !allowed.includes(origin)) return vary;
	return { ...vary, 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': exposed };
}

/** What a browser asks for before it sends a request to another origin. */
export function preflightHeaders(
	origin: string | undefined,
	allowed: readonly string[],
	methods: readonly string[],
): Record<string, string> {
	const headers = crossOriginHeaders(origin, allowed);
	if (headers['Access-Control-Allow-Origin'] === undefined) return headers;
	return {
		...headers,
		'Access-Control-Allow-Methods': methods.join(', '),
		'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-None-Match',
		'Access-Control-Max-Age': '7200',
	};
}
