import { run } from './command.mjs';
import { byHand, installWithApt, isAdministrator, isDebian, missingPackages } from './debian.mjs';
import { at, Stop } from './place.mjs';

const packages = ['chromium', 'xvfb', 'webkit2gtk-driver', 'fonts-noto-cjk', 'fonts-noto-cjk-extra'];

async function installWithDriver(node, env) {
	const cli = at('node_modules', 'playwright-core', 'cli.js');
	const { code, output } = await run(node, [cli, 'install', 'chromium', 'webkit'], { env, quiet: true });
	if (code === 0) return;
	const way = isDebian()
		? byHand(packages)
		: '次を実行して、表示された指示に従ってください:npx playwright-core install --with-deps chromium webkit';
	throw new Stop(`テスト用のブラウザーを用意できませんでした。${way}\n${output.trim().slice(-2_000)}`);
}

/**
 * Makes sure that there are browsers to test with.
 * @returns {Promise<'system' | 'driver'>} Debian's own chromium, WebKitWebDriver and Xvfb, or the browser driver's downloads
 */
export async function ensureBrowsers({ node, env }) {
	if (isDebian()) {
		const missing = await missingPackages(packages);
		if (missing.length === 0) return 'system';
		if (isAdministrator()) {
			await installWithApt(missing, 'テスト用のブラウザー');
			return 'system';
		}
	}
	await installWithDriver(node, env);
	return 'driver';
}
