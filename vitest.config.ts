import { defineConfig } from 'vitest/config';
import { editionsPlugin } from './build/editions.ts';

const ours = { plugins: [editionsPlugin()] };
const patience = { testTimeout: 20_000 };

/**
 * Every part hands its clock, storage and chance in, so one worker may run many files: half the time went into starting
 * workers. What compares speeds is alone in its own.
 */
export default defineConfig({
	test: {
		projects: [
			{
				...ours,
				test: {
					name: 'parts',
					include: ['tests/**/*.test.{ts,tsx,mjs}'],
					exclude: ['tests/journeys/**', 'tests/faults/**', 'tests/endpoint/fuzz.test.ts', 'tests/bench/**'],
					isolate: false,
					...patience,
				},
			},
			{ ...ours, test: { name: 'speed', include: ['tests/bench/**/*.test.ts'], ...patience } },
		],
	},
});
