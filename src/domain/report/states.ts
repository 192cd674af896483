import { ancestorsOf } from '../plan/descent.ts';
import type { Continuation, Measure, Rating, SchoolAction } from '../plan/edition.ts';
import { allSchoolActions } from '../plan/find.ts';
import { lastDay } from '../plan/fiscalYear.ts';
import { readAction } from '../record/readAction.ts';
import type { ActionState, AnyAction, Evidence, ReadingContext } from '../record/reading.ts';
import { readOwnActions, readProfile } from '../record/readSchool.ts';
import type { Phase } from '../record/review/states.ts';
import type { ReportSource } from './model.ts';

/** One □ with everything that a row is made from. */
export interface Reported {
	readonly measure: Measure;
	/** Absent for a □ of the school's own. */
	readonly action?: SchoolAction;
	readonly text: string;
	readonly state: ActionState;
	/** The rating of this phase, and last year's: its 最終, else its 中間; of several ancestors the least. */
	readonly rating: Rating | null;
	readonly lastRating: Rating | null;
	/** 新規・継続・拡充 for next year. */
	readonly next: Continuation | null;
	readonly publicEvidence: readonly Evidence[];
}

/** Every □ of the edition in its order, then the school's own. */
export function reportedActions(source: ReportSource, phase: Phase): Reported[] {
	const { edition, fold, fiscalYear, profile, today } = source;
	const context = { edition, fiscalYear, profile, today };
	const lastRatingOf = lastRatings(source);
	const report = (measure: Measure, action: AnyAction, text: string): Reported => {
		const state = readAction(fold, action, context);
		return {
			...{ measure, text, state },
			...(!action.own && { action: action as SchoolAction }),
			rating: state.ratings[phase === 'midyear' ? 'ratingMidyear' : 'ratingFinal'].value,
			lastRating: lastRatingOf(action),
			next: state.continuation.value,
			publicEvidence: state.evidence.filter(({ url, public: isPublic }) => isPublic && url !== ''),
		};
	};
	const placed = allSchoolActions(edition);
	const measures = new Map(
		edition.policies.flatMap(({ areas }) => areas.flatMap((area) => area.measures)).map((each) => [each.id, each]),
	);
	const own = readOwnActions(fold).filter(({ liveness }) => liveness !== 'deleted');
	return [
		...placed.map(({ action, measure }) => report(measure, action, action.text)),
		...own.flatMap(({ id, measure: measureId, text }) => {
			const measure = measures.get(measureId);
			return measure ? [report(measure, { id, own: true }, text.value)] : [];
		}),
	];
}

const worstFirst: readonly Rating[] = ['insufficient', 'good', 'excellent'];

function lastRatings({ before, edition, profile }: ReportSource): (action: AnyAction) => Rating | null {
	if (!before) return () => null;
	const byId = new Map<string, AnyAction>(allSchoolActions(before.edition).map(({ action }) => [action.id, action]));
	const context: ReadingContext = {
		...{ edition: before.edition, fiscalYear: before.fiscalYear, today: lastDay(before.fiscalYear) },
		profile: readProfile(before.fold) ?? profile,
	};
	const ratingOf = (action: AnyAction): Rating | null => {
		const { ratings } = readAction(before.fold, action, context);
		return ratings.ratingFinal.value ?? ratings.ratingMidyear.value;
	};
	return (action) => {
		const earlier = action.own
			? [action]
			: (edition.id === before.edition.id ? [action.id] : ancestorsOf(action as SchoolAction)).flatMap(
					(id) => byId.get(id) ?? [],
				);
		const ratings = earlier.map(ratingOf);
		return worstFirst.find((rating) => ratings.includes(rating)) ?? null;
	};
}
