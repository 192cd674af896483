import type { SchoolKind } from '../plan/applicability.ts';
import type { PlanEdition } from '../plan/edition.ts';
import { allMeasures, allSchoolActions } from '../plan/find.ts';
import { units as unitsKind } from '../record/fields.ts';
import type { RecordFold } from '../record/fold.ts';
import { progressOf } from '../record/progress.ts';
import { readAction } from '../record/readAction.ts';
import type { ActionState, ReadingContext } from '../record/reading.ts';
import { readOwnActions } from '../record/readSchool.ts';
import { type VersionVector, versionVectorOf } from '../record/versionVector.ts';
import { asOfDay } from './asOf.ts';
import { caseSummaries } from './cases.ts';
import { indicatorSummaries } from './indicators.ts';
import { reviewSummaries } from './review.ts';
import type { ActionSummary, OwnSummary, Summary } from './schema.ts';

export interface SummarySource {
	readonly edition: PlanEdition;
	/** As the board registered it; the school's name is not asked for. */
	readonly school: { readonly municipality: string; readonly code: string };
	readonly fold: RecordFold;
	readonly fiscalYear: number;
	/** `YYYY-MM-DD` in Asia/Tokyo; see `asOfDay` for how little depends on it. */
	readonly today: string;
	readonly profile: SchoolKind;
}

/**
 * What leaves the school: every □ of the edition, once, in its order; the school's own □ as counts only. The same record
 * gives the same JSON text on every device. Nothing that a person typed gets in: each value is a number, a word of a
 * closed list, or an id that the edition or the board has minted. The one exception are the cases that the school has
 * marked 「市内で共有する」.
 */
export function summarise({ edition, school, fold, fiscalYear, today, profile }: SummarySource): Summary {
	const { schoolType } = profile;
	// In one order, whatever order they were ticked in.
	const units = [...(unitsKind.parse(profile.units) ?? [])];
	const context: ReadingContext = {
		edition,
		fiscalYear,
		today: asOfDay(fold, today),
		profile: { name: '', schoolType, units },
	};
	const states = allSchoolActions(edition).map(({ action }) => readAction(fold, action, context));
	const actions = states.map(actionSummary);
	const { achieved, inProgress, notStarted, notApplicable, applicable, total } = progressOf(
		actions.map(({ status }) => status),
	);
	// Keys stand in the order of the schema: what the endpoint keeps is this very text.
	return {
		format: 'masume-summary',
		version: 1,
		school: { municipality: school.municipality, code: school.code, schoolType, units },
		fiscalYear,
		edition: edition.id,
		operations: fold.size,
		versionVector: vectorOf(fold),
		actions,
		own: ownSummaries(fold, context),
		progress: { achieved, inProgress, notStarted, notApplicable, applicable, total },
		indicators: indicatorSummaries(fold, edition),
		review: reviewSummaries(fold),
		cases: caseSummaries(fold, states, schoolType),
	};
}

const actionSummary = (state: ActionState): ActionSummary => ({
	action: state.id,
	status: state.status,
	basis: state.basis,
	midyear: state.ratings.ratingMidyear.value,
	final: state.ratings.ratingFinal.value,
	occurrences: state.occurrences.length,
	evidence: state.evidence.length,
	conflicting: state.conflicts.length > 0,
});

/** Under the 項目 that the edition has; what stands under any other name was typed or comes from elsewhere, and stays. */
function ownSummaries(fold: RecordFold, context: ReadingContext): OwnSummary[] {
	const standing = readOwnActions(fold).filter(({ liveness }) => liveness !== 'deleted');
	return allMeasures(context.edition).flatMap(({ id: measure }) => {
		const own = standing.filter((each) => each.measure === measure);
		if (own.length === 0) return [];
		const achieved = own.filter((each) => readAction(fold, each, context).status === 'achieved').length;
		return [{ measure, count: own.length, achieved }];
	});
}

/** A device is named by 128 random bits. Any other name was made up by somebody, and is not told. */
function vectorOf(fold: RecordFold): VersionVector {
	const minted = [...fold.operations()].filter(({ id }) => /^[0-9a-f]{32}\./.test(id));
	return versionVectorOf(minted);
}
