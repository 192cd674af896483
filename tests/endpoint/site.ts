import type { InlineHashes } from '../../src/endpoint/headers.ts';
import type { Encoding, Site, SiteFile } from '../../src/endpoint/site.ts';
import { plainApp } from './plainApp.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A file of a made-up site; variants are named by their encoding and say so in their body. */
export const file = (
	text: string,
	type = 'text/html; charset=utf-8',
	variants: readonly Encoding[] = [],
): SiteFile => ({
	type,
	hash: Buffer.from(text).toString('base64url'),
	bodies: Object.fromEntries([
		['identity', bytes(text)],
		...variants.map((encoding) => [encoding, bytes(`${text} (${encoding})`)]),
	]),
});

const everyday: Readonly<Record<string, SiteFile>> = {
	'/index.html': file('今やること'),
	'/plan/index.html': file('取組一覧'),
	'/shell.html': file('ます目の枠'),
	'/sw.js': file('worker', 'text/javascript; charset=utf-8'),
	'/plans/sendai-2025.json': file('{}', 'application/json', ['br', 'gzip']),
	'/assets/app-1a2b3c.js': file('app', 'text/javascript; charset=utf-8', ['br', 'gzip']),
	'/assets/文字.css': file('css', 'text/css; charset=utf-8'),
};

/** The endpoint over a made-up site, and everything it reported. */
export async function endpoint(files: Readonly<Record<string, SiteFile>> = everyday, inline?: InlineHashes) {
	const reported: unknown[] = [];
	const site: Site = { files: new Map(Object.entries(files)), inline: inline ?? { script: [], style: [] } };
	const app = await plainApp(site, '9.9.9', (error) => reported.push(error));
	return { app, reported };
}

export const asPage = { headers: { Accept: 'text/html,application/xhtml+xml' } };
