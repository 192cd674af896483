import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PlanEdition } from '../../src/domain/plan/edition.ts';
import { City } from './city.ts';
import { routes } from './client.ts';

describe('the published plans', () => {
	it('are listed, the latest first, with the place where each is', async () => {
		const city = await City.open();
		const { plans } = (await city.ask('GET', '/plans')).json as {
			plans: { id: string; path: string; fiscalYear: number }[];
		};
		expect(plans.map(({ id }) => id)).toEqual(['sendai-2025', 'sendai-2024']);
		for (const { id, path } of plans) expect((await city.ask('GET', path)).json.id).toBe(id);
	});

	it('are the editions without the text they were transcribed from', async () => {
		const city = await City.open();
		expect(readFileSync('seeds/sendai-2024.json', 'utf8')).toContain('sourceText');
		const answer = await city.ask('GET', '/plans/sendai-2024');
		expect(answer.text).not.toContain('sourceText');
		expect(PlanEdition.safeParse(answer.json).success).toBe(true);
	});

	it.each(['/plans', '/plans/sendai-2024', '/schemas/summary.json', '/openapi.json'])(
		'%s is not sent again while it is the same',
		async (path) => {
			const city = await City.open();
			const tag = (await city.ask('GET', path)).headers.get('ETag') ?? '';
			expect(tag).toMatch(/^"[\w-]+"$/);
			const again = await city.ask('GET', path, { headers: { 'If-None-Match': tag } });
			expect([again.status, again.text, again.headers.get('ETag')]).toEqual([304, '', tag]);
			expect((await city.ask('GET', path, { headers: { 'If-None-Match': '"older"' } })).status).toBe(200);
		},
	);

	it('are nowhere where there is none', async () => {
		const city = await City.open();
		expect((await city.ask('GET', '/plans/sendai-1999')).json.reason).toBe('unknownPlan');
		expect((await city.ask('GET', '/plans/..%2fpackage')).json.reason).toBe('notFound');
		expect((await city.ask('GET', '/schemas/constructor.json')).json.reason).toBe('notFound');
	});
});

type Tree = { readonly [key: string]: Tree };

/** Every `$ref` in a document. */
function referencesIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
	return [...own, ...Object.values(value).flatMap(referencesIn)];
}

describe('the OpenAPI document', () => {
	const document = async () => (await (await City.open()).ask('GET', '/openapi.json')).json as Tree;

	it('names every route that there is, and no other', async () => {
		const { paths = {} } = await document();
		const written = Object.entries(paths).flatMap(([path, item]) =>
			Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
		);
		const served = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
		expect(written.sort()).toEqual(served.sort());
		expect(new Set(served).size).toBe(served.length);
	});

	it('resolves every reference, and has no schema that nobody refers to', async () => {
		const whole = await document();
		const references = referencesIn(whole);
		expect(references.length).toBeGreaterThan(100);
		for (const reference of references) {
			const target = reference
				.slice(2)
				.split('/')
				.reduce<Tree | undefined>((tree, key) => tree?.[key], whole);
			expect(target, reference).toBeTypeOf('object');
		}
		const names = Object.keys(whole.components?.schemas ?? {});
		const used = new Set(references.map((reference) => reference.split('/').at(-1)));
		expect(names.filter((name) => !used.has(name) && !name.endsWith('Query'))).toEqual([]);
	});

	it('says of every operation what it takes, answers and refuses', async () => {
		const { paths = {}, components } = await document();
		const ids: unknown[] = [];
		for (const [path, item] of Object.entries(paths)) {
			for (const [method, operation] of Object.entries(item)) {
				const place = `${method} ${path}`;
				ids.push(operation.operationId);
				expect(operation.description, place).toBeTypeOf('string');
				expect(
					Object.keys(operation.responses ?? {}).some((status) => status.startsWith('2')),
					place,
				).toBe(true);
				expect(operation.requestBody !== undefined, place).toBe(['post', 'put'].includes(method));
				const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
				const described = ((operation.parameters ?? []) as unknown as { in: string; name: string }[])
					.filter((parameter) => parameter.in === 'path')
					.map(({ name }) => name);
				expect(described, place).toEqual(inPath);
				for (const scheme of (operation.security as unknown as Tree[]).flatMap(Object.keys)) {
					expect(components?.securitySchemes, place).toHaveProperty(scheme);
				}
			}
		}
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('the published schemas', () => {
	it.each(['operation', 'plan', 'problem', 'self-evaluation', 'summary'])(
		'%s.json is JSON Schema 2020-12',
		async (name) => {
			const { status, json } = await (await City.open()).ask('GET', `/schemas/${name}.json`);
			expect(status).toBe(200);
			expect(json).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
		},
	);

	it('of the summary leaves no room for anything else', async () => {
		const { json } = await (await City.open()).ask('GET', '/schemas/summary.json');
		expect(json.additionalProperties).toBe(false);
	});
});

describe('health', () => {
	it('tells when the storage does not answer', async () => {
		const city = await City.open();
		expect((await city.ask('GET', '/health')).json).toEqual({ status: 'ok', version: '9.9.9' });
		await city.storage.close();
		const answer = await city.ask('GET', '/health');
		expect([answer.status, answer.json.reason]).toEqual([503, 'storageUnreachable']);
	});
});
