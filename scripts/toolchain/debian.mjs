import { existsSync, readFileSync } from 'node:fs';
import { run } from './command.mjs';
import { Stop } from './place.mjs';

// Ubuntu calls itself a Debian, but its chromium package is an empty one that points to a store.
export function isDebian() {
	if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
	return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

export const isAdministrator = () => process.getuid?.() === 0;

/** Which of the named Debian packages are not installed. */
export async function missingPackages(names) {
	// biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own placeholders
	const query = ['-W', '-f=${Package} ${db:Status-Status}\n', ...names];
	const { output } = await run('dpkg-query', query, { quiet: true });
	const lines = output.split('\n');
	return names.filter((name) => !lines.includes(`${name} installed`));
}

/** Installs Debian packages; `what` is what they are for, in words. */
export async function installWithApt(names, what) {
	console.log(`${what}を入れています:${names.join(' ')} …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env, quiet: true });
	// A fresh machine has no package lists and an old one has stale ones; where they are good, fetching them again is waste.
	let result = await install();
	if (result.code !== 0) {
		await run('apt-get', ['update'], { env, quiet: true });
		result = await install();
	}
	if (result.code !== 0) throw new Stop(`${what}を入れられませんでした。\n${result.output.trim().slice(-2_000)}`);
}

/** How somebody who may install programs gets them. */
export const byHand = (names) =>
	`管理者として次を実行すると入ります:apt-get install --no-install-recommends ${names.join(' ')}`;
