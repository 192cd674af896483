import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

// Bytes after gzip -9: what a Chromebook on a school's line waits for.
const initialLimit = 80_000;
const editionLimit = 20_000;

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const read = (path: string) => readFileSync(`${dist}${path}`);
const weigh = (content: string | Buffer) => gzipSync(content, { level: 9 }).length;
const said = (bytes: number) => `${bytes.toLocaleString('en')} bytes`;

/** `assets/a.js` as a page or a script calls it, seen from the root of the site. */
const located = (from: string, target: string) => new URL(target, `file:///${from}`).pathname.slice(1);

/** A script and everything it imports before it runs; `import()` is not among it. */
function withStaticImports(path: string, seen: Set<string>): void {
	if (seen.has(path)) return;
	seen.add(path);
	const { module } = parseSync(path, read(path).toString());
	const imports = [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value)];
	const reexports = module.staticExports.flatMap(({ entries }) =>
		entries.map(({ moduleRequest }) => moduleRequest?.value),
	);
	for (const target of new Set([...imports, ...reexports])) {
		if (target) withStaticImports(located(path, target), seen);
	}
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}\\s*=\\s*["']?([^"'\\s>]+)`, 'i').exec(tag)?.[1];

interface Load {
	readonly files: readonly string[];
	readonly inline: readonly string[];
}

/** All JS and CSS that a page fetches or carries before anybody touches it. */
function loadOf(page: string): Load {
	const html = read(page)
		.toString()
		.replace(/<!--[\s\S]*?-->/g, '');
	const scripts = new Set<string>();
	const files = new Set<string>();
	for (const [tag] of html.matchAll(/<(script|link)\b[^>]*>/gi)) {
		const isScript = /^<script/i.test(tag);
		const relation = attribute(tag, 'rel')?.toLowerCase();
		const target = attribute(tag, isScript ? 'src' : 'href');
		if (!target) continue;
		if (isScript || relation === 'modulepreload') withStaticImports(located(page, target), scripts);
		if (relation === 'stylesheet') files.add(located(page, target));
	}
	const inline = [...html.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/gi)].map(([, , body = '']) => body);
	return { files: [...scripts, ...files], inline: inline.filter((body) => body.trim() !== '') };
}

const built = existsSync(`${dist}index.html`);
const under = (ending: RegExp) =>
	built
		? (readdirSync(dist, { recursive: true }) as string[])
				.map((path) => path.replaceAll('\\', '/'))
				.filter((path) => ending.test(path))
		: [];

describe('the size budget', () => {
	it('has a built site to weigh (npm run build)', () => {
		expect(built).toBe(true);
	});

	it.each(under(/\.html$/))('%s loads little before anybody touches it', (page) => {
		const { files, inline } = loadOf(page);
		expect(
			files.filter((file) => file.endsWith('.js')),
			'the page starts no script at all',
		).not.toEqual([]);
		const parts = files.map((file) => ({ name: file, bytes: weigh(read(file)) }));
		if (inline.length > 0) parts.push({ name: 'inline', bytes: weigh(inline.join('\n')) });
		const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
		console.log(
			[
				`${page}: ${said(total)} of ${said(initialLimit)}`,
				...parts.map(({ name, bytes }) => `  ${name} ${said(bytes)}`),
			].join('\n'),
		);
		expect(total).toBeLessThanOrEqual(initialLimit);
	});

	it('has the plan editions in it, each of them small', () => {
		const editions = under(/^plans\/[^/]+\.json$/).map((path) => ({ path, bytes: weigh(read(path)) }));
		for (const { path, bytes } of editions) console.log(`${path}: ${said(bytes)} of ${said(editionLimit)}`);
		expect(editions).not.toEqual([]);
		expect(editions.filter(({ bytes }) => bytes > editionLimit)).toEqual([]);
	});
});
