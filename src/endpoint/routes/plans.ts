import { PlansAnswer } from '../../domain/exchange/plans.ts';
import { PlanEdition } from '../../domain/plan/edition.ts';
import { type Call, forAnyone, type Outcome, type Route, refused } from '../api/route.ts';
import { matchesTag } from '../negotiation.ts';
import { tagOf } from '../plans.ts';

/** JSON that stays the same for long: asked again each time, sent again only when it changed. */
export function tagged(text: string, tag: string, { header }: Pick<Call<unknown, unknown>, 'header'>): Outcome {
	const headers = { ETag: tag, 'Cache-Control': 'no-cache' };
	return matchesTag(header('If-None-Match'), tag) ? { status: 304, headers } : { status: 200, text, headers };
}

/** The published editions of the plan. */
export const planRoutes: readonly Route[] = [
	forAnyone({
		method: 'GET',
		path: '/plans',
		does: 'Lists the published plan editions, the latest first.',
		answers: { 200: PlansAnswer, 304: null },
		refuses: [],
		handle(call) {
			const plans = call.services.plans.map(({ id, municipality, title, fiscalYear }) => ({
				...{ id, municipality, title, fiscalYear },
				path: `/api/v1/plans/${id}`,
			}));
			const text = JSON.stringify({ plans });
			return tagged(text, tagOf(text), call);
		},
	}),
	forAnyone({
		method: 'GET',
		path: '/plans/:plan',
		does: 'One published plan edition, without the text it was transcribed from.',
		answers: { 200: PlanEdition, 304: null },
		refuses: ['unknownPlan'],
		handle(call) {
			const plan = call.services.plans.find(({ id }) => id === call.params.plan);
			return plan ? tagged(plan.text, plan.tag, call) : refused('unknownPlan');
		},
	}),
];
