import { describe, expect, test } from 'vitest';
import type { PlanEdition } from '../../../src/domain/plan/edition.ts';
import { endedIn, stepBetween, traceActions } from '../../../src/domain/record/comparison.ts';
import { stepWordsOfMany, stepWordsOfOne } from '../../../src/domain/record/comparisonWords.ts';
import { actionsUnder } from '../../../src/domain/record/yearsCompared.ts';
import { editionWith, from, plan2024, plan2025 } from './editions.ts';

/** The step between the □ that one □ is traced to in two years. */
const stepOf = (earlier: PlanEdition, later: PlanEdition, id: string, anchor: 0 | 1 = 1) => {
	const [before = [], after = []] = traceActions([earlier, later], anchor, [id]);
	return {
		before: before.map((action) => action.id),
		after: after.map((action) => action.id),
		step: stepBetween({ edition: earlier, actions: before }, { edition: later, actions: after }),
	};
};

const whole = (earlier: PlanEdition, later: PlanEdition, id?: string) =>
	stepBetween(
		{ edition: earlier, actions: actionsUnder(earlier, id) },
		{ edition: later, actions: actionsUnder(later, id) },
	);

describe('one □ over the editions of 2024 and 2025', () => {
	test.each([
		['reworded', 'sendai-2025-1-1-1-1', ['sendai-2024-1-1-1-1'], true, '文がかわった'],
		['split', 'sendai-2025-1-2-1-1', ['sendai-2024-1-2-1-4'], false, '分かれました'],
		['merged', 'sendai-2025-4-1-1-1', ['sendai-2024-4-1-1-1', 'sendai-2024-4-1-1-2'], false, 'まとまりました'],
	] as const)('%s: %s', (_, id, ancestors, comparable, words) => {
		const { before, step } = stepOf(plan2024, plan2025, id);
		expect(before).toEqual(ancestors);
		expect(step.comparable).toBe(comparable);
		expect(stepWordsOfOne(step)).toContain(words);
		expect(stepWordsOfOne(step).startsWith('比較できません')).toBe(!comparable);
	});

	test('all of them: 19 reworded, 6 split, 2 merged, 5 new, and 10 of 2024 ended', () => {
		const { changes, comparable } = whole(plan2024, plan2025);
		expect(changes).toEqual({ reworded: 19, split: 6, merged: 2, added: 5, ended: 10, moved: 0, unknown: 0 });
		expect(comparable).toBe(false);
		expect(endedIn(plan2024, plan2025)).toHaveLength(10);
	});

	test('a 項目 is comparable exactly where its □ went on one by one', () => {
		const comparable = plan2025.policies
			.flatMap(({ areas }) => areas.flatMap(({ measures }) => measures))
			.filter(({ id }) => whole(plan2024, plan2025, id).comparable);
		// Read off the two editions by hand: neither more nor fewer □, and each continues one of the same 項目.
		const oneByOne = ['1-1-2', '1-2-5', '1-2-6', '1-3-2', '2-1-2', '2-1-3', '4-2-1', '4-2-2', '4-2-4'];
		expect(comparable.map(({ id }) => id)).toEqual(oneByOne);
	});

	test('a □ that ended in 2024 is followed forward to nothing', () => {
		const { after, step } = stepOf(plan2024, plan2025, 'sendai-2024-3-1-1-1', 0);
		expect(after).toEqual([]);
		expect(stepWordsOfOne(step)).toBe('比較できません。この版で、続く□がなくなりました。');
	});

	test('a □ that was split is followed forward to all its parts', () => {
		const { after, step } = stepOf(plan2024, plan2025, 'sendai-2024-1-2-1-4', 0);
		expect(after).toEqual(['sendai-2025-1-2-1-1', 'sendai-2025-1-2-3-2']);
		expect(step.comparable).toBe(false);
	});
});

describe('over several editions', () => {
	const a = editionWith(2024, { a1: 'first', a2: 'first', a3: 'first' });
	const b = editionWith(2025, { b1: from('a1').same, b2: from('a2', 'a3').merged, b3: 'new' });
	const c = editionWith(2027, { c1: from('b1').reworded, c2: from('b2').split, c3: from('b2').split });

	test('a □ is followed step by step, and a year on the same edition is the same □', () => {
		const traced = traceActions([undefined, a, b, b, c], 4, ['c1']);
		expect(traced.map((actions) => actions.map(({ id }) => id))).toEqual([[], ['a1'], ['b1'], ['b1'], ['c1']]);
	});

	test('what was split and had been merged stands beside its ancestors, and no line is drawn', () => {
		const traced = traceActions([a, b, c], 2, ['c2']);
		expect(traced.map((actions) => actions.map(({ id }) => id))).toEqual([['a2', 'a3'], ['b2'], ['c2']]);
		const steps = [b, c].map((edition, year) =>
			stepBetween(
				{ edition: year === 0 ? a : b, actions: traced[year] ?? [] },
				{ edition, actions: traced[year + 1] ?? [] },
			),
		);
		expect(steps.map(({ comparable }) => comparable)).toEqual([false, false]);
		expect(steps.map(stepWordsOfOne)).toEqual([
			'比較できません。前の版のいくつかの□が、1つにまとまりました。',
			'比較できません。前の版の1つの□が、いくつかに分かれました。',
		]);
	});

	test('the anchor may be any year: an old □ is followed forward as well', () => {
		const traced = traceActions([a, b, c], 0, ['a1']);
		expect(traced.map((actions) => actions.map(({ id }) => id))).toEqual([['a1'], ['b1'], ['c1']]);
	});
});

describe('whether a line may be drawn', () => {
	const before = editionWith(2025, { b1: 'first', b2: 'first' });
	const cases = [
		['all the same', { c1: from('b1').same, c2: from('b2').same }, true, '前の年度と同じ□の組です。'],
		['some reworded', { c1: from('b1').same, c2: from('b2').reworded }, true, '文がかわった□が1ありますが'],
		['one more', { c1: from('b1').same, c2: from('b2').same, c3: 'new' }, false, '新しい□ 1'],
		['one less', { c1: from('b1').same }, false, 'なくなった□ 1'],
		['merged', { c1: from('b1', 'b2').merged }, false, 'まとまった□ 1'],
		['merged, though it is called reworded', { c1: from('b1', 'b2').reworded }, false, 'まとまった□ 1'],
		['split', { c1: from('b1').split, c2: from('b1').split, c3: from('b2').same }, false, '分かれた□ 2'],
		['split, though it is called same', { c1: from('b1').same, c2: from('b1').same, c3: from('b2').same }, false, '分'],
		['of an edition nobody has', { c1: from('z1').same, c2: from('b2').same }, false, 'データにない□ 1'],
		['first', { c1: 'first', c2: 'first' }, false, 'データにない□ 2'],
		['none at all', {}, false, 'なくなった□ 2'],
	] as const;

	test.each(cases)('%s', (_, actions, comparable, words) => {
		const step = whole(before, editionWith(2026, actions));
		expect(step.comparable).toBe(comparable);
		expect(stepWordsOfMany(step)).toContain(words);
	});

	test('a □ that moved to another 項目 breaks both, and the plan goes on', () => {
		const [first, second] = plan2024.policies.flatMap(({ areas }) => areas.flatMap(({ measures }) => measures));
		if (!first || !second) throw new Error('two 項目 are needed');
		const continued = plan2024.policies.map((policy) => ({
			...policy,
			areas: policy.areas.map((area) => ({
				...area,
				measures: area.measures.map((measure) => ({
					...measure,
					schoolActions: [
						...(measure.id === second.id ? first.schoolActions.slice(0, 1) : []),
						...measure.schoolActions.slice(measure.id === first.id ? 1 : 0),
					].map(({ id, ...rest }) => ({ ...rest, id: `next-${id}`, descendsFrom: from(id).same })),
				})),
			})),
		}));
		const next: PlanEdition = { ...plan2024, id: 'next-2025', policies: continued };
		expect(whole(plan2024, next).comparable).toBe(true);
		for (const { id } of [first, second]) {
			expect(whole(plan2024, next, id)).toMatchObject({ comparable: false, changes: { moved: 1 } });
		}
	});
});
