import * as z from 'zod/mini';
import { Epoch } from './words.ts';

/**
 * Why the endpoint refuses, as RFC 9457 sends it. `reason` is for the program, `title` and `detail` are Japanese
 * sentences for the person. A reason that this version does not know is shown by its sentences.
 */
export const ProblemAnswer = z.looseObject({
	type: z.string(),
	status: z.int(),
	title: z.string(),
	detail: z.string(),
	reason: z.string(),
	/** With `resync`: the epoch that counts now. */
	epoch: z.optional(Epoch),
	/** With `fork`: ids that stand for other bytes here. With `refusedOperations`: ids that are not taken. */
	operations: z.optional(z.array(z.string())),
	/** With `tooManyRequests`: seconds. */
	retryAfter: z.optional(z.number()),
});
export type ProblemAnswer = z.infer<typeof ProblemAnswer>;
