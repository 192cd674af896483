import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { BrowserPage, Target, TestBrowser } from './browserPage.ts';
import { composeByEvents, confirmByEvents } from './composition.ts';
import { freePort } from './freePort.ts';
import { locate } from './locate.ts';
import { until } from './until.ts';

const program = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const screenSize = { width: 1600, height: 1400 };

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
	const folder = mkdtempSync(join(tmpdir(), 'masume-gtk-'));
	mkdirSync(join(folder, 'gtk-3.0'));
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
	const session: Session = { driver, current: only, free: [only] };
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

interface Session {
	readonly driver: WebDriver;
	/** The window that commands go to now. */
	current: string;
	/** Windows that no page of a story uses. */
	readonly free: string[];
}

/** A window of its own: a tab behind another is not painted, and the page's first frame would never come. */
async function freeWindow(session: Session): Promise<string> {
	const unused = session.free.shift();
	if (unused) return unused;
	await session.driver.switchTo().newWindow('window');
	session.current = await session.driver.getWindowHandle();
	return session.current;
}

const named: Record<string, string> = {
	Tab: Key.TAB,
	Space: Key.SPACE,
	Enter: Key.ENTER,
	Escape: Key.ESCAPE,
	End: Key.END,
	Home: Key.HOME,
	Backspace: Key.BACK_SPACE,
	ArrowRight: Key.ARROW_RIGHT,
	ArrowLeft: Key.ARROW_LEFT,
	ArrowDown: Key.ARROW_DOWN,
	ArrowUp: Key.ARROW_UP,
	Shift: Key.SHIFT,
	Control: Key.CONTROL,
};

const keyOf = (name: string): string => named[name] ?? name;

class MiniBrowserPage implements BrowserPage {
	private readonly session: Session;
	private readonly window: string;
	private readonly siblings: string[] = [];

	constructor(session: Session, window: string) {
		this.session = session;
		this.window = window;
	}

	private async driver(): Promise<WebDriver> {
		const { session, window } = this;
		if (session.current !== window) await session.driver.switchTo().window(window);
		session.current = window;
		return session.driver;
	}

	async visit(url: string): Promise<void> {
		await (await this.driver()).get(url);
	}

	async reload(): Promise<void> {
		await (await this.driver()).navigate().refresh();
	}

	private async find(target: Target): Promise<WebElement> {
		const driver = await this.driver();
		return until(
			`${target.role} 「${target.name}」`,
			() => driver.executeScript<WebElement | null>(`return (${locate})(arguments[0])`, target),
			() => driver.executeScript<string>('return document.body.innerText'),
		);
	}

	/** In the middle of the window nothing fixed lies over it; the other driver scrolls likewise. */
	async click(target: Target): Promise<void> {
		const control = await this.find(target);
		await this.session.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', control);
		await control.click();
	}

	async type(target: Target, text: string): Promise<void> {
		await (await this.find(target)).sendKeys(Key.END, text);
	}

	async press(...keys: string[]): Promise<void> {
		const driver = await this.driver();
		for (const combination of keys) {
			const parts = combination.split('+').map(keyOf);
			const key = parts.pop() ?? '';
			const actions = driver.actions();
			for (const modifier of parts) actions.keyDown(modifier);
			actions.keyDown(key).keyUp(key);
			for (const modifier of parts) actions.keyUp(modifier);
			await actions.perform();
		}
	}

	async give(target: Target, file: string): Promise<void> {
		await (await this.find(target)).sendKeys(file);
	}

	compose(text: string): Promise<void> {
		return this.run(composeByEvents, text);
	}

	confirm(text: string): Promise<void> {
		return this.run(confirmByEvents, text);
	}

	async run<Argument, Value>(
		script: (argument: Argument) => Value | Promise<Value>,
		argument: Argument,
	): Promise<Awaited<Value>> {
		const driver = await this.driver();
		const answer = await driver.executeAsyncScript<{ value: Awaited<Value>; error?: string }>(
			`const done = arguments[1];
			Promise.resolve(arguments[0]).then(${script}).then(
				(value) => done({ value }),
				(error) => done({ error: String(error) }),
			);`,
			argument,
		);
		if (answer.error !== undefined) throw new Error(answer.error);
		return answer.value;
	}

	/** Where MiniBrowser puts a download cannot be asked, so the file is read where the page makes it. */
	async saved(act: () => Promise<void>): Promise<{ name: string; text: string }> {
		await this.run(() => {
			const page = window as Window & { savedFile?: Promise<string>; savedName?: string };
			const create = URL.createObjectURL;
			URL.createObjectURL = (blob) => {
				page.savedFile = (blob as Blob).text();
				return create(blob);
			};
			HTMLAnchorElement.prototype.click = function () {
				page.savedName = this.download;
			};
		}, undefined);
		await act();
		return until('a saved file', () =>
			this.run(async () => {
				const { savedName, savedFile } = window as Window & { savedFile?: Promise<string>; savedName?: string };
				return savedName !== undefined && savedFile ? { name: savedName, text: await savedFile } : null;
			}, undefined),
		);
	}

	/** On a screen without a window manager the keyboard belongs to the window under the pointer, which rests in the middle. */
	async resize(width: number, height: number): Promise<void> {
		const [x, y] = [Math.floor((screenSize.width - width) / 2), Math.floor((screenSize.height - height) / 2)];
		await (await this.driver()).manage().window().setRect({ x, y, width, height });
	}

	async screenshot(file: string): Promise<void> {
		writeFileSync(file, await (await this.driver()).takeScreenshot(), 'base64');
	}

	async sibling(): Promise<BrowserPage> {
		const window = await freeWindow(this.session);
		this.siblings.push(window);
		return new MiniBrowserPage(this.session, window);
	}

	/** WebKitGTK has no such switch: offline is the server that has gone. */
	async setOffline(): Promise<void> {}

	/** WebKit's console is out of the driver's reach; what this would show, Chromium shows for the same stories. */
	complaints(): readonly string[] {
		return [];
	}

	/** The session ends with its last window, so windows are left on an empty page for whoever comes next. */
	async close(): Promise<void> {
		const { driver, free } = this.session;
		for (const window of [this.window, ...this.siblings]) {
			await driver.switchTo().window(window);
			this.session.current = window;
			await driver.get('about:blank');
			free.push(window);
		}
	}
}
