import { describe, expect, test } from 'vitest';
import { SelfEvaluationFile } from '../../../src/domain/exchange/selfEvaluationFile.ts';
import { reportJson } from '../../../src/files/reportJson.ts';
import { modelSchool, reportOf, schoolThatTyped } from './school.ts';

const source = modelSchool();
const fileFor = (audience: 'board' | 'public') => JSON.parse(reportJson(reportOf(source, audience), source));

describe('the report as JSON', () => {
	test.each(['board', 'public'] as const)('is of the published format: %s', (audience) => {
		expect(SelfEvaluationFile.parse(fileFor(audience))).toEqual(fileFor(audience));
	});

	test('carries the record and the summary to the board', () => {
		const file = fileFor('board');
		expect(file.record).toHaveLength(source.fold.size);
		expect(file.summary.operations).toBe(source.fold.size);
		expect(file.summary.school.code).toBe('unregistered');
		const [row] = file.report.groups[0].rows;
		expect(row.entries.result).not.toBe('');
		expect(row.cells.goals).not.toBe('');
		const registered = reportJson(reportOf(source, 'board'), source, { municipality: 'aoba', code: 'E001' });
		expect(JSON.parse(registered).summary.school).toMatchObject({ municipality: 'aoba', code: 'E001' });
	});

	test('carries to the public only the columns that the public sees', () => {
		const { report, ...rest } = fileFor('public');
		expect(rest).toEqual({ format: 'masume-self-evaluation', version: 1 });
		const [row] = report.groups[0].rows;
		expect(Object.keys(row)).toEqual(['action', 'own', 'status', 'rating', 'lastRating', 'cells']);
		expect(Object.keys(row.cells)).toEqual(report.columns);
		expect(report).not.toHaveProperty('omissions');
	});

	test('is the same whatever order the operations came in', () => {
		const again = modelSchool();
		const turned = { ...again, fold: schoolThatTyped('').fold };
		for (const operation of [...again.fold.operations()].reverse()) turned.fold.add(operation);
		for (const operation of schoolThatTyped('').fold.operations()) again.fold.add(operation);
		expect(reportJson(reportOf(turned, 'board'), turned)).toBe(reportJson(reportOf(again, 'board'), again));
	});

	test('refuses what has more in it', () => {
		expect(SelfEvaluationFile.safeParse({ ...fileFor('board'), memo: 'x' }).success).toBe(false);
		expect(SelfEvaluationFile.safeParse({ ...fileFor('board'), version: 2 }).success).toBe(false);
	});
});
