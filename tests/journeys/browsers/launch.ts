import type { BrowserName, TestBrowser } from './browserPage.ts';
import { launchMiniBrowser } from './miniBrowser.ts';
import { launchPlaywright } from './playwrightBrowser.ts';

/** Debian's own browsers, or those that the browser driver has downloaded (`scripts/toolchain/browsers.mjs`). */
export const systemBrowsers = (): boolean => process.env.MASUME_BROWSERS !== 'driver';

export const browserName = (): BrowserName => (process.env.MASUME_BROWSER === 'webkit' ? 'webkit' : 'chromium');

export function launch(name: BrowserName): Promise<TestBrowser> {
	return name === 'webkit' && systemBrowsers() ? launchMiniBrowser() : launchPlaywright(name, systemBrowsers());
}
