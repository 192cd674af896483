import { defineConfig } from 'vitest/config';
import { editionsPlugin } from './build/editions.ts';

export default defineConfig({
	plugins: [editionsPlugin()],
	test: {
		include: ['tests/**/*.test.{ts,tsx,mjs}'],
		exclude: ['tests/journeys/**', 'tests/faults/**', 'tests/endpoint/fuzz.test.ts'],
		testTimeout: 20_000,
	},
});
