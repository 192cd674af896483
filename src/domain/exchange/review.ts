import * as z from 'zod/mini';
import { reviewStates } from '../record/review/states.ts';
import { FiscalYearNumber, Instant, SchoolCode } from './words.ts';

/** What the board does with the reviews of its schools. It sees where each phase stands, and nothing of a school's record. */

export const PhaseName = z.enum(['midyear', 'final']);

/** What the board may do: 受理 of what a principal has approved, 開き直し of what was approved or accepted. */
export const BoardEvent = z.enum(['accept', 'reopen']);
export type BoardEvent = z.infer<typeof BoardEvent>;

/**
 * `POST /board/schools/:school/years/:year/review`. Reopening needs a reason; the school reads it. Accepting names the
 * approval that the officer had before them (`PhaseStanding.approval.content`): another one is refused.
 */
export const BoardReviewRequest = z.strictObject({
	phase: PhaseName,
	event: BoardEvent,
	reason: z.optional(z.string().check(z.maxLength(1_000))),
	content: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
});
export type BoardReviewRequest = z.infer<typeof BoardReviewRequest>;

/** Where a phase stands. */
export const PhaseStanding = z.looseObject({
	state: z.enum(reviewStates),
	/** When it came there, by the clock of whoever did it; null where nothing has happened, or where that clock is unreadable. */
	at: z.nullable(Instant),
	/** The approval that stands: when, and the eight characters printed on the self-evaluation; null where none does. */
	approval: z.nullable(z.looseObject({ at: z.nullable(Instant), content: z.nullable(z.string()) })),
	/** The school's last summary says that what was approved is not what stands there now. */
	changedSince: z.boolean(),
	/** Why the board reopened it last, where the school has not handed it in again since. */
	reopenedBecause: z.nullable(z.string()),
});
export type PhaseStanding = z.infer<typeof PhaseStanding>;

/** A school's two phases. */
export const SchoolReviews = z.looseObject({ school: SchoolCode, midyear: PhaseStanding, final: PhaseStanding });
export type SchoolReviews = z.infer<typeof SchoolReviews>;

export const BoardReviewAnswer = z.looseObject({ ...SchoolReviews.shape, now: Instant });
export type BoardReviewAnswer = z.infer<typeof BoardReviewAnswer>;

/** `GET /board/reviews?year=`: the schools in whose reviews something has happened, in the order of their codes. */
export const ReviewsQuery = z.strictObject({ year: FiscalYearNumber });
export type ReviewsQuery = z.infer<typeof ReviewsQuery>;
export const ReviewsAnswer = z.looseObject({
	fiscalYear: FiscalYearNumber,
	schools: z.array(SchoolReviews),
	now: Instant,
});
export type ReviewsAnswer = z.infer<typeof ReviewsAnswer>;
