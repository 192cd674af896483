import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// `npm test` says which browsers it found; started by hand, Debian's own count where they stand.
process.env.MASUME_BROWSERS ??= existsSync('/usr/bin/chromium') ? 'system' : 'driver';

const stories = 'tests/journeys/stories/*.test.ts';
const patience = { testTimeout: 60_000, hookTimeout: 30_000 };

/**
 * In the gate's ten minutes WebKit tells what depends on the browser: the first day, typing, leaving, offline, sheets and
 * files; by hand it tells them all.
 */
const toldInChromium = [
	...['backup', 'board', 'exchange', 'handover', 'indicators', 'keyboard', 'measurement', 'record'],
	...['refusedWrite', 'review', 'sharing', 'twoTabs', 'update', 'widths', 'yearTurn'],
].map((name) => `tests/journeys/stories/${name}.test.ts`);

/** The same stories in both browsers, at the same time; what measures comes last, when the machine is quiet. */
export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{
				test: {
					name: 'chromium',
					env: { MASUME_BROWSER: 'chromium' },
					include: [stories, 'tests/journeys/pages/*.test.ts'],
					// Pictures are for people to look at; where nobody does, the time is better spent.
					exclude: process.env.CI ? ['tests/journeys/pages/screenshots.test.ts'] : [],
					...patience,
				},
			},
			// MiniBrowser's driver clicks on a place, not on a thing: where the page moves in that moment it misses. Told again, it hits.
			{
				test: {
					name: 'webkit',
					env: { MASUME_BROWSER: 'webkit' },
					include: [stories],
					exclude: process.env.CI ? toldInChromium : [],
					retry: 1,
					...patience,
				},
			},
			{
				test: {
					name: 'speed',
					include: ['tests/journeys/lighthouse.test.ts', 'tests/journeys/slowDevice.test.ts'],
					fileParallelism: false,
					sequence: { groupOrder: 1 },
					testTimeout: 120_000,
				},
			},
		],
	},
});
