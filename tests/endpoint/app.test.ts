import { describe, expect, it } from 'vitest';
import { asPage, endpoint, file } from './site.ts';

describe('the API', () => {
	it('says that it is alive, and in which version', async () => {
		const answer = await (await endpoint()).app.request('/api/v1/health');
		expect(answer.status).toBe(200);
		expect(await answer.json()).toEqual({ status: 'ok', version: '9.9.9' });
		expect(answer.headers.get('Cache-Control')).toBe('no-store');
	});

	it.each(['/api', '/api/', '/api/v1/nothing', '/api/v2/health', '/api/../api/x'])(
		'refuses %s in Japanese',
		async (path) => {
			const answer = await (await endpoint()).app.request(path, asPage);
			expect(answer.status).toBe(404);
			expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
			expect(await answer.json()).toMatchObject({ status: 404, reason: 'notFound', title: '見つかりません' });
		},
	);

	it('refuses to have its health changed', async () => {
		const answer = await (await endpoint()).app.request('/api/v1/health', { method: 'DELETE' });
		expect(answer.status).toBe(405);
		expect(answer.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
	});

	it('reports an unforeseen error to us and reveals nothing of it', async () => {
		const { app, reported } = await endpoint({ '/index.html': { type: 'text/html', hash: 'x', bodies: {} } });
		const answer = await app.request('/');
		expect(answer.status).toBe(500);
		expect(await answer.text()).not.toContain('own body');
		expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
		expect(reported).toHaveLength(1);
	});
});

describe('pages', () => {
	it.each([
		['/', '今やること'],
		['/plan', '取組一覧'],
		['/plan/', '取組一覧'],
		['/actions/a-1-1', 'ます目の枠'],
		['/settings', 'ます目の枠'],
		['/%E8%A8%AD%E5%AE%9A', 'ます目の枠'],
	])('%s opens 「%s」', async (path, text) => {
		const answer = await (await endpoint()).app.request(path, asPage);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
		expect(await answer.text()).toBe(text);
	});

	it('opens the front page for a deep link where the build wrote no shell', async () => {
		const { app } = await endpoint({ '/index.html': file('今やること') });
		expect(await (await app.request('/actions/a-1-1', asPage)).text()).toBe('今やること');
	});

	it.each(['/icons/gone.png', '/assets/app-old.js', '/assets/gone', '/sw.js.map', '/%zz'])(
		'does not put a page in the place of the missing %s',
		async (path) => {
			const answer = await (await endpoint()).app.request(path, asPage);
			expect(answer.status).toBe(404);
			expect(answer.headers.get('Cache-Control')).toBe('no-store');
			expect(await answer.text()).toContain('見つかりません');
		},
	);

	it('gives a program that asks for data no page', async () => {
		const answer = await (await endpoint()).app.request('/plans/none', { headers: { Accept: 'application/json' } });
		expect(answer.status).toBe(404);
	});

	it.each([
		'/../package.json',
		'/%2e%2e/package.json',
		'/..%2fpackage.json',
		'/assets/..%5c..%5cpackage.json',
		'//etc/passwd',
		'/plan%00.html',
	])('never leaves the site for %s', async (path) => {
		const answer = await (await endpoint()).app.request(new Request(`http://localhost${path}`));
		expect(answer.status).toBe(404);
	});

	it('finds a file whose name is Japanese', async () => {
		expect((await (await endpoint()).app.request(`/assets/${encodeURIComponent('文字')}.css`)).status).toBe(200);
	});

	it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('refuses %s', async (method) => {
		const answer = await (await endpoint()).app.request('/', { method });
		expect(answer.status).toBe(405);
		expect(answer.headers.get('Allow')).toBe('GET, HEAD');
	});

	it('answers HEAD with the head of the page and no body', async () => {
		const answer = await (await endpoint()).app.request('/', { method: 'HEAD', ...asPage });
		expect(answer.status).toBe(200);
		expect(answer.headers.get('ETag')).toBeTruthy();
		expect(answer.headers.get('Content-Length')).toBe('15');
		expect(await answer.text()).toBe('');
	});
});

describe('caches', () => {
	it('keeps hashed assets for ever', async () => {
		const answer = await (await endpoint()).app.request('/assets/app-1a2b3c.js');
		expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
	});

	it.each(['/', '/plan', '/sw.js', '/plans/sendai-2025.json', '/actions/a-1-1'])(
		'asks again for %s, and hears that nothing changed',
		async (path) => {
			const { app } = await endpoint();
			const first = await app.request(path, asPage);
			const tag = first.headers.get('ETag') ?? '';
			expect(first.headers.get('Cache-Control')).toBe('no-cache');

			const again = await app.request(path, { headers: { ...asPage.headers, 'If-None-Match': `"other", W/${tag}` } });
			expect(again.status).toBe(304);
			expect(again.headers.get('ETag')).toBe(tag);
			expect(await again.text()).toBe('');
		},
	);

	it('sends the page anew when it changed', async () => {
		const answer = await (await endpoint()).app.request('/', {
			headers: { ...asPage.headers, 'If-None-Match': '"older"' },
		});
		expect(answer.status).toBe(200);
	});

	it.each([
		['br, gzip', 'br'],
		['gzip, deflate', 'gzip'],
		['gzip;q=1.0, br;q=0', 'gzip'],
		['*', 'br'],
		['deflate', null],
		['', null],
	])('sends an asset to one who accepts 「%s」 as %s', async (accepted, encoding) => {
		const answer = await (await endpoint()).app.request('/assets/app-1a2b3c.js', {
			headers: { 'Accept-Encoding': accepted },
		});
		expect(answer.headers.get('Content-Encoding')).toBe(encoding);
		expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
		expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
		expect(await answer.text()).toBe(encoding ? `app (${encoding})` : 'app');
	});

	it('tags each encoding of a file differently', async () => {
		const { app } = await endpoint();
		const tags = ['br', 'gzip', 'identity'].map(async (encoding) => {
			const answer = await app.request('/plans/sendai-2025.json', { headers: { 'Accept-Encoding': encoding } });
			return answer.headers.get('ETag');
		});
		expect(new Set(await Promise.all(tags)).size).toBe(3);
	});
});

describe('security headers', () => {
	it.each(['/', '/assets/gone.js', '/api/v1/health', '/api/none'])('stand on %s', async (path) => {
		const { headers } = await (await endpoint()).app.request(path);
		const policy = headers.get('Content-Security-Policy') ?? '';
		expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self';");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain('unsafe');
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		expect(headers.get('Referrer-Policy')).toBe('no-referrer');
		expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
		expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
	});

	it('allow the inline scripts that the build has named, and no other', async () => {
		const { app } = await endpoint(undefined, { script: ['sha256-AAA='], style: [] });
		const policy = (await app.request('/', asPage)).headers.get('Content-Security-Policy');
		expect(policy).toContain("script-src 'self' 'sha256-AAA='; style-src 'self';");
	});
});
