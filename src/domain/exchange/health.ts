import * as z from 'zod/mini';

/** `GET /health`: alive, and the storage answers. Where it does not: 503 with a problem. */
export const HealthAnswer = z.looseObject({ status: z.literal('ok'), version: z.string() });
