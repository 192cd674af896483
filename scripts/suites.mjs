/**
 * What `npm test` runs, in this order.
 * - `bin`: the package's own program, run with `args`; `counts: 'exit'` = one check, passed when it ends well;
 *   `counts: 'vitest'` = as many as vitest reports.
 * - `needs`: what must stand first (`build`, `browsers`, `office`); `ifPresent`: a file without which the suite does not exist yet.
 * - `minutes`: after which it is ended and counts as failed.
 */
export const suites = [
	{ name: 'lint', title: '書き方', bin: '@biomejs/biome/bin/biome', args: ['check', '.'], counts: 'exit', minutes: 1 },
	{ name: 'types', title: '型', bin: 'typescript/bin/tsc', args: ['-b'], counts: 'exit', minutes: 2 },
	{ name: 'build', title: '組み立て', counts: 'build', minutes: 2 },
	{
		name: 'unit',
		title: '部品',
		bin: 'vitest/vitest.mjs',
		args: ['run', '--project=parts', '--project=speed'],
		counts: 'vitest',
		needs: ['build'],
		minutes: 6,
	},
	{
		name: 'faults',
		title: '故障と攻撃',
		bin: 'vitest/vitest.mjs',
		args: ['run', '--config', 'vitest.faults.config.ts'],
		counts: 'vitest',
		needs: ['build'],
		minutes: 5,
	},
	{
		name: 'office',
		title: '表計算ソフト',
		bin: 'vitest/vitest.mjs',
		args: ['run', '--project=office'],
		counts: 'vitest',
		needs: ['office'],
		minutes: 2,
	},
	{
		name: 'journeys',
		title: '本物のブラウザー',
		bin: 'vitest/vitest.mjs',
		args: ['run', '--config', 'vitest.journeys.config.ts'],
		counts: 'vitest',
		needs: ['build', 'browsers', 'office'],
		ifPresent: 'vitest.journeys.config.ts',
		minutes: 7,
	},
];
