import { Hono } from 'hono';
import { isOwnPage } from '../access/origin.ts';
import { answerProblem } from '../problem.ts';
import { type ApiDeps, type Asked, type Traced, versioned } from './asked.ts';
import { crossOriginHeaders, isPageOnly, preflightHeaders } from './crossOrigin.ts';
import { handle } from './handle.ts';
import type { Route } from './route.ts';
import { send } from './send.ts';
import { trace } from './trace.ts';

const isFromOwnPage = ({ req }: Asked, publicOrigin: string | undefined): boolean =>
	isOwnPage(
		{
			secFetchSite: req.header('Sec-Fetch-Site'),
			origin: req.header('Origin'),
			host: req.header('Host') ?? new URL(req.url).host,
		},
		publicOrigin,
	);

function serveRoute(route: Route, deps: ApiDeps) {
	const changesForPages = isPageOnly(route) && route.method !== 'GET';
	return async (context: Asked) => {
		if (changesForPages && !isFromOwnPage(context, deps.network.publicOrigin)) {
			return send(context, route, { problem: { reason: 'otherOrigin' } });
		}
		return send(context, route, await handle(context, route, deps));
	};
}

/** What is told to methods that a path has no route for. */
function serveOtherMethods(routes: readonly Route[], { network }: ApiDeps) {
	const methods = routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
	const Allow = [...methods, 'OPTIONS'].join(', ');
	return (context: Asked) => {
		if (context.req.method !== 'OPTIONS') {
			return answerProblem(context, { reason: 'methodNotAllowed', headers: { Allow } }, context.get('requestId'));
		}
		const isOpen = !routes.some(isPageOnly);
		const foreign = isOpen ? preflightHeaders(context.req.header('Origin'), network.allowedOrigins, methods) : {};
		return context.body(null, 204, { Allow, ...foreign });
	};
}

/** One path with all its routes. */
function servePath(api: Hono<Traced>, path: string, routes: readonly Route[], deps: ApiDeps): void {
	const isOpen = !routes.some(isPageOnly);
	api.use(versioned(path), async (context, next) => {
		context.set('route', path);
		await next();
		if (!isOpen || context.req.method === 'OPTIONS') return;
		const headers = crossOriginHeaders(context.req.header('Origin'), deps.network.allowedOrigins);
		for (const [name, value] of Object.entries(headers)) context.header(name, value, { append: name === 'Vary' });
	});
	for (const route of routes) api.on(route.method, versioned(path), serveRoute(route, deps));
	api.all(versioned(path), serveOtherMethods(routes, deps));
}

/** The API over a table of routes: whatever is not in the table does not exist. */
export function createApi(routes: readonly Route[], deps: ApiDeps): Hono<Traced> {
	const api = new Hono<Traced>();
	api.use(trace(deps));
	for (const path of new Set(routes.map((route) => route.path))) {
		const ofPath = routes.filter((route) => route.path === path);
		servePath(api, path, ofPath, deps);
	}
	api.all('*', (context) => answerProblem(context, { reason: 'notFound' }, context.get('requestId')));
	api.onError((error, context) => {
		deps.report(error, context.get('requestId'));
		return answerProblem(context, { reason: 'unforeseen' }, context.get('requestId'));
	});
	return api;
}
