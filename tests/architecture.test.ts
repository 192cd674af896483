import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Arrow, readSource } from './architecture/source.ts';

/**
 * Who may import whom. `sees`: other rooms of src (its own is always seen); `packages`: what it may take from outside,
 * `*` at the end stands for anything. A room that is not in this table does not exist.
 */
const preact = ['preact', 'preact/hooks', '@preact/signals'];
const rooms: Readonly<Record<string, { readonly sees: readonly string[]; readonly packages: readonly string[] }>> = {
	domain: { sees: [], packages: ['zod/mini', '@noble/hashes/*'] },
	store: { sees: ['domain'], packages: ['dexie'] },
	session: { sees: ['domain', 'store'], packages: ['@preact/signals'] },
	sync: { sees: ['domain', 'store'], packages: [] },
	offline: { sees: [], packages: ['workbox-*', '@preact/signals'] },
	files: { sees: ['domain'], packages: ['hucre', 'hucre/*', 'uqr', 'qr/*', 'papaparse'] },
	ui: { sees: ['domain'], packages: preact },
	features: {
		sees: ['domain', 'store', 'session', 'sync', 'offline', 'files', 'ui'],
		packages: [...preact, 'preact-iso'],
	},
	board: { sees: ['domain', 'files', 'ui'], packages: [...preact, 'preact-iso'] },
	app: {
		sees: ['domain', 'store', 'session', 'sync', 'offline', 'files', 'ui', 'features', 'board'],
		packages: ['*'],
	},
	endpoint: {
		sees: ['domain', 'files'],
		packages: ['hono', 'hono/*', '@hono/*', 'kysely', 'better-sqlite3', 'pg', 'zod/mini', 'node:*'],
	},
};

/** The rooms inside domain; `domain/result.ts` is free for all of them. */
const domainRooms: Readonly<Record<string, readonly string[]>> = {
	plan: [],
	record: ['plan'],
	summary: ['plan', 'record'],
	report: ['plan', 'record', 'summary'],
	exchange: ['plan', 'record', 'summary'],
};

/** Rooms whose folders do not know each other. */
const separate = ['features'];

/** Of these a room takes only types, except from the place where the words and marks of the plan live. */
const typesOnly: Readonly<Record<string, { readonly of: string; readonly except: string }>> = {
	ui: { of: 'src/domain/', except: 'src/domain/plan/' },
};

/** Folders outside src that a room may read as data. */
const outside: Readonly<Record<string, readonly string[]>> = { app: ['seeds/', 'package.json'] };

/** What is always passed in, and the only places that build the real ones. */
const passedIn = [
	...['Date.now', 'new Date()', 'performance.now'],
	...['Math.random', 'crypto.getRandomValues', 'crypto.randomUUID'],
	...['fetch', 'XMLHttpRequest', 'indexedDB', 'localStorage', 'sessionStorage', 'caches'],
];
const builders = [/^src\/app\//, /^src\/endpoint\/main\.ts$/, /^src\/offline\/service-?worker/i];

const emptyNames = /^(utils?|helpers?|common|misc|managers?)$/;

const root = fileURLToPath(new URL('../', import.meta.url));

const matches = (name: string, patterns: readonly string[]) =>
	patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));

/** `src/a/b.ts` + `../c.ts` → `src/c.ts`. */
const resolved = (from: string, target: string) =>
	new URL(target.replace(/\?.*$/, ''), `file:///${from}`).pathname.slice(1);

function innerFault(path: string, target: string): string | undefined {
	const [, room = '', inner = ''] = path.split('/');
	const [, , targetInner = ''] = target.split('/');
	if (separate.includes(room) && inner !== targetInner) return `${room} never import each other`;
	if (room !== 'domain' || target === 'src/domain/result.ts' || inner === targetInner) return undefined;
	return domainRooms[inner]?.includes(targetInner) ? undefined : `domain/${inner} does not see domain/${targetInner}`;
}

function arrowFault(path: string, { target, typeOnly }: Arrow): string | undefined {
	const room = path.split('/')[1] ?? '';
	const rule = rooms[room];
	if (!rule) return 'this room is not in the table';
	if (target === undefined) return 'a computed import cannot be checked';
	if (!target.startsWith('.')) return matches(target, rule.packages) ? undefined : `${room} does not use ${target}`;
	const file = resolved(path, target);
	const [top, targetRoom = ''] = file.split('/');
	if (top !== 'src') {
		return outside[room]?.some((place) => file.startsWith(place)) ? undefined : `${room} does not read ${file}`;
	}
	if (targetRoom === room) return innerFault(path, file);
	if (!rule.sees.includes(targetRoom)) return `${room} does not see ${targetRoom}`;
	const limit = typesOnly[room];
	const takesTooMuch = limit && !typeOnly && file.startsWith(limit.of) && !file.startsWith(limit.except);
	return takesTooMuch ? `${room} takes only types of ${file}` : undefined;
}

/** Every fault of one file of src, as sentences. */
function faultsOf(path: string, code: string): string[] {
	const source = readSource(path, code);
	const arrows = source.arrows.flatMap((arrow) => arrowFault(path, arrow) ?? []);
	const taken = builders.some((builder) => builder.test(path))
		? []
		: source.globals.filter((name) => passedIn.includes(name)).map((name) => `${name} is passed in`);
	const room = rooms[path.split('/')[1] ?? ''] ? [] : ['this room is not in the table'];
	return [...new Set([...room, ...arrows, ...taken, ...(source.isBarrel ? ['no barrels'] : [])])];
}

/** Whether some part of the path says nothing: `utils.ts`, `dateHelpers.ts`, `SyncManager.tsx`. */
function saysNothing(path: string): boolean {
	const words = path.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[\s/._-]+/);
	return words.some((word) => emptyNames.test(word.toLowerCase()));
}

const filesUnder = (folder: string): string[] =>
	readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(root.length));

describe('the architecture', () => {
	// Declarations at the top of src speak of what the build invents; they belong to no room.
	const sources = filesUnder('src').filter((path) => /\.tsx?$/.test(path) && !/^src\/[^/]+\.d\.ts$/.test(path));

	it('is there to be looked at', () => {
		expect(sources).toContain('src/domain/result.ts');
	});

	it.each(sources)('%s keeps to its room', (path) => {
		expect(faultsOf(path, readFileSync(`${root}${path}`, 'utf8'))).toEqual([]);
	});

	it('has no file or folder whose name says nothing', () => {
		expect([...filesUnder('src'), ...filesUnder('tests'), ...filesUnder('scripts')].filter(saysNothing)).toEqual([]);
	});
});

describe('the rules themselves', () => {
	it.each([
		['src/domain/plan/a.ts', "import { read } from '../../store/a.ts';", 'domain does not see store'],
		['src/domain/plan/a.ts', "import type { R } from '../record/a.ts';", 'domain/plan does not see domain/record'],
		[
			'src/domain/exchange/a.ts',
			"export { x } from '../report/a.ts'; export const y = 1;",
			'domain/exchange does not see domain/report',
		],
		['src/domain/record/a.ts', "import * as z from 'zod';", 'domain does not use zod'],
		['src/domain/plan/a.ts', "import { readFileSync } from 'node:fs';", 'domain does not use node:fs'],
		['src/features/home/a.tsx', "import { x } from '../plan/x.ts';", 'features never import each other'],
		['src/features/home/a.tsx', "const x = await import('../../app/wiring.ts');", 'features does not see app'],
		['src/features/home/a.tsx', "import { x } from 'preact/compat';", 'features does not use preact/compat'],
		['src/features/home/a.tsx', 'const x = await import(place);', 'a computed import cannot be checked'],
		['src/ui/a.tsx', "type S = import('../store/a.ts').S;", 'ui does not see store'],
		['src/ui/a.tsx', "const all = import.meta.glob(['./b.ts', '../store/*.ts']);", 'ui does not see store'],
		[
			'src/ui/a.tsx',
			"import { foldRecord } from '../domain/record/fold.ts';",
			'ui takes only types of src/domain/record/fold.ts',
		],
		['src/board/a.tsx', "import { x } from '../store/x.ts';", 'board does not see store'],
		['src/app/main.tsx', "import { createApp } from '../endpoint/app.ts';", 'app does not see endpoint'],
		['src/store/a.ts', "import seed from '../../seeds/a.json';", 'store does not read seeds/a.json'],
		['src/kitchen/a.ts', 'export const x = 1;', 'this room is not in the table'],
		['src/ui/a.ts', "export * from './b.ts'; export { c } from './c.ts';", 'no barrels'],
		['src/ui/a.ts', "import { b } from './b.ts'; export { b };", 'no barrels'],
		['src/domain/plan/a.ts', 'export const today = () => new Date();', 'new Date() is passed in'],
		['src/features/home/a.tsx', 'export const f = ({ now = Date.now }) => now();', 'Date.now is passed in'],
		['src/sync/a.ts', 'export const f = (fetch = globalThis.fetch) => fetch(1);', 'fetch is passed in'],
		['src/store/a.ts', 'export const open = () => createStore({ indexedDB });', 'indexedDB is passed in'],
		['src/ui/a.tsx', 'export const A = () => <p>{localStorage.length}</p>;', 'localStorage is passed in'],
		['src/session/a.ts', 'export const id = () => crypto.randomUUID();', 'crypto.randomUUID is passed in'],
		['src/endpoint/app.ts', 'export const id = Math.random();', 'Math.random is passed in'],
	])('%s: %s', (path, code, fault) => {
		expect(faultsOf(path, code)).toEqual([fault]);
	});

	it.each([
		[
			'src/domain/record/a.ts',
			"import { ok } from '../result.ts'; import type { P } from '../plan/a.ts'; import * as z from 'zod/mini';",
		],
		['src/domain/report/a.ts', "import { x } from '../plan/x.ts'; import { y } from './y.ts';"],
		[
			'src/features/home/Home.tsx',
			"import './home.css'; import { x } from './x.ts'; import { useState } from 'preact/hooks';",
		],
		[
			'src/sync/a.ts',
			'export const f = ({ fetch, at }: { fetch: typeof globalThis.fetch; at: number }) => fetch(String(new Date(at)));',
		],
		[
			'src/sync/a.ts',
			'export const f = (deps: { fetch: typeof fetch }) => deps.fetch("/"); // fetch( Date.now() Math.random()',
		],
		['src/app/wiring.ts', "import seed from '../../seeds/a.json?url'; export const now = () => Date.now();"],
		['src/endpoint/main.ts', "import { serve } from '@hono/node-server'; export const now = Date.now;"],
		[
			'src/offline/serviceWorker.ts',
			"import { precache } from 'workbox-precaching'; export const f = () => fetch('/');",
		],
		[
			'src/ui/a.ts',
			"import { type S, type T } from '../domain/record/a.ts'; import { Rating } from '../domain/plan/edition.ts';",
		],
		['src/ui/a.ts', "export { b } from './b.ts'; export const c = 1;"],
	])('%s may: %s', (path, code) => {
		expect(faultsOf(path, code)).toEqual([]);
	});

	it('know an empty name in any dress', () => {
		const empty = [
			'src/utils/a.ts',
			'src/ui/helpers.ts',
			'src/sync/SyncManager.ts',
			'src/dateUtils.ts',
			'a/common.css',
		];
		expect([...empty, 'src/ui/miscellany.ts', 'src/ui/words.ts'].filter(saysNothing)).toEqual(empty);
	});
});
