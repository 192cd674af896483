import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestBrowser } from './browsers/browserPage.ts';
import { browserName, launch } from './browsers/launch.ts';
import { cacheFolder } from './cacheFolder.ts';
import { Lead } from './lead.ts';
import { Site } from './site.ts';

let browser: TestBrowser;

beforeAll(async () => {
	browser = await launch(browserName());
});

afterAll(() => browser?.close());

export interface School {
	/** An ICT lead at a device that has never opened ます目: an empty profile, on an address of its own. */
	lead(): Promise<Lead>;
}

/** One story in a real browser. At its end the browser must not have complained of anything. */
export function journey(name: string, story: (school: School) => Promise<void>): void {
	test(name, async () => {
		const leads: Lead[] = [];
		const lead = async () => {
			const site = await Site.start();
			const next = new Lead(await browser.open(), site);
			leads.push(next);
			return next;
		};
		try {
			await story({ lead });
			for (const { page } of leads) expect(page.complaints()).toEqual([]);
		} catch (error) {
			await picture(leads, name);
			throw error;
		} finally {
			for (const { page, site } of leads) {
				await page.close();
				await site.stop();
			}
		}
	});
}

/** What a story that failed looked like. */
async function picture(leads: readonly Lead[], name: string): Promise<void> {
	const folder = cacheFolder('failed-journeys');
	for (const [index, { page }] of leads.entries()) {
		const file = `${folder}/${browserName()} ${name.replaceAll('/', '')} ${index + 1}.png`;
		// A page that hangs never answers.
		await Promise.race([page.screenshot(file).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3000))]);
	}
}
