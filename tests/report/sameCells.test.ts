import { describe, expect, test } from 'vitest';
import type { Audience, SelfEvaluation } from '../../src/domain/report/model.ts';
import { selfEvaluation } from '../../src/domain/report/selfEvaluation.ts';
import { missingFrom, visibleCells } from './cells.ts';
import { emptyYear, fullYear } from './fullYear.ts';

/**
 * A writer and how its file is read back: into the texts of its cells, each as often as it stands there. To add one,
 * write the report, open the result with a parser of the format (never with the writer's own code), and list its cells.
 */
interface Writer {
	readonly name: string;
	/** Absent = both. */
	readonly audience?: Audience;
	readonly readBack: (report: SelfEvaluation) => Promise<readonly string[]>;
}

const writers: readonly Writer[] = [{ name: 'the report itself', readBack: async (report) => visibleCells(report) }];

const years = [
	{ name: 'a full year', source: fullYear() },
	{ name: 'an empty year', source: emptyYear() },
];

describe.each(writers)('$name', ({ audience: only, readBack }) => {
	const audiences = (['board', 'public'] as const).filter((audience) => only === undefined || only === audience);
	const requests = audiences.flatMap((audience) =>
		[false, true].map((short) => ({ phase: 'final' as const, audience, short })),
	);

	test.each(years)('carries every cell of $name, word for word', async ({ source }) => {
		for (const request of requests) {
			const report = selfEvaluation(source, request);
			expect(visibleCells(report).length).toBeGreaterThan(20);
			expect(missingFrom(await readBack(report), report), JSON.stringify(request)).toEqual([]);
		}
	});
});

test('a cell that is lost, shortened or written once instead of twice would be found', () => {
	const report = selfEvaluation(fullYear(), { phase: 'final', audience: 'board', short: false });
	const cells = visibleCells(report);
	const twice = cells.find((cell, place) => cells.indexOf(cell) !== place) ?? '';
	const [first = ''] = cells;
	expect(missingFrom(cells.slice(1), report)).toHaveLength(1);
	expect(missingFrom([first.slice(1), ...cells.slice(1)], report)).toHaveLength(1);
	expect(missingFrom(cells.toSpliced(cells.indexOf(twice), 1), report)).toHaveLength(1);
});
