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
		// One less than the cores would be one on a machine with two; half the time here is waiting.
		maxWorkers: 2,
		projects: [
			{
				...ours,
				test: {
					name: 'parts',
					include: ['tests/**/*.test.{ts,tsx,mjs}'],
					exclude: [
						'tests/journeys/**',
						'tests/faults/**',
						'tests/endpoint/fuzz.test.ts',
						'tests/bench/**',
						'tests/office/**',
					],
					isolate: false,
					...patience,
				},
			},
			{
				...ours,
				test: {
					name: 'speed',
					include: ['tests/bench/**/*.test.ts'],
					sequence: { groupOrder: 1 },
					...patience,
				},
			},
			{ ...ours, test: { name: 'office', include: ['tests/office/**/*.test.ts'], testTimeout: 120_000 } },
		],
	},
});
