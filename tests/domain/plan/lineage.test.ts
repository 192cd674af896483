import { describe, expect, test } from 'vitest';
import type { PlanEdition, SchoolAction } from '../../../src/domain/plan/edition.ts';
import { allSchoolActions } from '../../../src/domain/plan/find.ts';
import { type Lineage, lineageOf } from '../../../src/domain/plan/lineage.ts';
import { loadEdition } from '../../seeds/editions.ts';

const [plan2024, plan2025] = [loadEdition('sendai-2024'), loadEdition('sendai-2025')];

const kindsOf = ({ entries }: Lineage): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const { kind } of entries) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
};

const entryOf = (lineage: Lineage, id: string) => {
	const found = lineage.entries.find(({ action }) => action.id === id);
	if (!found) throw new Error(`no entry for ${id}`);
	return { kind: found.kind, ancestors: found.ancestors.map(({ action }) => action.id) };
};

/** The later edition with one □ that descends otherwise. */
const descending = (descendsFrom: SchoolAction['descendsFrom']): PlanEdition => {
	const edition = structuredClone(plan2025);
	const [first] = allSchoolActions(edition);
	if (first) (first.action as { descendsFrom: SchoolAction['descendsFrom'] }).descendsFrom = descendsFrom;
	return edition;
};
const changed = 'sendai-2025-1-1-1-1';
const from = (n: string, relation: 'same' | 'reworded' | 'merged' | 'split') => ({
	action: `sendai-2024-${n}`,
	relation,
});

describe('from the edition of 2024 to that of 2025', () => {
	const lineage = lineageOf(plan2024, plan2025);

	test('every □ has one kind', () => {
		expect(kindsOf(lineage)).toEqual({ reworded: 19, split: 6, merged: 2, new: 5 });
		expect(lineage.ended).toHaveLength(10);
	});

	test('a □ that was put together names all it comes from, one that was split its share', () => {
		expect(entryOf(lineage, 'sendai-2025-2-1-1-3')).toEqual({
			kind: 'merged',
			ancestors: ['sendai-2024-2-1-1-1', 'sendai-2024-2-1-1-2'],
		});
		expect(entryOf(lineage, 'sendai-2025-1-2-1-2')).toEqual({ kind: 'split', ancestors: ['sendai-2024-1-2-1-2'] });
		expect(entryOf(lineage, 'sendai-2025-1-2-3-1')).toEqual({ kind: 'split', ancestors: ['sendai-2024-1-2-1-2'] });
		expect(entryOf(lineage, 'sendai-2025-1-1-1-2')).toEqual({ kind: 'new', ancestors: [] });
	});

	test('what nothing continues is told, in the order of the old plan', () => {
		expect(lineage.ended[0]?.action.id).toBe('sendai-2024-1-1-1-2');
		expect(lineage.ended.at(-1)?.action.id).toBe('sendai-2024-3-1-4-1');
	});
});

describe('between any two editions', () => {
	test('each □ of the later one has an entry, and each of the earlier one is an ancestor or ended', () => {
		const pairs = [
			[plan2024, plan2025],
			[plan2025, plan2024],
			[plan2025, plan2025],
			[plan2024, descending([from('1-1-1-2', 'same')])],
		] as const;
		for (const [earlier, later] of pairs) {
			const { entries, ended } = lineageOf(earlier, later);
			expect(entries.map(({ action }) => action.id)).toEqual(allSchoolActions(later).map(({ action }) => action.id));
			const told = new Set([...entries.flatMap(({ ancestors }) => ancestors), ...ended].map(({ action }) => action.id));
			expect(told).toEqual(new Set(allSchoolActions(earlier).map(({ action }) => action.id)));
			expect(entries.filter(({ kind, ancestors }) => (kind === 'new') !== (ancestors.length === 0))).toEqual([]);
		}
	});

	test('while the new edition is awaited, every □ is itself', () => {
		const lineage = lineageOf(plan2025, plan2025);
		expect(kindsOf(lineage)).toEqual({ same: 32 });
		expect(lineage.ended).toEqual([]);
		expect(entryOf(lineage, changed)).toEqual({ kind: 'same', ancestors: [changed] });
	});

	test.each([
		['same', [from('1-1-1-1', 'same')], { kind: 'same', ancestors: ['sendai-2024-1-1-1-1'] }],
		[
			'put together, whatever else it is',
			[from('1-1-1-1', 'same'), from('1-1-1-2', 'merged')],
			{ kind: 'merged', ancestors: ['sendai-2024-1-1-1-1', 'sendai-2024-1-1-1-2'] },
		],
		[
			'named twice',
			[from('1-1-1-1', 'reworded'), from('1-1-1-1', 'reworded')],
			{ kind: 'reworded', ancestors: ['sendai-2024-1-1-1-1'] },
		],
		['from a plan that is not at hand', [from('9-9-9-9', 'same')], { kind: 'new', ancestors: [] }],
		['new', 'new' as const, { kind: 'new', ancestors: [] }],
	])('a □ that is %s', (_, descendsFrom, entry) => {
		expect(entryOf(lineageOf(plan2024, descending(descendsFrom)), changed)).toEqual(entry);
	});

	test('a □ that is the same continues the old one: it is not among what ended', () => {
		const { ended } = lineageOf(plan2024, descending([from('1-1-1-2', 'same')]));
		expect(ended.map(({ action }) => action.id)).not.toContain('sendai-2024-1-1-1-2');
		expect(ended.map(({ action }) => action.id)).toContain('sendai-2024-1-1-1-1');
	});
});
