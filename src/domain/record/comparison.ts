import { ancestorsOf } from '../plan/descent.ts';
import type { PlanEdition, SchoolAction } from '../plan/edition.ts';
import { allSchoolActions } from '../plan/find.ts';

/** What happened to a set of □ from one year to the next, besides the □ that went on one by one. Counts of □. */
export interface Changes {
	/** Several □ of the earlier edition in one. */
	readonly merged: number;
	/** Parts of one □ of the earlier edition. */
	readonly split: number;
	/** Continues nothing. */
	readonly added: number;
	/** Nothing continues it. */
	readonly ended: number;
	/** Continues, or is continued by, a □ outside the set: it moved to another 項目. */
	readonly moved: number;
	/** The earlier edition is no data, or not the one that it names. */
	readonly unknown: number;
	/** Went on one by one under other words. */
	readonly reworded: number;
}

/** From one year to the next. */
export interface YearStep {
	/** Every □ goes on as exactly one □: a line may be drawn. */
	readonly comparable: boolean;
	/** Both years are recorded against one edition. */
	readonly sameEdition: boolean;
	readonly changes: Changes;
}

const noChanges: Changes = { merged: 0, split: 0, added: 0, ended: 0, moved: 0, unknown: 0, reworded: 0 };

type Continued = Pick<SchoolAction, 'id' | 'descendsFrom'>;

/**
 * The □ of each year that one □ continues or is continued by, step by step from edition to edition.
 * @param editions one per year, oldest first; undefined where a year has none.
 * @param anchor index of the year that `ids` are of.
 */
export function traceActions(
	editions: readonly (PlanEdition | undefined)[],
	anchor: number,
	ids: readonly string[],
): readonly (readonly SchoolAction[])[] {
	const traced: (readonly SchoolAction[])[] = editions.map(() => []);
	traced[anchor] = chosenIn(editions[anchor], (action) => ids.includes(action.id));
	for (let year = anchor - 1; year >= 0; year -= 1) {
		const later = traced[year + 1] ?? [];
		const wanted = isOneEdition(editions[year], editions[year + 1])
			? later.map(({ id }) => id)
			: later.flatMap(ancestorsOf);
		traced[year] = chosenIn(editions[year], ({ id }) => wanted.includes(id));
	}
	for (let year = anchor + 1; year < editions.length; year += 1) {
		const earlier = (traced[year - 1] ?? []).map(({ id }) => id);
		const goesOn = isOneEdition(editions[year - 1], editions[year])
			? ({ id }: SchoolAction) => earlier.includes(id)
			: (action: SchoolAction) => ancestorsOf(action).some((id) => earlier.includes(id));
		traced[year] = chosenIn(editions[year], goesOn);
	}
	return traced;
}

const chosenIn = (edition: PlanEdition | undefined, isChosen: (action: SchoolAction) => boolean): SchoolAction[] =>
	edition
		? allSchoolActions(edition)
				.map(({ action }) => action)
				.filter(isChosen)
		: [];

const isOneEdition = (a: PlanEdition | undefined, b: PlanEdition | undefined): boolean =>
	a !== undefined && a.id === b?.id;

/** One year's side of a step. */
export interface Side {
	readonly edition: PlanEdition;
	/** The □ that are compared. */
	readonly actions: readonly Continued[];
}

/**
 * Whether a set of □ of one year can be held against a set of the next. It can where each goes on as exactly one,
 * `same` or `reworded`, and both sets hold nothing else.
 */
export function stepBetween(earlier: Side, later: Side): YearStep {
	if (earlier.edition.id === later.edition.id) {
		const comparable = later.actions.length > 0 && earlier.actions.length === later.actions.length;
		return { comparable, sameEdition: true, changes: noChanges };
	}
	const changes = changesBetween(earlier, later);
	const { reworded: _, ...breaking } = changes;
	const comparable = later.actions.length > 0 && Object.values(breaking).every((count) => count === 0);
	return { comparable, sameEdition: false, changes };
}

function changesBetween(earlier: Side, later: Side): Changes {
	const changes: { -readonly [change in keyof Changes]: number } = { ...noChanges };
	const inEarlier = new Set(allSchoolActions(earlier.edition).map(({ action }) => action.id));
	const compared = new Set(earlier.actions.map(({ id }) => id));
	const heirs = heirsIn(later.edition);
	for (const action of later.actions) {
		const change = changeTo(action, { inEarlier, compared, heirs });
		if (change) changes[change] += 1;
	}
	const now = new Set(later.actions.map(({ id }) => id));
	for (const { id } of earlier.actions) {
		const continuing = heirs.get(id) ?? [];
		if (continuing.length === 0) changes.ended += 1;
		else if (!continuing.some((heir) => now.has(heir))) changes.moved += 1;
	}
	return changes;
}

interface Before {
	readonly inEarlier: ReadonlySet<string>;
	readonly compared: ReadonlySet<string>;
	readonly heirs: ReadonlyMap<string, readonly string[]>;
}

/** What became of the past of one □; undefined where it goes on as it was. */
function changeTo({ descendsFrom }: Continued, { inEarlier, compared, heirs }: Before): keyof Changes | undefined {
	if (descendsFrom === 'new') return 'added';
	if (descendsFrom === 'first' || !descendsFrom.every(({ action }) => inEarlier.has(action))) return 'unknown';
	const [only, ...others] = descendsFrom;
	if (!only || others.length > 0 || only.relation === 'merged') return 'merged';
	if (only.relation === 'split' || (heirs.get(only.action)?.length ?? 0) > 1) return 'split';
	if (!compared.has(only.action)) return 'moved';
	return only.relation === 'reworded' ? 'reworded' : undefined;
}

/** Id of an earlier □ → ids of the □ of this edition that continue it. */
function heirsIn(edition: PlanEdition): ReadonlyMap<string, readonly string[]> {
	const heirs = new Map<string, string[]>();
	for (const { action } of allSchoolActions(edition)) {
		for (const ancestor of ancestorsOf(action)) heirs.set(ancestor, [...(heirs.get(ancestor) ?? []), action.id]);
	}
	return heirs;
}

/** □ of an edition that no □ of the next one continues. */
export const endedIn = (earlier: PlanEdition, later: PlanEdition): SchoolAction[] => {
	if (earlier.id === later.id) return [];
	const heirs = heirsIn(later);
	return chosenIn(earlier, ({ id }) => !heirs.has(id));
};
