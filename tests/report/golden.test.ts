import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReportRequest, ReportSource } from '../../src/domain/report/model.ts';
import { selfEvaluation } from '../../src/domain/report/selfEvaluation.ts';
import { emptyYear, fullYear } from './fullYear.ts';
import { plainText } from './plainText.ts';

/**
 * Reports as they were read by eye once. Where a change is meant, `UPDATE=1 npx vitest run tests/report/golden.test.ts`
 * writes them anew; read the difference before it is committed.
 */
const goldens: readonly (readonly [file: string, source: ReportSource, request: ReportRequest])[] = [
	['full-board-final', fullYear(), { phase: 'final', audience: 'board', short: false }],
	['full-public-final', fullYear(), { phase: 'final', audience: 'public', short: false }],
	['full-public-midyear', fullYear(), { phase: 'midyear', audience: 'public', short: false }],
	['full-board-midyear-short', fullYear(), { phase: 'midyear', audience: 'board', short: true }],
	['full-board-final-short', fullYear(), { phase: 'final', audience: 'board', short: true }],
	['edition2025-board-midyear', emptyYear(), { phase: 'midyear', audience: 'board', short: false }],
	['edition2025-public-final', emptyYear(), { phase: 'final', audience: 'public', short: false }],
];

const folder = new URL('./golden/', import.meta.url);
const fileOf = (name: string) => new URL(`${name}.md`, folder);

describe('the reports that were read by eye', () => {
	test.each(goldens)('%s is as it was', (name, source, request) => {
		const text = plainText(selfEvaluation(source, request));
		if (process.env.UPDATE === '1') writeFileSync(fileOf(name), text);
		expect(existsSync(fileOf(name)), `tests/report/golden/${name}.md is missing`).toBe(true);
		expect(text).toBe(readFileSync(fileOf(name), 'utf8'));
	});

	test('no file is left that nobody compares', () => {
		expect(readdirSync(folder).sort()).toEqual(goldens.map(([name]) => `${name}.md`).sort());
	});
});
