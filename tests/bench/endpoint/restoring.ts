import type { BrowserPage } from '../../journeys/browsers/browserPage.ts';
import { systemBrowsers } from '../../journeys/browsers/launch.ts';
import { launchPlaywright } from '../../journeys/browsers/playwrightBrowser.ts';
import { until } from '../../journeys/browsers/until.ts';

const started = (page: BrowserPage) => page.run(() => 'ready' in document.documentElement.dataset, undefined);

/** Milliseconds on a browser that has never been here, from pressing 登録する to 今やること with the whole record behind it. */
async function restoreOnce(page: BrowserPage, url: string, code: string, operations: number): Promise<number> {
	await page.visit(`${url}/join#${code}`);
	await until('the page', () => started(page));
	await page.click({ role: 'radio', name: 'ICT担当' });
	const begun = performance.now();
	await page.click({ role: 'button', name: '登録する' });
	await until('今やること', () =>
		page.run(() => document.querySelector('h1')?.textContent === '今やること' && location.pathname === '/', undefined),
	);
	const shown = performance.now() - begun;
	const held = await page.run(async () => {
		const opened = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('masume');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const count = await new Promise<number>((resolve, reject) => {
			const request = opened.transaction('operations').objectStore('operations').count();
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		opened.close();
		return count;
	}, undefined);
	if (held < operations) throw new Error(`only ${held} of ${operations} operations came before the page`);
	return shown;
}

/** Real Chromium, an empty profile for each code. The page appears only once the record is in the database. */
export async function restoreOnNewDevices(
	url: string,
	codes: readonly string[],
	operations: number,
): Promise<number[]> {
	const browser = await launchPlaywright('chromium', systemBrowsers());
	const times: number[] = [];
	for (const code of codes) {
		const page = await browser.open();
		times.push(await restoreOnce(page, url, code, operations));
		await page.close();
	}
	await browser.close();
	return times;
}
