// `node scripts/pictures.mjs`: takes the manifest's screenshots and the README's picture anew, from the built site with
// the record of the fictional school in it. Needs Chromium and the fonts that `npm test` installs.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ensureBuild } from './toolchain/build.mjs';
import { openBrowser } from './toolchain/chromium.mjs';
import { ensureNode } from './toolchain/node.mjs';
import { at, root } from './toolchain/place.mjs';
import { indexed } from './toolchain/png.mjs';

/** The afternoon on which the fictional school's record ends. */
const now = new Date('2026-11-20T17:10:00+09:00');
const record = at('seeds', 'fictional', 'aoba-model-2026.json');

/** The school's own □: a page that knows it has read the record. */
const [ownAction] = /(?<=own\/)[0-9a-f]{32}/.exec(readFileSync(record, 'utf8'));

const wide = { viewport: { width: 1366, height: 900 }, deviceScaleFactor: 1 };
const narrow = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true };
const readme = { viewport: { width: 1366, height: 984 }, deviceScaleFactor: 1 };

const pictures = [
	{ file: 'public/screenshots/home-wide.png', device: wide, path: '/' },
	{ file: 'public/screenshots/plan-wide.png', device: wide, path: '/plan?show=all' },
	{ file: 'public/screenshots/home-narrow.png', device: narrow, path: '/' },
	{
		file: 'public/screenshots/action-narrow.png',
		device: narrow,
		path: '/actions/sendai-2025-1-1-2-1#record',
	},
	{ file: 'docs/masume.png', device: readme, path: '/' },
];

/** Serves the built site on a free port. */
async function serve(node, env) {
	const endpoint = spawn(node, [at('src', 'endpoint', 'main.ts')], {
		cwd: root,
		env: { ...env, PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	for await (const line of createInterface({ input: endpoint.stdout })) {
		const [address] = /http:\S+/.exec(line) ?? [];
		if (address) return { address, stop: () => endpoint.kill() };
	}
	throw new Error('the endpoint did not start');
}

/** A new device that has taken the record in. */
async function deviceWithRecord(browser, device, address) {
	const context = await browser.newContext({
		...device,
		locale: 'ja-JP',
		timezoneId: 'Asia/Tokyo',
		reducedMotion: 'reduce',
		serviceWorkers: 'block',
	});
	const page = await context.newPage();
	await page.clock.setFixedTime(now);
	await page.goto(address);
	await page.locator('html[data-ready]').waitFor();
	await page.setInputFiles('input[type=file]', record);
	await page.getByRole('heading', { name: '今やること' }).waitFor();
	await page.waitForFunction((id) => Object.values(localStorage).some((text) => text.includes(id)), ownAction);
	return page;
}

async function take(browser, address, { file, device, path }) {
	const page = await deviceWithRecord(browser, device, address);
	await page.goto(address + path);
	await page.locator('main h1').waitFor();
	await page.getByText('端末に保存しました').waitFor();
	await page.evaluate(() => document.fonts.ready);
	writeFileSync(at(...file.split('/')), indexed(await page.screenshot()));
	await page.context().close();
}

const { node, env } = await ensureNode();
await ensureBuild(node);
for (const folder of ['public/screenshots', 'docs']) mkdirSync(at(...folder.split('/')), { recursive: true });
const site = await serve(node, env);
const browser = await openBrowser();
try {
	for (const picture of pictures) await take(browser, site.address, picture);
} finally {
	await browser.close();
	site.stop();
}
