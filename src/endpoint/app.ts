import { Hono } from 'hono';
import { securityHeaders } from './headers.ts';
import { methodNotAllowed, notFound, problem, unforeseen } from './problem.ts';
import { serveSite } from './serveSite.ts';
import type { Site } from './site.ts';

/** What the endpoint needs from outside. */
export interface AppDeps {
	readonly site: Site;
	readonly version: string;
	/** Where an unforeseen error goes; the visitor learns nothing of it. */
	readonly report: (error: unknown) => void;
}

function createApi(version: string): Hono {
	const api = new Hono();
	api.get('/v1/health', (context) => context.json({ status: 'ok', version }, 200, { 'Cache-Control': 'no-store' }));
	api.all('/v1/health', (context) => {
		context.header('Allow', 'GET, HEAD');
		return problem(context, methodNotAllowed);
	});
	api.all('*', (context) => problem(context, notFound));
	return api;
}

/** The endpoint apart from listening: the API under `/api`, the built site everywhere else. */
export function createApp({ site, version, report }: AppDeps): Hono {
	const app = new Hono();
	app.use(securityHeaders(site.inline));
	app.route('/api', createApi(version));
	app.get('*', serveSite(site));
	app.all('*', (context) =>
		context.text(methodNotAllowed.detail, 405, { Allow: 'GET, HEAD', 'Cache-Control': 'no-store' }),
	);
	app.onError((error, context) => {
		report(error);
		return problem(context, unforeseen);
	});
	return app;
}
