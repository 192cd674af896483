import * as z from 'zod/mini';
import { SummarySchema } from '../summary/schema.ts';
import { Epoch, Instant } from './words.ts';

/** `PUT /schools/:school/years/:year/summary`. */
export const SummaryRequest = z.strictObject({ epoch: Epoch, summary: SummarySchema });
export type SummaryRequest = z.infer<typeof SummaryRequest>;

export const SummaryReceipt = z.looseObject({
	/** 受付番号, for people: `2026-B104210000017-12`. */
	receipt: z.string().check(z.minLength(1), z.maxLength(80)),
	receivedAt: Instant,
	now: Instant,
});
export type SummaryReceipt = z.infer<typeof SummaryReceipt>;

/** `GET …/summary`: exactly what the board sees; 404 before the first. */
export const StoredSummary = z.looseObject({ summary: SummarySchema, receipt: z.string(), receivedAt: Instant });
