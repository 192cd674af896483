import type { Measure, PlanEdition, SchoolAction } from './edition.ts';

/** A □ together with the measure it stands under. */
export interface PlacedAction {
	readonly action: SchoolAction;
	readonly measure: Measure;
}

/** All 項目 of an edition, in the order printed. */
export const allMeasures = (edition: PlanEdition): Measure[] =>
	edition.policies.flatMap((policy) => policy.areas.flatMap((area) => area.measures));

/** All □ of an edition with their measures, in the order printed. */
export const allSchoolActions = (edition: PlanEdition): PlacedAction[] =>
	allMeasures(edition).flatMap((measure) => measure.schoolActions.map((action) => ({ action, measure })));

/** A □ by its id. */
export const actionById = (edition: PlanEdition, id: string): PlacedAction | undefined =>
	allSchoolActions(edition).find(({ action }) => action.id === id);

/** 項目 whose printed cell of □ runs on beside this one: their □ that name it. */
export const actionsBeside = (edition: PlanEdition, measureId: string): PlacedAction[] =>
	allSchoolActions(edition).filter(({ action }) => action.alsoBeside?.includes(measureId));

/**
 * The edition that a fiscal year is recorded against: its own (`exact`), else the latest of the years before it.
 * `undefined` where there is none.
 */
export const editionFor = <Edition extends Pick<PlanEdition, 'fiscalYear'>>(
	editions: readonly Edition[],
	fiscalYear: number,
): { readonly edition: Edition; readonly exact: boolean } | undefined => {
	const candidates = editions.filter((edition) => edition.fiscalYear <= fiscalYear);
	const edition = candidates.reduce<Edition | undefined>(
		(latest, each) => (latest && latest.fiscalYear >= each.fiscalYear ? latest : each),
		undefined,
	);
	return edition && { edition, exact: edition.fiscalYear === fiscalYear };
};
