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

/** Reasons that a device acts on; any other is shown and tried again later. */
export const actedOn = [
	/** 401: no token, an unknown one, or one that was revoked. */
	'unauthorised',
	'revoked',
	/** 403: the role may not do this. */
	'forbidden',
	/** 409: the epoch has changed or the cursor is impossible: pull from 0 and offer everything. */
	'resync',
	/** 409: an id stands for something else here: mint a new identity, issue again. */
	'fork',
	/** 409: the stored summary knows something that this one does not. */
	'pullFirst',
	/** 422: some operations are not taken (unsigned review, unreadable); the others may be sent again without them. */
	'refusedOperations',
	/** 404 and 410 of a one-time code. */
	'unknownCode',
	'expiredCode',
	'usedCode',
	'tooManyRequests',
] as const;
