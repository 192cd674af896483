import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanEdition, SchoolAction } from '../../../src/domain/plan/edition.ts';

const seeded = (year: number): PlanEdition =>
	JSON.parse(readFileSync(join(import.meta.dirname, `../../../seeds/sendai-${year}.json`), 'utf8'));

/** The editions as the board printed them. */
export const [plan2024, plan2025] = [seeded(2024), seeded(2025)];

type Descent = SchoolAction['descendsFrom'];

/** An edition of one 項目 that has these □: `{'a-2026-1': 'new'}`. What else an edition says is the one of 2025. */
export function editionWith(fiscalYear: number, actions: Readonly<Record<string, Descent>>): PlanEdition {
	const policy = plan2025.policies[0];
	const area = policy?.areas[0];
	const measure = area?.measures[0];
	if (!policy || !area || !measure) throw new Error('the edition of 2025 has no 項目');
	const schoolActions = Object.entries(actions).map(([id, descendsFrom]) => ({
		...{ id, descendsFrom, text: `${id}を行う`, goals: ['A'] },
	}));
	return {
		...plan2025,
		id: `a-${fiscalYear}`,
		fiscalYear,
		policies: [{ ...policy, areas: [{ ...area, measures: [{ ...measure, schoolActions }] }] }],
	};
}

export const from = (...actions: readonly string[]) => ({
	same: actions.map((action) => ({ action, relation: 'same' as const })),
	reworded: actions.map((action) => ({ action, relation: 'reworded' as const })),
	merged: actions.map((action) => ({ action, relation: 'merged' as const })),
	split: actions.map((action) => ({ action, relation: 'split' as const })),
});
