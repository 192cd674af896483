import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/domain/record/review/changes.ts';
import { actionsOf, isOfMidyear, itemsOf } from '../../../src/features/review/items.ts';

const change = (kind: Change['kind'], entity: string, field = '', action?: string): Change => ({
	kind,
	entity,
	field,
	before: null,
	after: 'x',
	...(action !== undefined && { action }),
});

const keys = (changes: readonly Change[]) => itemsOf(changes).map((item) => item.changes.length);

describe('what is read in one go', () => {
	test('five 実施記録 of one □ are one item, its 根拠資料 another, those of another □ a third', () => {
		const five = [1, 2, 3, 4, 5].map((n) => change('occurrence', `occurrence/${n}`, '', 'a'));
		expect(
			keys([...five, change('evidence', 'evidence/1', '', 'a'), change('occurrence', 'occurrence/6', '', 'b')]),
		).toEqual([5, 1, 1]);
	});

	test('目安 and 主担当 belong together, state, marks and texts stand alone', () => {
		expect(
			keys([
				change('status', 'action/a', 'status', 'a'),
				change('rating', 'action/a', 'ratingMidyear', 'a'),
				change('text', 'action/a', 'result', 'a'),
				change('text', 'action/a', 'issue', 'a'),
				change('planning', 'action/a', 'deadline', 'a'),
				change('planning', 'action/a', 'owner', 'a'),
			]),
		).toEqual([1, 1, 1, 1, 2]);
	});

	test('figures are one item for a scene, and one for all of the checklist', () => {
		const items = itemsOf([
			change('figure', 'indicator/scene-1/a', 'frequency'),
			change('figure', 'indicator/scene-1/b', 'date'),
			change('figure', 'indicator/scene-2/c', 'date'),
			change('figure', 'staff/a1', 'counts'),
			change('figure', 'staff/b2', 'counts'),
			change('figure', 'school', 'name'),
		]);
		expect(items.map((item) => item.changes.length)).toEqual([2, 1, 2, 1]);
		expect(actionsOf(items).size).toBe(0);
	});

	test('nothing is lost and the order stays', () => {
		const changes = ['c', 'a', 'b', 'a'].map((id, n) => change('occurrence', `occurrence/${n}`, '', id));
		const items = itemsOf(changes);
		expect(items.map(({ action }) => action)).toEqual(['c', 'a', 'b']);
		expect(items.flatMap((item) => item.changes).map(({ entity }) => entity)).toEqual(
			[0, 1, 3, 2].map((n) => `occurrence/${n}`),
		);
		expect([...actionsOf(items)]).toEqual(['c', 'a', 'b']);
	});

	test('only the mark of 中間 is the 中間の評価 itself', () => {
		const fields = ['ratingMidyear', 'ratingFinal', 'result', 'status'];
		const of = fields.filter((field) => itemsOf([change('rating', 'action/a', field, 'a')]).some(isOfMidyear));
		expect(of).toEqual(['ratingMidyear']);
	});
});
