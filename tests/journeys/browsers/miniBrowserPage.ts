import { writeFileSync } from 'node:fs';
import { Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { BrowserPage, SavedFile, Target } from './browserPage.ts';
import { composeByEvents, confirmByEvents } from './composition.ts';
import { locate } from './locate.ts';
import { standsStill, wentBeside } from './surePress.ts';
import { until } from './until.ts';

export const screenSize = { width: 1600, height: 1400 };

/** One run of MiniBrowser: every window shares its storage. */
export interface Session {
	readonly driver: WebDriver;
	/** The window that commands go to now. */
	current: string;
	readonly first: string;
	/** No page of a story uses the first window. */
	firstIsFree: boolean;
}

/** A window of its own: a tab behind another is not painted, and the page's first frame would never come. */
export async function freeWindow(session: Session): Promise<string> {
	if (session.firstIsFree) {
		session.firstIsFree = false;
		return session.first;
	}
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

/** One window of MiniBrowser. */
export class MiniBrowserPage implements BrowserPage {
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

	/**
	 * This driver clicks on a place, not on a thing: where the page moves in that moment it goes beside, and is told
	 * again. The other driver sees to all this itself.
	 */
	async click(target: Target): Promise<void> {
		for (let attempt = 1; ; attempt += 1) {
			const control = await this.find(target);
			await this.session.driver.executeAsyncScript(`(${standsStill})(arguments[0], arguments[1])`, control);
			await control.click();
			// A page that is being replaced cannot answer.
			const beside = await this.run(wentBeside, undefined).catch(() => false);
			if (!beside || attempt === 3) return;
		}
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
	async saved(act: () => Promise<void>): Promise<SavedFile> {
		type Saving = Window & { savedFile?: Blob; savedName?: string };
		await this.run(() => {
			const page = window as Saving;
			// What was saved before must not be taken for this file.
			delete page.savedFile;
			delete page.savedName;
			const create = URL.createObjectURL;
			URL.createObjectURL = (blob) => {
				page.savedFile = blob as Blob;
				return create(blob);
			};
			HTMLAnchorElement.prototype.click = function () {
				page.savedName = this.download;
			};
		}, undefined);
		await act();
		const { name, base64 } = await until('a saved file', () =>
			this.run(async () => {
				const { savedName, savedFile } = window as Saving;
				if (savedName === undefined || !savedFile) return null;
				const bytes = new Uint8Array(await savedFile.arrayBuffer());
				const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
				return { name: savedName, base64: btoa(signs) };
			}, undefined),
		);
		const bytes = Buffer.from(base64, 'base64');
		return { name, bytes, text: bytes.toString('utf8') };
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

	/** The session ends with its last window, so the first one stays, empty, for whoever comes next. */
	async close(): Promise<void> {
		const { session } = this;
		for (const window of [...this.siblings, this.window]) {
			await session.driver.switchTo().window(window);
			if (window === session.first) {
				await session.driver.get('about:blank');
				session.firstIsFree = true;
			} else await session.driver.close();
		}
		await session.driver.switchTo().window(session.first);
		session.current = session.first;
	}
}
