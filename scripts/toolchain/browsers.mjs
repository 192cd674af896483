import { existsSync, readFileSync } from 'node:fs';
import { run } from './command.mjs';
import { at, Stop } from './place.mjs';

const debianPackages = ['chromium', 'xvfb', 'webkit2gtk-driver', 'fonts-noto-cjk', 'fonts-noto-cjk-extra'];

// Ubuntu calls itself a Debian, but its chromium package is an empty one that points to a store.
function isDebian() {
	if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
	return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function missingPackages() {
	// biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own placeholders
	const query = ['-W', '-f=${Package} ${db:Status-Status}\n', ...debianPackages];
	const { output } = await run('dpkg-query', query, { quiet: true });
	const lines = output.split('\n');
	return debianPackages.filter((name) => !lines.includes(`${name} installed`));
}

async function installWithApt(names) {
	console.log(`テスト用のブラウザーを入れています:${names.join(' ')} …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env, quiet: true });
	// A fresh machine has no package lists and an old one has stale ones; where they are good, fetching them again is waste.
	let result = await install();
	if (result.code !== 0) {
		await run('apt-get', ['update'], { env, quiet: true });
		result = await install();
	}
	if (result.code !== 0)
		throw new Stop(`テスト用のブラウザーを入れられませんでした。\n${result.output.trim().slice(-2_000)}`);
}

async function installWithDriver(node, env) {
	const cli = at('node_modules', 'playwright-core', 'cli.js');
	const { code, output } = await run(node, [cli, 'install', 'chromium', 'webkit'], { env, quiet: true });
	if (code === 0) return;
	const byHand = isDebian()
		? `管理者として次を実行すると入ります:apt-get install --no-install-recommends ${debianPackages.join(' ')}`
		: '次を実行して、表示された指示に従ってください:npx playwright-core install --with-deps chromium webkit';
	throw new Stop(`テスト用のブラウザーを用意できませんでした。${byHand}\n${output.trim().slice(-2_000)}`);
}

/**
 * Makes sure that there are browsers to test with.
 * @returns {Promise<'system' | 'driver'>} Debian's own chromium, WebKitWebDriver and Xvfb, or the browser driver's downloads
 */
export async function ensureBrowsers({ node, env }) {
	if (isDebian()) {
		const missing = await missingPackages();
		if (missing.length === 0) return 'system';
		if (process.getuid?.() === 0) {
			await installWithApt(missing);
			return 'system';
		}
	}
	await installWithDriver(node, env);
	return 'driver';
}
