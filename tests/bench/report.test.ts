import { expect, test } from 'vitest';
import type { ReportSource } from '../../src/domain/report/model.ts';
import { selfEvaluation } from '../../src/domain/report/selfEvaluation.ts';
import { emptyYear, fullYear } from '../report/fullYear.ts';

const request = { phase: 'final', audience: 'board', short: false } as const;

function timed(source: ReportSource): number {
	const start = performance.now();
	expect(selfEvaluation(source, request).groups.length).toBeGreaterThan(0);
	return performance.now() - start;
}

function median(times: readonly number[]): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

test('the report of a full year, with the year before, is made within 50 ms', () => {
	const [full, empty] = [fullYear(), emptyYear()];
	// Taken in turns, so that whatever else the machine does falls on both.
	const pairs = Array.from({ length: 31 }, () => ({ full: timed(full), empty: timed(empty) }));
	const [first] = pairs;
	const warm = pairs.slice(5);
	const [ofFull, ofEmpty] = [median(warm.map((pair) => pair.full)), median(warm.map((pair) => pair.empty))];
	console.log(
		`report of ${full.fold.size} operations: median ${ofFull.toFixed(1)} ms, first ${first?.full.toFixed(1)} ms; ` +
			`of an empty year ${ofEmpty.toFixed(1)} ms, ratio ${(ofFull / ofEmpty).toFixed(1)}`,
	);
	expect(ofFull).toBeLessThan(50);
	// A year with everything in it may cost more than an empty one, but not by more than there is to read.
	expect(ofFull / ofEmpty).toBeLessThan(25);
});
