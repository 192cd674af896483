import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { InlineHashes } from './headers.ts';

/** `identity` is the file as it was built; the others stand precompressed beside it. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** One file of the built site with its encodings. */
export interface SiteFile {
	readonly type: string;
	readonly hash: string;
	readonly bodies: Readonly<Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>>;
}

/** The built site, whole and in memory: what is not listed here cannot be served, whatever the path says. */
export interface Site {
	readonly files: ReadonlyMap<string, SiteFile>;
	readonly inline: InlineHashes;
}

const suffixes = { '.br': 'br', '.gz': 'gzip' } as const;
const hashList = 'csp.json';

const isHash = (value: unknown) => typeof value === 'string' && /^sha(256|384|512)-[A-Za-z0-9+/]+=*$/.test(value);
const isHashList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isHash);

function readInline(file: string): Result<InlineHashes> {
	if (!existsSync(file)) return ok({ script: [], style: [] });
	const broken = refuse('csp', `${hashList} が読めません。dist フォルダーを消して npm start をやり直してください。`);
	try {
		const { script = [], style = [] } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
		return isHashList(script) && isHashList(style) ? ok({ script, style }) : broken;
	} catch {
		return broken;
	}
}

function siteFile(folder: string, path: string): SiteFile {
	const body = readFileSync(join(folder, path));
	const bodies: SiteFile['bodies'] = { identity: new Uint8Array(body) };
	for (const [suffix, encoding] of Object.entries(suffixes)) {
		if (existsSync(join(folder, path + suffix))) {
			Object.assign(bodies, { [encoding]: new Uint8Array(readFileSync(join(folder, path + suffix))) });
		}
	}
	const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
	return { type: getMimeType(path) ?? 'application/octet-stream', hash, bodies };
}

/** Reads the folder that the build wrote. Dot files and the hash list are not part of the site. */
export function readSite(folder: string): Result<Site> {
	if (!existsSync(join(folder, 'index.html'))) {
		return refuse('not-built', '画面がまだ組み立てられていません。npm start で組み立ててから開きます。');
	}
	const inline = readInline(join(folder, hashList));
	if (!inline.ok) return inline;

	const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));
	const known = new Set(paths);
	const isVariant = (path: string) =>
		Object.keys(suffixes).some((suffix) => path.endsWith(suffix) && known.has(path.slice(0, -suffix.length)));
	const served = paths.filter((path) => path !== hashList && !/(^|\/)\./.test(path) && !isVariant(path));
	return ok({ files: new Map(served.map((path) => [`/${path}`, siteFile(folder, path)])), inline: inline.value });
}
