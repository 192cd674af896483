import * as z from 'zod/mini';
import { Rating, SchoolType, SchoolUnit } from '../plan/edition.ts';

/**
 * The summary: the small JSON that leaves the school for its board. No free text, no names, no links. Words come only
 * from closed lists and from the edition's and the board's own identifiers.
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
});
export type Summary = z.infer<typeof SummarySchema>;
