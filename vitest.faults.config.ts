import { defineConfig } from 'vitest/config';
import { editionsPlugin } from './build/editions.ts';

/** Everything that goes wrong on purpose: lost answers, killed servers, hostile requests. Seeds are printed. */
export default defineConfig({
	plugins: [editionsPlugin()],
	test: {
		include: ['tests/faults/**/*.test.ts', 'tests/endpoint/fuzz.test.ts'],
		// One less than the cores would be one on a machine with two.
		maxWorkers: 2,
		testTimeout: 180_000,
		hookTimeout: 60_000,
	},
});
