import type { Measure, PlanEdition, Rating, SchoolAction } from '../plan/edition.ts';
import { allMeasures, allSchoolActions } from '../plan/find.ts';
import { firstDay, lastDay } from '../plan/fiscalYear.ts';
import type { RecordFold } from './fold.ts';
import { lastMeasured } from './indicatorRules.ts';
import { type Observation, readObservations } from './indicators.ts';
import { progressOf } from './progress.ts';
import { readAction } from './readAction.ts';
import type { ActionState, OwnAction, Progress, SchoolProfile } from './reading.ts';
import { readOwnActions, readProfile } from './readSchool.ts';
import { readReview, stateHeld } from './review/readReview.ts';
import type { Phase, ReviewState } from './review/states.ts';

/** What is known of a year before it is read. */
export interface YearSource {
	readonly fiscalYear: number;
	/** The edition that the year is recorded against. */
	readonly edition: PlanEdition | undefined;
	readonly record: RecordFold | undefined;
	/** There is a record, and it cannot be read now. */
	readonly unreadable?: boolean;
	/** The school as another year knows it, where this one's record does not say. */
	readonly profile: SchoolProfile | undefined;
	/** `YYYY-MM-DD` in Japan. */
	readonly today: string;
}

/** One year as it stood on its last day, or stands today. */
export interface YearView {
	readonly fiscalYear: number;
	/** `none`: nobody has recorded anything, which is not the same as 0. */
	readonly standing: 'recorded' | 'none' | 'unreadable' | 'future';
	readonly edition: PlanEdition | undefined;
	/** By id: the edition's □ and the school's own. Empty where nothing is recorded. */
	readonly states: ReadonlyMap<string, ActionState>;
	readonly own: readonly OwnAction[];
	readonly reviews: Readonly<Record<Phase, ReviewState>> | undefined;
	readonly observations: (indicator: string) => readonly Observation[];
}

/** Kinds of entities that say something of the school's work; `school`, `year` and `target` alone are no record of a year. */
const telling = /^(action|own|occurrence|evidence|comment|review|indicator|staff)\//;

/** Fields that carrying over writes: by themselves they are the year before, not this one. */
const carriedFields: ReadonlySet<string> = new Set(['carried', 'owner', 'measure', 'text']);

const isOnlyCarried = (record: RecordFold, entity: string): boolean => {
	const fields = record.fields(entity);
	return fields.includes('carried') && fields.every((field) => carriedFields.has(field));
};

const isRecorded = (record: RecordFold): boolean => {
	for (const entity of record.entities()) if (telling.test(entity) && !isOnlyCarried(record, entity)) return true;
	return false;
};

/** Reads a year as of its last day; the running one as of today. */
export function viewYear({ fiscalYear, edition, record, unreadable, profile, today }: YearSource): YearView {
	const nothing = { states: new Map(), own: [], reviews: undefined, observations: () => [] };
	if (unreadable) return { fiscalYear, standing: 'unreadable', edition, ...nothing };
	if (today < firstDay(fiscalYear) && !(record && isRecorded(record))) {
		return { fiscalYear, standing: 'future', edition, ...nothing };
	}
	if (!record || !isRecorded(record)) return { fiscalYear, standing: 'none', edition, ...nothing };
	const own = readOwnActions(record).filter(({ liveness }) => liveness !== 'deleted');
	return {
		...{ fiscalYear, standing: 'recorded', edition, own },
		states: statesOf({ fiscalYear, edition, record, profile, today }, record, own),
		reviews: { midyear: stateHeld(readReview(record, 'midyear')), final: stateHeld(readReview(record, 'final')) },
		observations: (indicator) => readObservations(record, indicator),
	};
}

function statesOf(
	{ fiscalYear, edition, profile: known, today }: YearSource,
	record: RecordFold,
	own: readonly OwnAction[],
): ReadonlyMap<string, ActionState> {
	const profile = readProfile(record) ?? known;
	if (!profile || !edition) return new Map();
	const asOf = today < lastDay(fiscalYear) ? today : lastDay(fiscalYear);
	const context = { edition, fiscalYear, profile, today: asOf };
	const actions = [...allSchoolActions(edition).map(({ action }) => action), ...own];
	return new Map(actions.map((action) => [action.id, readAction(record, action, context)]));
}

/** What a set of □ comes to in one year. 該当なし leaves the denominator. */
export interface SetValue {
	readonly progress: Progress;
	readonly ratings: Readonly<Record<Phase, Readonly<Record<Rating, number>>>>;
	/** 実施記録, each once. */
	readonly occurrences: number;
}

export function setValue(states: readonly ActionState[]): SetValue {
	const ratings = { midyear: noRatings(), final: noRatings() };
	for (const { status, ratings: given } of states) {
		if (status === 'notApplicable') continue;
		if (given.ratingMidyear.value) ratings.midyear[given.ratingMidyear.value] += 1;
		if (given.ratingFinal.value) ratings.final[given.ratingFinal.value] += 1;
	}
	const occurrences = new Set(states.flatMap((state) => state.occurrences.map(({ id }) => id)));
	return {
		progress: progressOf(states.map(({ status }) => status)),
		ratings,
		occurrences: occurrences.size,
	};
}

const noRatings = (): Record<Rating, number> => ({ excellent: 0, good: 0, insufficient: 0 });

/** □ of the whole plan, of a 方針 or of a 項目, in the order printed. Without `id` all of them. */
export const actionsUnder = (edition: PlanEdition, id?: string): SchoolAction[] =>
	measuresUnder(edition, id).flatMap(({ schoolActions }) => schoolActions);

function measuresUnder(edition: PlanEdition, id: string | undefined): readonly Measure[] {
	if (id === undefined) return allMeasures(edition);
	const policy = edition.policies.find((each) => each.id === id);
	if (policy) return policy.areas.flatMap(({ measures }) => measures);
	return allMeasures(edition).filter((measure) => measure.id === id);
}

/** The scene of another edition that asks the same: the same id, else the same sentence. */
export const sceneIn = (edition: PlanEdition, { id, text }: { readonly id: string; readonly text: string }) =>
	edition.indicators.find((each) => each.id === id) ?? edition.indicators.find((each) => each.text === text);

/** What a year comes to in a scene; how often and in how many classes may have been looked at on different days. */
export interface LatestLooks {
	/** The latest that says how often, else the latest that says 未測定, which is an answer and never 0. */
	readonly said: Observation | undefined;
	/** The latest that counts classes. */
	readonly counted: Observation | undefined;
}

/** Reads them from the observations of one scene, oldest first. A later count of classes hides no frequency. */
export function latestLooks(observations: readonly Observation[]): LatestLooks {
	const measured = observations.filter(isMeasured);
	return {
		said: lastMeasured(observations) ?? observations.findLast(({ frequency }) => frequency !== null),
		counted: measured.findLast(({ classes }) => classes !== null),
	};
}

export const isMeasured = ({ frequency, classes }: Observation): boolean =>
	frequency === 'unmeasured' ? false : frequency !== null || classes !== null;

/** The first and the last year to show: the plan's own period, and whatever year beside it has a record. */
export function yearsShown(
	period: { readonly first: number; readonly last: number } | undefined,
	known: readonly number[],
): readonly number[] {
	const years = period ? [period.first, period.last, ...known] : known;
	if (years.length === 0) return [];
	const first = Math.min(...years);
	return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}
