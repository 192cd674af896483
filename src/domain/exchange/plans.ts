import * as z from 'zod/mini';

/** `GET /plans`: the published editions. `GET /plans/:plan` answers with the edition itself, without its `sourceText`. */
export const PlansAnswer = z.looseObject({
	plans: z.array(
		z.looseObject({
			id: z.string(),
			municipality: z.string(),
			title: z.string(),
			fiscalYear: z.int(),
			/** Where it is, from the root of the endpoint. */
			path: z.string(),
		}),
	),
});
