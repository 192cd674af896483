import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { precached, readWorker, Worker } from './worker.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const source = readWorker(dist);
const stored = precached(source);
const built = readdirSync(dist, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(dist.length).replace(/^\//, ''));

/** Fetched by the browser itself or by nobody, or the board's, whose pages need the network anyway. */
const leftOut = /^(serviceWorker\.js|csp\.json|screenshots\/.*|assets\/(startBoard|schoolList).*)$|\.(br|gz)$/;

describe('the worker stores', () => {
	it('every file the site needs without a network, and no other', () => {
		expect([...stored].sort()).toEqual(built.filter((path) => !leftOut.test(path)).sort());
	});

	it('the page, both plans, the manifest and the icons among them', () => {
		const plans = stored.filter((path) => /^plans\/sendai-(2024|2025)\.[0-9a-f]+\.json$/.test(path));
		expect(plans).toHaveLength(2);
		expect(stored).toEqual(expect.arrayContaining(['index.html', 'manifest.webmanifest', 'icons/icon.svg']));
		expect(stored.filter((path) => path.startsWith('assets/')).length).toBeGreaterThan(3);
	});

	it('neither screenshots nor the list of hashes', () => {
		expect(built).toEqual(expect.arrayContaining(['csp.json', 'screenshots/home-wide.png']));
		expect(stored.filter((path) => /screenshots|csp\.json/.test(path))).toEqual([]);
	});

	it('everything the page asks for by itself', () => {
		const page = readFileSync(`${dist}index.html`, 'utf8');
		const wanted = [...page.matchAll(/(?:src|href)="\/([^"#?]+\.[a-z]+)"/g)].map(([, path = '']) => path);
		expect(wanted.length).toBeGreaterThan(3);
		expect(wanted.filter((path) => !stored.includes(path))).toEqual([]);
	});
});

describe('the worker answers', async () => {
	const worker = await Worker.offline(source);

	it.each(['/', '/plan?show=open', '/actions/sendai-2025-1-1-3-2', '/settings', '/nowhere'])(
		'%s with the app, so that deep links open offline',
		async (path) => {
			expect(await worker.answers(path, { navigation: true })).toBe('/index.html');
		},
	);

	it('a stored file with that file', async () => {
		for (const path of stored) expect(await worker.answers(`/${path}`)).toBe(`/${path}`);
	});

	it.each(['/api/v1/health', '/api/v1/plans'])(
		'nothing under %s: what the endpoint says is never old',
		async (path) => {
			expect(await worker.answers(path)).toBeUndefined();
			expect(await worker.answers(path, { navigation: true })).toBeUndefined();
		},
	);

	it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'])('no %s, wherever it goes', async (method) => {
		for (const path of ['/', '/plan', '/index.html', '/api/v1/enrolments']) {
			expect(await worker.answers(path, { method })).toBeUndefined();
			expect(await worker.answers(path, { method, navigation: true })).toBeUndefined();
		}
	});
});

describe('a new version', () => {
	it('waits until the person says so', async () => {
		const worker = new Worker(source);
		await worker.hears('install');
		await worker.hears('activate');
		await worker.hears('message', { data: null });
		await worker.hears('message', { data: { type: 'CACHE_URLS', payload: { urlsToCache: [] } }, ports: [] });
		expect(worker.skippedWaiting).toBe(0);
		await worker.hears('message', { data: { type: 'SKIP_WAITING' } });
		expect(worker.skippedWaiting).toBe(1);
	});

	it.each(stored)('is not taken in at all where %s cannot be had', async (path) => {
		const worker = new Worker(source);
		worker.reaches = (wanted) => wanted !== `/${path}`;
		await expect(worker.hears('install')).rejects.toThrow();
	});
});
