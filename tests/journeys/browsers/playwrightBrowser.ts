import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page, webkit } from 'playwright-core';
import type { BrowserName, BrowserPage, SavedFile, Target, TestBrowser } from './browserPage.ts';
import { composeByEvents, confirmByEvents } from './composition.ts';
import { locate } from './locate.ts';
import { until } from './until.ts';

/** Switches that keep Chromium from talking to anybody but our server. */
export const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Chromium, Debian's own or the driver's download; or the driver's WebKit. */
export async function launchPlaywright(name: BrowserName, system: boolean): Promise<TestBrowser & { raw: Browser }> {
	const raw =
		name === 'chromium'
			? await chromium.launch({ args: quiet, ...(system && { executablePath: '/usr/bin/chromium' }) })
			: await webkit.launch();
	return {
		name,
		raw,
		open: async () => {
			const context = await raw.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', acceptDownloads: true });
			context.setDefaultTimeout(10_000);
			return PlaywrightPage.of(context, await context.newPage(), name);
		},
		close: () => raw.close(),
	};
}

/** What all tabs of a profile share. */
interface ProfileState {
	readonly heard: string[];
	offline: boolean;
}

export class PlaywrightPage implements BrowserPage {
	readonly page: Page;
	private readonly context: BrowserContext;
	private readonly name: BrowserName;
	private readonly state: ProfileState;
	private ime: CDPSession | undefined;

	private constructor(context: BrowserContext, page: Page, name: BrowserName, state: ProfileState) {
		this.context = context;
		this.page = page;
		this.name = name;
		this.state = state;
		page.on('pageerror', (error) => state.heard.push(`error ${error.message}`));
		page.on('console', (message) => {
			if (message.type() !== 'error' && message.type() !== 'warning') return;
			// Without a network a request that finds none is no fault.
			if (state.offline && /Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/.test(message.text()))
				return;
			state.heard.push(`console ${message.text()} ${message.location().url}`);
		});
	}

	static of(context: BrowserContext, page: Page, name: BrowserName): PlaywrightPage {
		const state: ProfileState = { heard: [], offline: false };
		// The worker's own requests count, too.
		context.on('request', (request) => {
			if (!/^(http:\/\/localhost:\d+\/|blob:http:\/\/localhost|data:)/.test(request.url())) {
				state.heard.push(`request to ${request.url()}`);
			}
		});
		return new PlaywrightPage(context, page, name, state);
	}

	async visit(url: string): Promise<void> {
		await this.page.goto(url);
	}

	async reload(): Promise<void> {
		await this.page.reload();
	}

	private async find(target: Target) {
		const handle = await until(
			`${target.role} 「${target.name}」`,
			async () => (await this.page.evaluateHandle(locate, target)).asElement(),
			() => this.page.locator('body').innerText(),
		);
		return handle;
	}

	async click(target: Target): Promise<void> {
		await (await this.find(target)).click();
	}

	async type(target: Target, text: string): Promise<void> {
		await (await this.find(target)).focus();
		await this.page.keyboard.press('End');
		await this.page.keyboard.type(text);
	}

	async press(...keys: string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	async give(target: Target, file: string): Promise<void> {
		await (await this.find(target)).setInputFiles(file);
	}

	async compose(text: string): Promise<void> {
		if (this.name !== 'chromium') return this.run(composeByEvents, text);
		this.ime ??= await this.context.newCDPSession(this.page);
		await this.ime.send('Input.imeSetComposition', {
			text,
			selectionStart: text.length,
			selectionEnd: text.length,
		});
	}

	async confirm(text: string): Promise<void> {
		if (!this.ime) return this.run(confirmByEvents, text);
		await this.ime.send('Input.insertText', { text });
	}

	run<Argument, Value>(
		script: (argument: Argument) => Value | Promise<Value>,
		argument: Argument,
	): Promise<Awaited<Value>> {
		return this.page.evaluate(script as (given: unknown) => unknown, argument as unknown) as Promise<Awaited<Value>>;
	}

	async saved(act: () => Promise<void>): Promise<SavedFile> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
		const bytes = readFileSync(await download.path());
		return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
	}

	async resize(width: number, height: number): Promise<void> {
		await this.page.setViewportSize({ width, height });
	}

	async screenshot(file: string): Promise<void> {
		await this.page.screenshot({ path: file });
	}

	async sibling(): Promise<BrowserPage> {
		return new PlaywrightPage(this.context, await this.context.newPage(), this.name, this.state);
	}

	async setOffline(offline: boolean): Promise<void> {
		this.state.offline = offline;
		await this.context.setOffline(offline);
	}

	complaints(): readonly string[] {
		return this.state.heard;
	}

	async close(): Promise<void> {
		await this.context.close();
	}
}
