import { describe, expect, it } from 'vitest';
import { isPageOnly } from '../../src/endpoint/api/crossOrigin.ts';
import { City, school } from './city.ts';
import { routes } from './client.ts';

const site = 'https://ict.example.jp';
const pathOf = (path: string) => path.replace(/:year/, '2026').replace(/:\w+/g, 'aoba-e');
const named = (pageOnly: boolean) => [
	...new Set(routes.filter((route) => isPageOnly(route) === pageOnly).map(({ path }) => pathOf(path))),
];

describe('a site on another host', () => {
	it.each(named(false))('may ask %s where it is named in the settings', async (path) => {
		const city = await City.open({ allowedOrigins: [site] });
		const preflight = await city.ask('OPTIONS', path, {
			headers: {
				Origin: site,
				'Access-Control-Request-Method': 'POST',
				'Access-Control-Request-Headers': 'authorization',
			},
		});
		expect(preflight.status).toBe(204);
		expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(site);
		expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
		expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull();
		for (const route of routes.filter((each) => pathOf(each.path) === path)) {
			expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain(route.method);
			const answer = await city.ask(route.method, path, { headers: { Origin: site } });
			expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(site);
			expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('X-Request-Id');
			expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
			expect(answer.headers.get('Vary')).toContain('Origin');
		}
	});

	it.each(named(true))('never may ask %s', async (path) => {
		const city = await City.open({ allowedOrigins: [site] });
		for (const method of ['OPTIONS', 'GET', 'POST', 'DELETE']) {
			const { headers } = await city.ask(method, path, { headers: { Origin: site } });
			expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
		}
	});

	it.each(['https://evil.example', 'http://ict.example.jp', 'https://ict.example.jp.evil.example', 'null'])(
		'is not %s',
		async (origin) => {
			const city = await City.open({ allowedOrigins: [site] });
			for (const method of ['OPTIONS', 'GET']) {
				const { headers } = await city.ask(method, '/plans', { headers: { Origin: origin } });
				expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
				expect(headers.get('Vary')).toContain('Origin');
			}
		},
	);

	it('is none unless the settings name it', async () => {
		const { city } = await school();
		const { headers } = await city.ask('GET', '/plans', { headers: { Origin: site } });
		expect([headers.get('Access-Control-Allow-Origin'), headers.get('Vary')]).toEqual([null, null]);
	});
});
