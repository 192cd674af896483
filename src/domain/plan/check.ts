import { descentFaults } from './descent.ts';
import type { BasicPolicy, Measure } from './edition.ts';
import { PlanEdition } from './edition.ts';
import { type Fault, faultsOf } from './faults.ts';
import { allMeasures } from './find.ts';

export type { Fault };

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * Every fault of an edition, in the order of the plan; empty where it may be published.
 * With the earlier editions at hand it also tells which descents lead nowhere.
 */
export const checkEdition = (input: unknown, earlier: readonly PlanEdition[] = []): Fault[] => {
	const read = PlanEdition.safeParse(input);
	// What zod cannot say needs the right shape to be asked at all.
	if (!read.success) return faultsOf(input, read.error.issues);
	const edition = read.data;
	return [
		...duplicateIds(edition),
		...edition.policies.flatMap(numberFaults),
		...actionNumberFaults(edition),
		...allMeasures(edition).flatMap((measure) => goalFaults(edition, measure)),
		...emptyMeasures(edition),
		...ratingFaults(edition),
		...descentFaults(edition, earlier),
	];
};

const placeOfMeasure = (edition: PlanEdition, measure: Measure): string => {
	const policy = edition.policies.find(({ areas }) => areas.some(({ measures }) => measures.includes(measure)));
	return `基本方針${policy?.number} › ${measure.label}`;
};

const duplicateIds = (edition: PlanEdition): Fault[] => {
	const measures = allMeasures(edition);
	const ids = [
		...edition.policies.flatMap((policy) => [policy.id, ...policy.areas.map((area) => area.id)]),
		...measures.map((measure) => measure.id),
		...measures.flatMap((measure) => [...measure.boardActions, ...measure.schoolActions].map((action) => action.id)),
		...edition.indicators.map((indicator) => indicator.id),
	];
	const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
	return [...repeated].map((id) => ({
		place: '行動計画の全体',
		sentence: `id「${id}」が2か所以上にあります。ほかと重ならないidにしてください。`,
	}));
};

const numberFaults = (policy: BasicPolicy): Fault[] => {
	const place = `基本方針${policy.number}`;
	const disagree = (where: string, id: string, label: string, expected: string): Fault[] =>
		label === expected
			? []
			: [{ place: where, sentence: `id「${id}」と番号「${label}」が合いません。「${expected}」のはずです。` }];
	const outside = (where: string, id: string, parent: string): Fault[] =>
		id.slice(0, id.lastIndexOf('-')) === parent
			? []
			: [{ place: where, sentence: `id「${id}」が、上の段のid「${parent}」で始まっていません。` }];

	return [
		...disagree(place, policy.id, String(policy.number), policy.id),
		...policy.areas.flatMap((area) => [
			...outside(`${place} › ${area.label}`, area.id, policy.id),
			...disagree(`${place} › ${area.label}`, area.id, area.label, labelFor(area.id)),
			...area.measures.flatMap((measure) => [
				...outside(`${place} › ${measure.label}`, measure.id, area.id),
				...disagree(`${place} › ${measure.label}`, measure.id, measure.label, labelFor(measure.id)),
			]),
		]),
	];
};

/** `1-2` → `1-(2)`, `1-2-3` → `1-(2)-③`. */
const labelFor = (id: string): string => {
	const [policy, area, measure] = id.split('-');
	const start = `${policy}-(${area})`;
	return measure === undefined ? start : `${start}-${CIRCLED[Number(measure) - 1] ?? measure}`;
};

const actionNumberFaults = (edition: PlanEdition): Fault[] =>
	allMeasures(edition).flatMap((measure) => {
		const fault = (kind: string, id: string, start: string, index: number): Fault[] =>
			new RegExp(`^${start}\\d+$`).test(id)
				? []
				: [
						{
							place: `${placeOfMeasure(edition, measure)} › ${kind} ${index + 1} のid`,
							sentence: `「${id}」は項目と合いません。「${start}」に番号を続けてください。`,
						},
					];
		const start = `${edition.id}-${measure.id}-`;
		return [
			...measure.boardActions.flatMap(({ id }, index) => fault('教育委員会の取組', id, `${start}b`, index)),
			...measure.schoolActions.flatMap(({ id }, index) => fault('学校の取組', id, start, index)),
		];
	});

const goalFaults = (edition: PlanEdition, measure: Measure): Fault[] => {
	const place = placeOfMeasure(edition, measure);
	const letters = measure.goals.map(({ letter }) => letter);
	const missing = (where: string, letter: string): Fault[] =>
		letters.includes(letter)
			? []
			: [{ place: `${place} › ${where}`, sentence: `この項目に目標「${letter}」はありません。` }];

	return [
		...letters
			.filter((letter, index) => letters.indexOf(letter) !== index)
			.map((letter) => ({ place, sentence: `目標「${letter}」が2つあります。` })),
		...measure.goals.flatMap(({ letter, progressSharedWith }) =>
			progressSharedWith === letter
				? [{ place: `${place} › 目標 ${letter}`, sentence: '進捗・評価の共有先が自分自身です。' }]
				: missing(`目標 ${letter}`, progressSharedWith ?? letter),
		),
		...measure.boardActions.flatMap(({ goals }, index) =>
			goals.flatMap((letter) => missing(`教育委員会の取組 ${index + 1}`, letter)),
		),
		...measure.schoolActions.flatMap(({ goals }, index) =>
			goals.flatMap((letter) => missing(`学校の取組 ${index + 1}`, letter)),
		),
	];
};

const emptyMeasures = (edition: PlanEdition): Fault[] =>
	edition.policies.flatMap((policy) =>
		policy.areas.flatMap((area) => {
			const ids = area.measures.map(({ id }) => id);
			const beside = area.measures.flatMap((measure) =>
				[...measure.boardActions, ...measure.schoolActions].flatMap(({ alsoBeside }) =>
					(alsoBeside ?? []).map((id) => ({ id, measure })),
				),
			);
			const strays = beside.filter(({ id, measure }) => !ids.includes(id) || id === measure.id);
			const empty = area.measures.filter(
				(measure) =>
					measure.boardActions.length + measure.schoolActions.length === 0 &&
					!beside.some(({ id }) => id === measure.id),
			);
			return [
				...strays.map(({ id, measure }) => ({
					place: placeOfMeasure(edition, measure),
					sentence: `並ぶ項目「${id}」は、同じ分野のほかの項目ではありません。`,
				})),
				...empty.map((measure) => ({
					place: placeOfMeasure(edition, measure),
					sentence: '教育委員会の取組も学校の取組もありません。',
				})),
			];
		}),
	);

const ratingFaults = (edition: PlanEdition): Fault[] => {
	const { steps } = edition.ratingScale;
	const distinct = new Set(steps.map(({ rating }) => rating)).size + new Set(steps.map(({ mark }) => mark)).size;
	return distinct === 2 * steps.length ? [] : [{ place: '評価の尺度', sentence: '同じ段階が2つあります。' }];
};
