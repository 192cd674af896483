import { Hono } from 'hono';
import { cameOverTls, type Environment } from './access/client.ts';
import { createLimiter } from './access/limiter.ts';
import type { Random } from './access/secrets.ts';
import type { AccessLine } from './api/accessLog.ts';
import { createApi } from './api/serve.ts';
import type { NetworkSettings } from './api/settings.ts';
import { securityHeaders } from './headers.ts';
import type { PublishedPlan } from './plans.ts';
import { answerProblem, problems } from './problem.ts';
import { routeTable } from './routes/table.ts';
import { serveSite } from './serveSite.ts';
import type { Site } from './site.ts';
import type { Storage } from './storage/storage.ts';

/** What the endpoint needs from outside. */
export interface AppDeps {
	readonly site: Site;
	readonly version: string;
	/** Where an unforeseen error goes; the visitor learns nothing of it but the request's id. */
	readonly report: (error: unknown, requestId?: string) => void;
	readonly storage: Storage;
	readonly plans: readonly PublishedPlan[];
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly random: Random;
	readonly network: NetworkSettings;
	/** One line for each request to the API. */
	readonly log: (line: AccessLine) => void;
}

const tenMinutes = 10 * 60_000;

/** The endpoint apart from listening: the API under `/api`, the built site everywhere else. */
export function createApp(deps: AppDeps): Hono<Environment> {
	const { site, version, report, storage, plans, now, random, network, log } = deps;
	const limits = {
		byPlace: createLimiter({ attempts: 20, perMs: tenMinutes }, now),
		byLoginName: createLimiter({ attempts: 10, perMs: tenMinutes }, now),
		// About eight measurements, one after the other.
		measuring: createLimiter({ attempts: 120, perMs: tenMinutes }, now),
	};
	const services = { storage, plans, version, now, random, limits, siteOrigin: network.publicOrigin };
	const app = new Hono<Environment>();
	app.use(securityHeaders(site.inline, (context) => cameOverTls(context, network.trustProxy)));
	app.route('/api', createApi(routeTable(version), { services, network, log, report }));
	app.get('*', serveSite(site));
	app.all('*', (context) =>
		context.text(problems.methodNotAllowed.detail, 405, { Allow: 'GET, HEAD', 'Cache-Control': 'no-store' }),
	);
	app.onError((error, context) => {
		report(error);
		return answerProblem(context, { reason: 'unforeseen' });
	});
	return app;
}
