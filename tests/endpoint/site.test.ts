import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readSite } from '../../src/endpoint/site.ts';

const folders: string[] = [];

/** A folder as the build would have written it. */
function built(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'masume-site-'));
	folders.push(folder);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const siteOf = (folder: string) => {
	const site = readSite(folder);
	if (!site.ok) throw new Error(site.refusal.sentence);
	return site.value;
};

describe('the built site', () => {
	it('lists every file with the encodings that stand beside it', () => {
		const { files } = siteOf(
			built({
				'index.html': 'page',
				'assets/a.js': 'code',
				'assets/a.js.br': 'small',
				'assets/a.js.gz': 'small',
				'old.gz': 'an archive',
			}),
		);
		expect([...files.keys()].sort()).toEqual(['/assets/a.js', '/index.html', '/old.gz']);
		expect(Object.keys(files.get('/assets/a.js')?.bodies ?? {}).sort()).toEqual(['br', 'gzip', 'identity']);
		expect(files.get('/index.html')?.type).toBe('text/html; charset=utf-8');
	});

	it('names the manifest for what it is', () => {
		const { files } = siteOf(built({ 'index.html': '', 'manifest.webmanifest': '{}' }));
		expect(files.get('/manifest.webmanifest')?.type).toBe('application/manifest+json');
	});

	it('leaves out dot files, the hash list and links out of the folder', () => {
		const folder = built({
			'index.html': '',
			'.vite/manifest.json': '{}',
			'.env': 'x',
			'csp.json': '{"script":["sha256-QUJD"]}',
		});
		symlinkSync(join(built({ secret: 'x' }), 'secret'), join(folder, 'link.txt'));
		const site = siteOf(folder);
		expect([...site.files.keys()]).toEqual(['/index.html']);
		expect(site.inline).toEqual({ script: ['sha256-QUJD'], style: [] });
	});

	it('tags a changed file differently', () => {
		const hash = (text: string) => siteOf(built({ 'index.html': text })).files.get('/index.html')?.hash;
		expect(hash('昨日')).not.toBe(hash('今日'));
		expect(hash('今日')).toBe(hash('今日'));
	});

	it('says what to do when nothing was built', () => {
		expect(readSite(built({}))).toMatchObject({ ok: false, refusal: { reason: 'not-built' } });
	});

	it.each(['nonsense', 'null', '{"script":["\'unsafe-inline\'"]}', '{"style":"sha256-QUJD"}'])(
		'does not let the hash list 「%s」 weaken the policy',
		(list) => {
			expect(readSite(built({ 'index.html': '', 'csp.json': list }))).toMatchObject({ refusal: { reason: 'csp' } });
		},
	);
});
