import * as z from 'zod/mini';
import { OperationSchema } from './operations.ts';
import { Epoch, FiscalYearNumber, Instant, Sequence, VersionVectorSchema } from './words.ts';

/** Bounds that both sides keep to. */
export const exchangeBounds = {
	/** Operations in one request to append. */
	batch: 500,
	/** Bytes of one request to append, as JSON in UTF-8; one operation alone may reach it. */
	batchBytes: 512_000,
	/** What the endpoint takes in of any body. */
	bodyBytes: 2_000_000,
	/** Operations in one page of an answer. */
	page: 2_000,
} as const;

/** `POST /schools/:school/years/:year/operations`: all of the batch is stored, or nothing. */
export const PushRequest = z.strictObject({
	epoch: Epoch,
	operations: z.array(OperationSchema).check(z.minLength(1), z.maxLength(exchangeBounds.batch)),
});
export type PushRequest = z.infer<typeof PushRequest>;

export const PushAnswer = z.looseObject({
	epoch: Epoch,
	/** The last number of the log once the batch stands in it: the 受付番号 of what was sent. */
	sequence: Sequence,
	/** How many of the batch are stored now: all of them, whether new or known. */
	acknowledged: z.int(),
	/** Everything up to here lies in a completed backup of the endpoint. */
	durableSequence: Sequence,
	now: Instant,
});
export type PushAnswer = z.infer<typeof PushAnswer>;

/** `GET …/operations?after=&epoch=&limit=`: what came after a number, in the order of the numbers. */
export const PullQuery = z.strictObject({
	after: z.int().check(z.nonnegative()),
	epoch: z.optional(Epoch),
	limit: z.optional(z.int().check(z.positive(), z.maximum(exchangeBounds.page))),
});
export type PullQuery = z.infer<typeof PullQuery>;

export const LogState = z.looseObject({
	fiscalYear: FiscalYearNumber,
	/** The last number given. Numbers have no gaps, so it equals `count`. */
	sequence: Sequence,
	count: Sequence,
	durableSequence: Sequence,
	versionVector: VersionVectorSchema,
});
export type LogState = z.infer<typeof LogState>;

export const PullAnswer = z.looseObject({
	epoch: Epoch,
	operations: z.array(OperationSchema),
	/** To be asked for `after` next. */
	next: Sequence,
	more: z.boolean(),
	...LogState.shape,
	now: Instant,
});
export type PullAnswer = z.infer<typeof PullAnswer>;

/** `GET /schools/:school/years`: where every log of the school stands. One request tells a device that nothing is new. */
export const YearsAnswer = z.looseObject({
	epoch: Epoch,
	years: z.array(
		z.looseObject({
			...LogState.shape,
			/** The summary last received; null before the first. */
			summary: z.nullable(
				z.looseObject({ receipt: z.string(), receivedAt: Instant, versionVector: VersionVectorSchema }),
			),
		}),
	),
	now: Instant,
});
export type YearsAnswer = z.infer<typeof YearsAnswer>;
