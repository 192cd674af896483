import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestBrowser } from './browsers/browserPage.ts';
import { browserName, launch } from './browsers/launch.ts';
import { cacheFolder } from './cacheFolder.ts';
import { City } from './city.ts';
import { Lead, type Place } from './lead.ts';
import { Site } from './site.ts';

let browser: TestBrowser;

beforeAll(async () => {
	browser = await launch(browserName());
});

afterAll(() => browser?.close());

export interface School {
	/** An ICT lead at a device that has never opened ます目: an empty profile, on an address of its own. */
	lead(): Promise<Lead>;
	/** A board's endpoint with one school. */
	city(): Promise<City>;
	/** A board's endpoint on its very first day. */
	bareCity(): Promise<City>;
	/** Somebody at a device that has never opened ます目, with a line of its own to the city's endpoint. */
	deviceOf(city: City): Promise<Lead>;
}

/** One story in a real browser. At its end the browser must not have complained of anything. */
export function journey(name: string, story: (school: School) => Promise<void>): void {
	test(name, async () => {
		const leads: Lead[] = [];
		const cities: City[] = [];
		const at = async (place: Place) => {
			const next = new Lead(await browser.open(), place);
			leads.push(next);
			return next;
		};
		const noted = async (starting: Promise<City>) => {
			const next = await starting;
			cities.push(next);
			return next;
		};
		const [city, bareCity] = [() => noted(City.start()), () => noted(City.bare())];
		const deviceOf = async (of: City) => at(await of.line());
		try {
			await story({ lead: async () => at(await Site.start()), city, bareCity, deviceOf });
			for (const each of leads) expect(each.complaints()).toEqual([]);
		} catch (error) {
			await picture(leads, name);
			throw error;
		} finally {
			for (const { page, site } of leads) {
				await page.close();
				await site.close();
			}
			for (const each of cities) await each.close();
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
