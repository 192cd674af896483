import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './command.mjs';
import { at, Stop } from './place.mjs';

// What the built site depends on. The endpoint is not built, but a needless build is cheaper than a stale page.
const inputs = [
	'build',
	'index.html',
	'src',
	'public',
	'seeds',
	'scripts',
	'vite.config.ts',
	'package.json',
	'package-lock.json',
];
const stamp = at('.cache', 'build-inputs');

function* filesUnder(path) {
	if (!existsSync(path)) return;
	if (!statSync(path).isDirectory()) yield path;
	else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function fingerprint() {
	const hash = createHash('sha256');
	for (const input of inputs) {
		for (const file of filesUnder(at(input))) {
			const content = readFileSync(file);
			hash.update(`${file.slice(at().length)}\n${content.length}\n`).update(content);
		}
	}
	return hash.digest('hex');
}

const isBuilt = (inputsNow) =>
	existsSync(at('dist', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsNow;

/** Builds the site whatever stands there. Shows what the build says with `live`, else only when it fails. */
export async function build(node, { live = false, minutes } = {}) {
	const before = fingerprint();
	rmSync(stamp, { force: true });
	const { code, output } = await runNpm(['run', '--silent', 'build'], node, { quiet: !live, minutes });
	if (code !== 0) throw new Stop(`画面を組み立てられませんでした。\n${output.trim()}`.trim());
	mkdirSync(at('.cache'), { recursive: true });
	writeFileSync(stamp, before);
}

/** Builds the site if anything it is made of has changed since the last build. */
export async function ensureBuild(node) {
	if (isBuilt(fingerprint())) return;
	console.log('画面を組み立てています…');
	await build(node);
}
