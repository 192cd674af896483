import * as z from 'zod/mini';
import { Continuation, Rating } from '../plan/edition.ts';
import { phases } from '../record/review/states.ts';
import { SummarySchema } from '../summary/schema.ts';
import { OperationSchema } from './operations.ts';

/**
 * The self-evaluation as a JSON file, for other programs; published at `/api/v1/schemas/self-evaluation.json`. A file for
 * the board (`audience: "board"`) also carries the year's record and the summary. One for the public carries neither, and
 * of each row only what the public version shows.
 */

const ColumnKey = z.enum([
	...(['measure', 'summary', 'goals', 'action', 'status', 'achievement', 'deadline'] as const),
	...(['resultAndIssue', 'lastRating', 'rating', 'improvement', 'continuation', 'evidence'] as const),
]);

const Entries = z.strictObject({
	result: z.string(),
	issue: z.string(),
	improvement: z.string(),
	nextYear: z.string(),
	ratingMidyear: z.nullable(Rating),
	ratingFinal: z.nullable(Rating),
	continuation: z.nullable(Continuation),
});

const Row = z.strictObject({
	/** The □'s id in the edition, or the school's own. */
	action: z.string(),
	/** Where its entries stand in the record; for the board only. */
	entity: z.optional(z.string()),
	own: z.boolean(),
	status: z.enum(['notStarted', 'inProgress', 'achieved', 'notApplicable']),
	rating: z.nullable(Rating),
	lastRating: z.nullable(Rating),
	/** As entered; for the board only. */
	entries: z.optional(Entries),
	/** What stands in 食い違い, in words; for the board only. */
	conflicts: z.optional(z.array(z.string())),
	/** The words of the columns that this report has, as they stand in every other format. */
	cells: z.partialRecord(ColumnKey, z.string()),
});

const Head = z.strictObject({
	plan: z.string(),
	title: z.string(),
	school: z.string(),
	year: z.string(),
	phase: z.string(),
	audience: z.string(),
	tally: z.string(),
	asOf: z.string(),
	approval: z.string(),
	legend: z.array(z.string()),
});

const Report = z.strictObject({
	request: z.strictObject({ phase: z.enum(phases), audience: z.enum(['board', 'public']), short: z.boolean() }),
	head: Head,
	columns: z.array(ColumnKey),
	groups: z.array(z.strictObject({ policy: z.string(), area: z.string(), rows: z.array(Row), tally: z.string() })),
	own: z.array(Row),
	tables: z.array(
		z.strictObject({
			key: z.enum(['indicators', 'staff']),
			title: z.string(),
			note: z.string(),
			columns: z.array(z.string()),
			rows: z.array(z.array(z.string())),
		}),
	),
	passages: z.array(
		z.strictObject({ key: z.enum(['focus', 'stakeholders', 'improvement']), title: z.string(), text: z.string() }),
	),
	fileName: z.string(),
});

export const SelfEvaluationFile = z.strictObject({
	format: z.literal('masume-self-evaluation'),
	version: z.literal(1),
	report: Report,
	/** Every operation of the year, in order of (lamport, id). */
	record: z.optional(z.array(OperationSchema)),
	summary: z.optional(SummarySchema),
});
export type SelfEvaluationFile = z.infer<typeof SelfEvaluationFile>;
