import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import { cacheFolder } from '../cacheFolder.ts';
import type { TestBrowser } from './browserPage.ts';
import { freePort } from './freePort.ts';
import { freeWindow, MiniBrowserPage, type Session, screenSize } from './miniBrowserPage.ts';
import { until } from './until.ts';

const program = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const ended = (child: ChildProcess) =>
	child.exitCode !== null || child.signalCode !== null
		? Promise.resolve()
		: new Promise<void>((resolve) => child.once('exit', () => resolve()));

/** A screen nobody looks at, under the first free number. */
async function startScreen(): Promise<{ display: string; stop: () => Promise<void> }> {
	const size = `${screenSize.width}x${screenSize.height}x24`;
	const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
	});
	const numbers = screen.stdio[3];
	if (!numbers) throw new Error('Xvfb without its display pipe');
	const display = await new Promise<string>((resolve, reject) => {
		numbers.once('data', (line) => resolve(`:${String(line).trim()}`));
		screen.once('error', reject);
		screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
	});
	const stop = () => {
		screen.kill();
		return ended(screen);
	};
	return { display, stop };
}

/** MiniBrowser's own bars are wider than a phone; without their padding the window can be 320 px wide. */
function narrowBars(): string {
	const folder = cacheFolder('journeys/gtk');
	mkdirSync(join(folder, 'gtk-3.0'), { recursive: true });
	const rules = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }';
	const icons = '* { -gtk-icon-transform: scale(0.1); } image { opacity: 0; }';
	writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), rules + icons);
	return folder;
}

/**
 * WebKitGTK, which stands in for the iPad's Safari: Debian's MiniBrowser under a screen of its own. One session is one
 * set of storage, so each profile must have its own origin. It cannot show evicted storage, installing or the camera.
 */
export async function launchMiniBrowser(): Promise<TestBrowser> {
	const screen = await startScreen();
	const port = await freePort();
	const service = spawn('WebKitWebDriver', [`--port=${port}`], {
		env: {
			...process.env,
			DISPLAY: screen.display,
			XDG_CONFIG_HOME: narrowBars(),
			TZ: 'Asia/Tokyo',
			LANG: 'ja_JP.UTF-8',
		},
		stdio: 'ignore',
	});
	const address = `http://127.0.0.1:${port}`;
	await until('WebKitWebDriver', async () => (await fetch(`${address}/status`)).ok);
	const capabilities = new Capabilities()
		.setBrowserName('MiniBrowser')
		.set('webkitgtk:browserOptions', { binary: program, args: ['--automation'] });
	const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
	await driver.manage().setTimeouts({ script: 5_000, pageLoad: 15_000 });
	const only = await driver.getWindowHandle();
	const session: Session = { driver, first: only, firstIsFree: true, current: only };
	return {
		name: 'webkit',
		open: async () => {
			const page = new MiniBrowserPage(session, await freeWindow(session));
			await page.resize(1024, 768);
			return page;
		},
		close: async () => {
			await driver.quit();
			service.kill();
			await ended(service);
			await screen.stop();
		},
	};
}
