import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isShow } from '../../src/features/checklist/filter.ts';

interface Picture {
	readonly src: string;
	readonly sizes: string;
	readonly type: string;
	readonly purpose?: string;
	readonly form_factor?: string;
	readonly label?: string;
}

interface Manifest {
	readonly description: string;
	readonly start_url: string;
	readonly icons: readonly Picture[];
	readonly screenshots: readonly Picture[];
	readonly shortcuts: readonly { readonly name: string; readonly url: string; readonly icons: readonly Picture[] }[];
}

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const published = (src: string) => at(`public${src}`);
const text = readFileSync(published('/manifest.webmanifest'), 'utf8');
const page = readFileSync(at('index.html'), 'utf8');
const manifest = JSON.parse(text) as Manifest;
const pictures = [
	...manifest.icons,
	...manifest.screenshots,
	...manifest.shortcuts.flatMap((shortcut) => shortcut.icons),
];

/** `512x512` of a PNG; `any` of an SVG, which fits everything. */
function sizeOf(src: string): string {
	const bytes = readFileSync(published(src));
	if (src.endsWith('.svg')) return /<svg [^>]*viewBox=/.test(bytes.toString()) ? 'any' : 'no drawing';
	expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
	return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** Paths that the app has a page for, as its routes say. */
const routes = [...readFileSync(at('src/app/pages.tsx'), 'utf8').matchAll(/^\t'(\/[^']*)':/gm)].map(([, path]) => path);

describe('the manifest', () => {
	it('says who the app is and where it begins', () => {
		expect(manifest).toMatchObject({
			id: '/',
			name: 'ます目',
			short_name: 'ます目',
			lang: 'ja',
			dir: 'ltr',
			scope: '/',
		});
		expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' });
		expect(manifest.description).toMatch(/□/);
	});

	it('has the colours of the page: white, before and after it is drawn', () => {
		expect(manifest).toMatchObject({ theme_color: '#ffffff', background_color: '#ffffff' });
		expect(page).toContain('<meta name="theme-color" content="#ffffff"');
	});

	it.each(pictures)('$src is there and as large as it claims', ({ src, sizes, type }) => {
		expect(sizeOf(src)).toBe(sizes);
		expect(type).toBe(src.endsWith('.svg') ? 'image/svg+xml' : 'image/png');
	});

	it('has what a Chromebook asks for before it offers to install', () => {
		const icons = manifest.icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`);
		for (const size of ['192x192', '512x512'])
			expect(icons).toEqual(expect.arrayContaining([`any ${size}`, `maskable ${size}`]));
	});

	it('shows itself on a wide and on a narrow screen, in Japanese, in small files', () => {
		expect(new Set(manifest.screenshots.map((picture) => picture.form_factor))).toEqual(new Set(['wide', 'narrow']));
		for (const { src, label } of manifest.screenshots) {
			expect(label).toMatch(/\p{Script=Hiragana}/u);
			expect(readFileSync(published(src)).length).toBeLessThan(150_000);
		}
		// A browser drops screenshots of one form whose proportions differ.
		for (const form of ['wide', 'narrow']) {
			const sizes = manifest.screenshots.filter((picture) => picture.form_factor === form).map(({ sizes }) => sizes);
			expect(new Set(sizes).size).toBe(1);
		}
	});

	it.each(['/', ...manifest.shortcuts.map(({ url }) => url)])('%s leads to a page of the app', (url) => {
		const { pathname, searchParams } = new URL(url, 'https://masume.example/');
		expect(routes).toContain(pathname);
		const show = searchParams.get('show');
		if (show !== null) expect(isShow(show)).toBe(true);
	});

	it('names nothing outside the site', () => {
		const addresses = [
			manifest.start_url,
			...manifest.shortcuts.map(({ url }) => url),
			...pictures.map(({ src }) => src),
		];
		expect(addresses.filter((address) => !/^\/(?!\/)/.test(address))).toEqual([]);
		expect(text).not.toMatch(/https?:/);
	});
});

describe('the page', () => {
	const links = [...page.matchAll(/<link [^>]*rel="([^"]+)"[^>]*href="([^"]+)"/g)].map(([, rel, href]) => ({
		rel,
		href,
	}));

	it('points to the manifest and to a mark for tabs and home screens', () => {
		expect(links.map(({ rel }) => rel)).toEqual(expect.arrayContaining(['manifest', 'icon', 'apple-touch-icon']));
		expect(links.filter(({ href = '' }) => !existsSync(published(href)))).toEqual([]);
	});

	it('gives an iPad a mark of 180 pixels', () => {
		expect(sizeOf('/icons/apple-touch-icon.png')).toBe('180x180');
	});
});
