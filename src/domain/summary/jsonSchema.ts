import * as z from 'zod/mini';
import { SummarySchema } from './schema.ts';

/**
 * The summary's JSON Schema (draft 2020-12), as published at `/api/v1/schemas/summary.json`: made from the schema that
 * the endpoint itself checks with. Brings zod with it, so nothing that a device loads first may import it.
 */
export function summaryJsonSchema(): Record<string, unknown> {
	return {
		...z.toJSONSchema(SummarySchema, { target: 'draft-2020-12', override: boundDevices }),
		title: 'ます目: 学校から教育委員会へ届く要約',
		description:
			'自由に書いた文・氏名・リンクは、学校が「市内で共有する」ことにした事例 (cases) のほかには入りません。値は、数、決まった語、計画と教育委員会が付けた番号、端末の乱数だけです。',
	};
}

/** A refinement of zod's that JSON Schema has a word for, which zod does not know. */
function boundDevices({ path, jsonSchema }: { path: (string | number)[]; jsonSchema: { maxProperties?: number } }) {
	if (path.at(-1) === 'versionVector') jsonSchema.maxProperties = 10_000;
}
