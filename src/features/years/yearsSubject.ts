import type { Indicator, PlanEdition, SchoolAction } from '../../domain/plan/edition.ts';
import { actionById } from '../../domain/plan/find.ts';
import { stepBetween, traceActions, type YearStep } from '../../domain/record/comparison.ts';
import { stepWordsOfMany, stepWordsOfOne } from '../../domain/record/comparisonWords.ts';
import { frequencies } from '../../domain/record/fields.ts';
import type { Observation } from '../../domain/record/indicators.ts';
import type { ActionState } from '../../domain/record/reading.ts';
import {
	actionsUnder,
	latestLooks,
	type SetValue,
	sceneIn,
	setValue,
	type YearView,
} from '../../domain/record/yearsCompared.ts';

/** What is laid side by side. */
export type Subject =
	| { readonly kind: 'plan' }
	| { readonly kind: 'policy' | 'measure' | 'action' | 'own' | 'indicator'; readonly id: string };

/** One □ as a year knows it. */
export interface ShownAction {
	readonly id: string;
	readonly text: string;
	/** Undefined where the year has no record. */
	readonly state: ActionState | undefined;
	readonly own: boolean;
}

/** One year of what was chosen. */
export interface ComparedYear {
	readonly view: YearView;
	/** The □ of this year; one for a □ that went on one by one, several where it was merged or split. */
	readonly actions: readonly ShownAction[];
	/** Counts, where a set was chosen and the year has a record. */
	readonly set?: SetValue;
	readonly scene?: Indicator;
	/** The latest look at a scene that measured how often, else the latest that says 未測定. */
	readonly said?: Observation;
	/** The latest that counted classes: often another one, on another day. */
	readonly counted?: Observation;
	/** How it hangs together with the year before, in words; undefined where there is nothing to say. */
	readonly link?: { readonly comparable: boolean; readonly words: string };
	/** Height in the drawing, 0 to 1; undefined where there is no number. */
	readonly level?: number;
}

/** The chosen thing in every year, with what may be compared. `views` are consecutive years, oldest first. */
export const compareYears = (views: readonly YearView[], subject: Subject): readonly ComparedYear[] => {
	switch (subject.kind) {
		case 'plan':
			return compareSets(views, undefined);
		case 'policy':
		case 'measure':
			return compareSets(views, subject.id);
		case 'own':
			return compareOwn(views, subject.id);
		case 'action':
			return compareAction(views, subject.id);
		case 'indicator':
			return compareScene(views, subject.id);
	}
};

function compareSets(views: readonly YearView[], id: string | undefined): readonly ComparedYear[] {
	const actions = views.map(({ edition }) => (edition ? actionsUnder(edition, id) : []));
	return views.map((view, year) => {
		const shown = (actions[year] ?? []).map((action) => shownIn(view, action));
		const states = shown.flatMap(({ state }) => state ?? []);
		const set = view.standing === 'recorded' ? setValue(states) : undefined;
		const level = set && set.progress.applicable > 0 ? set.progress.achieved / set.progress.applicable : undefined;
		return {
			...{ view, actions: shown },
			...(set && { set }),
			...linkOf(stepTo(views, actions, year), stepWordsOfMany),
			...(level !== undefined && { level }),
		};
	});
}

function compareAction(views: readonly YearView[], id: string): readonly ComparedYear[] {
	const anchor = views.findLastIndex(({ edition }) => edition && actionById(edition, id));
	const traced =
		anchor < 0
			? views.map(() => [])
			: traceActions(
					views.map(({ edition }) => edition),
					anchor,
					[id],
				);
	return views.map((view, year) => {
		const shown = (traced[year] ?? []).map((action) => shownIn(view, action));
		const hasBoth = (traced[year]?.length ?? 0) + (traced[year - 1]?.length ?? 0) > 0;
		return {
			...{ view, actions: shown },
			...linkOf(hasBoth ? stepTo(views, traced, year) : undefined, stepWordsOfOne),
			...levelOf(shown),
		};
	});
}

/** A □ of the school's own keeps its id from year to year. */
function compareOwn(views: readonly YearView[], id: string): readonly ComparedYear[] {
	return views.map((view, year) => {
		const shown = ownIn(view, id);
		const before = views[year - 1] ? ownIn(views[year - 1] as YearView, id) : [];
		const both = shown.length > 0 && before.length > 0;
		const link = both ? { link: { comparable: true, words: '前の年度から続く、学校独自の□です。' } } : {};
		return { view, actions: shown, ...link, ...levelOf(shown) };
	});
}

const ownIn = (view: YearView, id: string): ShownAction[] =>
	view.own
		.filter((own) => own.id === id)
		.map((own) => ({ id, text: own.text.value, state: view.states.get(id), own: true }));

function compareScene(views: readonly YearView[], id: string): readonly ComparedYear[] {
	const known = views.flatMap(({ edition }) => edition?.indicators.find((scene) => scene.id === id) ?? []).at(-1);
	const scenes = views.map(({ edition }) => (edition && known ? sceneIn(edition, known) : undefined));
	return views.map((view, year) => {
		const scene = scenes[year];
		const observations = scene ? view.observations(scene.id) : [];
		const { said, counted } = latestLooks(observations);
		const level = said && frequencyLevel(said);
		return {
			...{ view, actions: [] },
			...(scene && { scene }),
			...(said && { said }),
			...(counted && { counted }),
			...linkOfScenes(views, scenes, year),
			...(level !== undefined && { level }),
		};
	});
}

/** 月1回未満 is the foot of the drawing, ほぼ毎日 its head; 未測定 is nowhere in it. */
const frequencyLevel = ({ frequency }: Observation): number | undefined =>
	frequency === null || frequency === 'unmeasured'
		? undefined
		: (frequencies.indexOf(frequency) - 1) / (frequencies.length - 2);

function linkOfScenes(
	views: readonly YearView[],
	scenes: readonly (Indicator | undefined)[],
	year: number,
): Pick<ComparedYear, 'link'> {
	const [before, now] = [scenes[year - 1], scenes[year]];
	if (!views[year - 1]?.edition || !views[year]?.edition || (!before && !now)) return {};
	if (before && now) return { link: { comparable: true, words: '前の年度と同じ場面です。' } };
	return { link: { comparable: false, words: '比較できません。どちらかの版に、同じ場面がありません。' } };
}

const shownIn = (view: YearView, { id, text }: SchoolAction): ShownAction => ({
	...{ id, text, own: false },
	state: view.states.get(id),
});

function stepTo(
	views: readonly YearView[],
	actions: readonly (readonly SchoolAction[])[],
	year: number,
): YearStep | undefined {
	const [before, now] = [views[year - 1]?.edition, views[year]?.edition];
	if (!before || !now || views[year]?.standing === 'future') return undefined;
	return stepBetween(sideOf(before, actions[year - 1]), sideOf(now, actions[year]));
}

const sideOf = (edition: PlanEdition, actions: readonly SchoolAction[] = []) => ({ edition, actions });

const linkOf = (step: YearStep | undefined, words: (step: YearStep) => string): Pick<ComparedYear, 'link'> =>
	step ? { link: { comparable: step.comparable, words: words(step) } } : {};

/** 未着手・実施中・達成 of a single □; 該当なし and several □ at once have no place in the drawing. */
function levelOf([only, ...others]: readonly ShownAction[]): Pick<ComparedYear, 'level'> {
	const status = others.length === 0 ? only?.state?.status : undefined;
	if (status === undefined || status === 'notApplicable') return {};
	return { level: { notStarted: 0, inProgress: 0.5, achieved: 1 }[status] };
}
