import type { MiddlewareHandler } from 'hono';
import { mintUuid } from '../access/secrets.ts';
import { type ApiDeps, type Traced, versioned } from './asked.ts';

/** Gives each request its id, and writes its line to the access log when it has been answered. */
export function trace({ services, log }: ApiDeps): MiddlewareHandler<Traced> {
	return async (context, next) => {
		const id = mintUuid(services.random);
		const begun = services.now();
		context.set('requestId', id);
		await next();
		context.header('X-Request-Id', id);
		const { route, municipality, school } = context.var;
		log({
			...{ time: new Date(begun).toISOString(), id, method: context.req.method },
			route: route === undefined ? '-' : `/api${versioned(route)}`,
			...{ status: context.res.status, ms: services.now() - begun },
			...(municipality === undefined ? {} : { municipality }),
			...(school === undefined ? {} : { school }),
		});
	};
}
