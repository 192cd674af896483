import { cameOverTls, clientPlace } from '../access/client.ts';
import { identifyDevice, identifyPerson } from '../access/identify.ts';
import type { Problem, Reason } from '../problem.ts';
import type { ApiDeps, Asked } from './asked.ts';
import { swallow } from './body.ts';
import { hasSoundPath, readInput } from './input.ts';
import type { Call, Outcome, Route, Services } from './route.ts';

type Refused = { readonly problem: Problem };

/** Who asks, where the route wants to know; on the way, what the access log tells of them. */
async function identify(context: Asked, route: Route, services: Services, now: string): Promise<object | Refused> {
	const { access, board } = services.storage;
	if (route.who === 'device') {
		const found = await identifyDevice(context.req.header('Authorization'), access, now);
		if ('problem' in found) return found;
		context.set('municipality', found.device.municipality);
		context.set('school', found.device.school);
		const named = context.req.param('school');
		return named === undefined || named === found.device.school ? found : { problem: { reason: 'otherSchool' } };
	}
	if (route.who !== 'board') return {};
	const found = await identifyPerson(context.req.header('Cookie'), board, now);
	if ('account' in found) context.set('municipality', found.account.municipality);
	return found;
}

/** From the request to the outcome of its route: who, where, what, then the route's own work. */
async function handleKnown(context: Asked, route: Route, { services, network }: ApiDeps): Promise<Outcome> {
	const now = new Date(services.now()).toISOString();
	const asker = await identify(context, route, services, now);
	if ('problem' in asker) return asker as Refused;
	if (!hasSoundPath(context, route)) return { problem: { reason: 'notFound' } };
	const input = await readInput(context, route);
	if ('problem' in input) return input;
	const call: Call<unknown, unknown> = {
		...{ services, now, ...input, params: context.req.param() },
		header: (name) => context.req.header(name),
		swallow: (most) => swallow(context, most),
		overTls: cameOverTls(context, network.trustProxy),
		...asker,
	};
	// The table has the right handler for what `identify` found: both follow from `who`.
	return route.handle(call as never);
}

/** Reasons that speak of a wrong guess: they cost an attempt. */
const wrongGuesses: readonly Reason[] = ['unknownCode', 'expiredCode', 'usedCode', 'unknownSecret', 'wrongPassword'];

/** Counts wrong guesses by where they come from. An attempt is taken first, so that many at once do not slip through. */
async function handleGuess(context: Asked, route: Route, deps: ApiDeps): Promise<Outcome> {
	const { byPlace } = deps.services.limits;
	const place = clientPlace(context, deps.network.trustProxy);
	const wait = byPlace.take(place);
	if (wait > 0) return { problem: { reason: 'tooManyRequests', particulars: { retryAfter: Math.ceil(wait / 1000) } } };
	const outcome = await handleKnown(context, route, deps);
	const isWrong = 'problem' in outcome && wrongGuesses.includes(outcome.problem.reason);
	if (!isWrong) byPlace.giveBack(place);
	return outcome;
}

/** What a request comes to at its route. */
export const handle = (context: Asked, route: Route, deps: ApiDeps): Promise<Outcome> =>
	(['code', 'setup', 'password'].includes(route.who) ? handleGuess : handleKnown)(context, route, deps);
