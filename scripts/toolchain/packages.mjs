import { existsSync, readFileSync } from 'node:fs';
import { runNpm } from './command.mjs';
import { at, Stop } from './place.mjs';

function lockedPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
	} catch {
		return undefined;
	}
}

/**
 * Whether node_modules holds what the lockfile names. npm writes its own list of what it installed as its very last
 * step and removes it first, so that a broken-off installation shows; unlike a stamp of ours it also knows of an
 * installation made by hand.
 */
export function packagesStand(folder = at()) {
	const wanted = lockedPackages(`${folder}/package-lock.json`);
	const installed = lockedPackages(`${folder}/node_modules/.package-lock.json`);
	if (!wanted || !installed) return false;
	const agrees = Object.entries(installed).every(
		([path, { version }]) => wanted[path]?.version === version && existsSync(`${folder}/${path}`),
	);
	const complete = Object.entries(wanted).every(
		([path, { optional, devOptional, link }]) => path === '' || path in installed || optional || devOptional || link,
	);
	return agrees && complete;
}

/** Installs exactly what the lockfile names, if it is not there yet. */
export async function ensurePackages(node) {
	if (packagesStand()) return;
	console.log('必要な部品を入れています(初回と更新のときだけ)…');
	const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
	const { code, output } = await runNpm(['ci', ...flags], node, { quiet: true });
	if (code !== 0) {
		throw new Stop(
			`必要な部品を入れられませんでした。ネットワークを確かめて、もう一度お試しください。\n${output.trim()}`,
		);
	}
}
