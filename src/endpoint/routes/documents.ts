import { OperationSchema } from '../../domain/exchange/operations.ts';
import { ProblemAnswer } from '../../domain/exchange/problem.ts';
import { SelfEvaluationFile } from '../../domain/exchange/selfEvaluationFile.ts';
import { PlanEdition } from '../../domain/plan/edition.ts';
import { summaryJsonSchema } from '../../domain/summary/jsonSchema.ts';
import { openApiDocument } from '../api/openapi.ts';
import { type Call, forAnyone, type Outcome, type Route, refused } from '../api/route.ts';
import { standAlone } from '../api/schemas.ts';
import { tagOf } from '../plans.ts';
import { tagged } from './plans.ts';

/** Text that is made when it is first asked for. */
function once(make: () => unknown): () => { readonly text: string; readonly tag: string } {
	let made: { text: string; tag: string } | undefined;
	return () => {
		if (made === undefined) {
			const text = JSON.stringify(make());
			made = { text, tag: tagOf(text) };
		}
		return made;
	};
}

const schemas: Readonly<Record<string, ReturnType<typeof once>>> = {
	'operation.json': once(() => standAlone(OperationSchema)),
	'plan.json': once(() => standAlone(PlanEdition)),
	'problem.json': once(() => standAlone(ProblemAnswer)),
	'self-evaluation.json': once(() => standAlone(SelfEvaluationFile)),
	'summary.json': once(() => summaryJsonSchema()),
};

function schemaNamed(call: Call<undefined, undefined>): Outcome {
	const { schema: name = '' } = call.params;
	const found = Object.hasOwn(schemas, name) ? schemas[name]?.() : undefined;
	return found ? tagged(found.text, found.tag, call) : refused('notFound');
}

/** What programs read to learn the formats. `routes`: the other routes; these two stand in the document beside them. */
export function documentRoutes(routes: readonly Route[], version: string): readonly Route[] {
	const document = once(() => openApiDocument([...routes, ...own], version));
	const own: readonly Route[] = [
		forAnyone({
			method: 'GET',
			path: '/schemas/:schema',
			does: 'JSON Schemas of what is published or exchanged: operation.json, plan.json, problem.json, self-evaluation.json, summary.json.',
			answers: { 200: 'a JSON Schema', 304: null },
			refuses: [],
			handle: schemaNamed,
		}),
		forAnyone({
			method: 'GET',
			path: '/openapi.json',
			does: 'This document.',
			answers: { 200: 'an OpenAPI document', 304: null },
			refuses: [],
			handle: (call) => tagged(document().text, document().tag, call),
		}),
	];
	return own;
}
