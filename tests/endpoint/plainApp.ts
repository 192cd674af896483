import { createApp } from '../../src/endpoint/app.ts';
import type { Site } from '../../src/endpoint/site.ts';
import { openSqlite } from '../../src/endpoint/storage/openStorage.ts';

/** The endpoint over a site, with an empty storage that is gone afterwards: for those who look at the site only. */
export async function plainApp(site: Site, version: string, report: (error: unknown) => void) {
	return createApp({
		...{ site, version, report },
		storage: await openSqlite(':memory:'),
		plans: [],
		now: Date.now,
		random: (bytes) => crypto.getRandomValues(bytes),
		network: { trustProxy: false, allowedOrigins: [] },
		log: () => undefined,
	});
}
