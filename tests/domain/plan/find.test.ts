import { describe, expect, it } from 'vitest';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { actionById, actionsBeside, allMeasures, allSchoolActions, editionFor } from '../../../src/domain/plan/find.ts';
import { loadEdition } from '../../seeds/editions.ts';

const edition = loadEdition('sendai-2025');

describe('finding one’s way in a plan', () => {
	it('goes through measures and □ in the order printed', () => {
		expect(allMeasures(edition)[3]?.label).toBe('1-(2)-①');
		const places = allSchoolActions(edition).map(
			({ action, measure }) => `${edition.id}-${measure.id}-${action.id.at(-1)}`,
		);
		expect(places).toEqual(allSchoolActions(edition).map(({ action }) => action.id));
	});

	it('knows a □ and its measure by the id', () => {
		const found = actionById(edition, 'sendai-2025-1-1-3-2');
		expect([found?.measure.label, found?.action.cadence?.words]).toEqual(['1-(1)-③', '年1回']);
		expect(actionById(edition, 'sendai-2025-9-9-9-9')).toBeUndefined();
	});

	it('finds the □ that run on beside a measure without its own', () => {
		expect(actionsBeside(edition, '1-2-2').map(({ action }) => action.id)).toEqual([
			'sendai-2025-1-2-1-1',
			'sendai-2025-1-2-1-2',
		]);
		expect(actionsBeside(edition, '1-2-3')).toEqual([]);
	});
});

describe('the edition for a fiscal year', () => {
	const published = (...years: number[]): PlanEdition[] => years.map((fiscalYear) => ({ ...edition, fiscalYear }));
	const forYear = (fiscalYear: number, ...years: number[]) => {
		const found = editionFor(published(...years), fiscalYear);
		return found && [found.edition.fiscalYear, found.exact];
	};

	it('is its own', () => expect(forYear(2024, 2024, 2025)).toEqual([2024, true]));
	it('is the latest before it as long as its own is not published', () => {
		expect(forYear(2026, 2025, 2024)).toEqual([2025, false]);
		expect(forYear(2026, 2024, 2025)).toEqual([2025, false]);
	});
	it('is never one of a later year', () => {
		expect(forYear(2023, 2024, 2025)).toBeUndefined();
		expect(editionFor([], 2025)).toBeUndefined();
	});
});
