import { ancestorsOf } from '../plan/descent.ts';
import type { Continuation, Measure, Rating, SchoolAction } from '../plan/edition.ts';
import { allMeasures, allSchoolActions } from '../plan/find.ts';
import { dayWithin, lastDay } from '../plan/fiscalYear.ts';
import { rating as ratingKind } from '../record/fields.ts';
import { readAction } from '../record/readAction.ts';
import type { ActionState, AnyAction, Evidence, Occurrence, OwnAction, ReadingContext } from '../record/reading.ts';
import { readOwnActions, readProfile } from '../record/readSchool.ts';
import type { Phase } from '../record/review/states.ts';
import { conflictWords } from './conflicts.ts';
import type { ReportSource } from './model.ts';

/** One □ with everything that a row is made from. */
export interface Reported {
	/** Absent where a □ of the school's own stands under a 項目 that this edition does not have. */
	readonly measure: Measure | undefined;
	/** Absent for a □ of the school's own. */
	readonly action?: SchoolAction;
	readonly text: string;
	readonly state: ActionState;
	/** The rating of this phase. What is 該当なし has none, whatever was entered before it was. */
	readonly rating: Rating | null;
	/** Last year's 最終, else its 中間; of several ancestors the least. */
	readonly lastRating: Rating | null;
	/** 新規・継続・拡充 for next year. */
	readonly next: Continuation | null;
	/** 実施記録 up to the day of the report: what lies ahead has not been done. */
	readonly done: readonly Occurrence[];
	readonly publicEvidence: readonly Evidence[];
	/** What stands in 食い違い, in words. */
	readonly conflicts: readonly string[];
}

/** Every □ of the edition in its order, then the school's own by 項目 and in the order they were added. */
export function reportedActions(source: ReportSource, phase: Phase): Reported[] {
	const { edition, fold, fiscalYear, profile } = source;
	const context = { edition, fiscalYear, profile, today: dayWithin(fiscalYear, source.today) };
	const lastRatingOf = lastRatings(source);
	const report = (action: AnyAction) => {
		const state = readAction(fold, action, context);
		const rated = state.ratings[phase === 'midyear' ? 'ratingMidyear' : 'ratingFinal'].value;
		return {
			state,
			rating: state.status === 'notApplicable' ? null : rated,
			lastRating: lastRatingOf(action),
			next: state.continuation.value,
			done: state.occurrences.filter(({ date }) => date <= context.today),
			// What somebody has deleted elsewhere may have been deleted so that nobody reads it.
			publicEvidence: state.evidence.filter(
				(each) => each.public && !each.revived && (each.title !== '' || each.url !== ''),
			),
		};
	};
	const ofPlan = allSchoolActions(edition).map(({ action, measure }): Reported => {
		const reported = report(action);
		return { ...reported, measure, action, text: action.text, conflicts: conflictWords(reported.state, phase) };
	});
	const measures = allMeasures(edition);
	const own = ownInOrder(source, measures).map((each): Reported => {
		const reported = report({ id: each.id, own: true });
		const measure = measures.find(({ id }) => id === each.measure);
		const conflicts = conflictWords(reported.state, phase, each.text);
		return { ...reported, measure, text: each.text.value, conflicts };
	});
	return [...ofPlan, ...own];
}

function ownInOrder({ fold }: ReportSource, measures: readonly Measure[]): OwnAction[] {
	const place = new Map(measures.map(({ id }, index) => [id, index]));
	const placeOf = ({ measure }: OwnAction) => place.get(measure) ?? measures.length;
	const addedAt = ({ id }: OwnAction) => fold.history(`own/${id}`)[0]?.lamport ?? 0;
	return readOwnActions(fold)
		.filter(({ liveness }) => liveness !== 'deleted')
		.map((own) => ({ own, keys: [placeOf(own), addedAt(own)] as const }))
		.sort((a, b) => a.keys[0] - b.keys[0] || a.keys[1] - b.keys[1])
		.map(({ own }) => own);
}

/**
 * Last year's rating of a □, through what it descends from. Of several the least stands, as for every merged □: where
 * one of them was not rated, nobody has rated the whole. What was 該当なし has no say.
 */
function lastRatings({ before, profile }: ReportSource): (action: AnyAction) => Rating | null {
	if (!before) return () => null;
	const byId = new Map<string, AnyAction>(allSchoolActions(before.edition).map(({ action }) => [action.id, action]));
	const context: ReadingContext = {
		...{ edition: before.edition, fiscalYear: before.fiscalYear, today: lastDay(before.fiscalYear) },
		profile: readProfile(before.fold) ?? profile,
	};
	const earlierOf = (action: AnyAction): readonly AnyAction[] => {
		if (action.own) return [action];
		const itself = byId.get(action.id);
		if (itself) return [itself];
		const { descendsFrom = 'first' } = action;
		return [...new Set(ancestorsOf({ descendsFrom }))].flatMap((id) => byId.get(id) ?? []);
	};
	return (action) => {
		const given = earlierOf(action)
			.map((each) => readAction(before.fold, each, context))
			.filter(({ status }) => status !== 'notApplicable')
			.map(({ ratings }) => ratings.ratingFinal.value ?? ratings.ratingMidyear.value);
		return given.length === 0 ? null : ratingKind.together(given);
	};
}
