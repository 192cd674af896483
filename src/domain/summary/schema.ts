import * as z from 'zod/mini';
import { Rating, SchoolType, SchoolUnit } from '../plan/edition.ts';
import { frequencies, indicatorSources } from '../record/fields.ts';
import { phases, reviewStates } from '../record/review/states.ts';
import { caseLimits, casePatterns } from '../record/sharedCase.ts';

/**
 * The summary: the small JSON that leaves the school for its board. No free text, no names, no links, but for the cases
 * that the school itself has marked 「市内で共有する」. Words come only from closed lists and from the edition's and the
 * board's own identifiers.
 */

/** Ids as editions mint them; nothing a person types fits without losing its spaces and its Japanese. */
const EditionId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));
const Count = z.int().check(z.nonnegative(), z.maximum(1_000_000));

const SummaryStatus = z.enum(['notStarted', 'inProgress', 'achieved', 'notApplicable']);

/** One □ of the plan. */
export const ActionSummary = z.strictObject({
	action: EditionId,
	status: SummaryStatus,
	/** Where the status comes from. */
	basis: z.enum(['person', 'occurrences', 'profile', 'nothing']),
	midyear: z.nullable(Rating),
	final: z.nullable(Rating),
	occurrences: Count,
	evidence: Count,
	/** Several devices said different things and nobody has chosen yet. */
	conflicting: z.boolean(),
});
export type ActionSummary = z.infer<typeof ActionSummary>;

/** What the □ of the school's own amount to under one 項目; their words stay at the school. */
export const OwnSummary = z.strictObject({ measure: EditionId, count: Count, achieved: Count });
export type OwnSummary = z.infer<typeof OwnSummary>;

/** The most of each list; what is beyond them stays at the school. */
export const summaryBounds = { observations: 100, cases: 100 } as const;

/** `YYYY-MM-DD`. */
const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/** One look at a 場面: how often devices are used there, or in how many classes. 未測定 is an answer, never 0. */
export const ObservationSummary = z.strictObject({
	date: Day,
	frequency: z.nullable(z.enum(frequencies)),
	/** 週3回以上 in `count` of `of` classes. */
	classes: z.nullable(z.strictObject({ count: Count, of: Count })),
	source: z.nullable(z.enum(indicatorSources)),
});
export type ObservationSummary = z.infer<typeof ObservationSummary>;

/** One 場面 of the edition, oldest look first. */
export const IndicatorSummary = z.strictObject({
	indicator: EditionId,
	observations: z.array(ObservationSummary).check(z.maxLength(summaryBounds.observations)),
});
export type IndicatorSummary = z.infer<typeof IndicatorSummary>;

const ContentHash = z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/)));

/** Where the review of a phase stands; who did it and why stays at the school. */
export const ReviewSummary = z.strictObject({
	phase: z.enum(phases),
	state: z.enum(reviewStates),
	/** ISO 8601 UTC, by the clock of the device that took the last step; null where there is none, or it says nonsense. */
	at: z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/))),
	/** SHA-256 of the content that was submitted last, and of the one that the standing approval covers. */
	submitted: ContentHash,
	approved: ContentHash,
	changedAfterApproval: z.boolean(),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

const line = (most: number) => z.string().check(z.regex(casePatterns.line), z.maxLength(most));

/** A 実施記録 that the school has marked 「市内で共有する」: the only words of people that ever leave it. */
export const CaseSummary = z.strictObject({
	/** The □ of the edition that it belongs to. */
	action: EditionId,
	date: Day,
	schoolType: SchoolType,
	title: line(caseLimits.title).check(z.minLength(1)),
	grade: line(caseLimits.grade),
	what: z.string().check(z.regex(casePatterns.text), z.maxLength(caseLimits.what)),
	link: z.string().check(z.regex(casePatterns.link), z.maxLength(caseLimits.link)),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const SummarySchema = z.strictObject({
	format: z.literal('masume-summary'),
	version: z.literal(1),
	school: z.strictObject({
		municipality: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
		code: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/)),
		schoolType: SchoolType,
		units: z.array(SchoolUnit).check(z.maxLength(10)),
	}),
	fiscalYear: z.int().check(z.minimum(2000), z.maximum(2999)),
	/** The edition that the □ are of. */
	edition: EditionId,
	/** What the summary was made from: number of operations, and the greatest counter of each device. */
	operations: Count,
	versionVector: z
		.record(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)), z.int().check(z.positive()))
		.check(z.refine((vector) => Object.keys(vector).length <= 10_000)),
	/** In the order of the edition. */
	actions: z.array(ActionSummary).check(z.maxLength(1_000)),
	own: z.array(OwnSummary).check(z.maxLength(1_000)),
	progress: z.strictObject({
		achieved: Count,
		inProgress: Count,
		notStarted: Count,
		notApplicable: Count,
		applicable: Count,
		total: Count,
	}),
	// Since the second release of the app. A device that still runs the first sends its summary without them.
	indicators: z.optional(z.array(IndicatorSummary).check(z.maxLength(100))),
	review: z.optional(z.array(ReviewSummary).check(z.maxLength(phases.length))),
	cases: z.optional(z.array(CaseSummary).check(z.maxLength(summaryBounds.cases))),
});
export type Summary = z.infer<typeof SummarySchema>;
