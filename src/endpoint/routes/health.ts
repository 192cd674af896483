import { HealthAnswer } from '../../domain/exchange/health.ts';
import { forAnyone, type Route, refused } from '../api/route.ts';

/** Whether the endpoint is alive, for people, balancers and devices. */
export const healthRoutes: readonly Route[] = [
	forAnyone({
		method: 'GET',
		path: '/health',
		does: 'Tells that the endpoint is alive, that its storage answers, and its version.',
		answers: { 200: HealthAnswer },
		refuses: ['storageUnreachable'],
		async handle({ services }) {
			try {
				await services.storage.ping();
			} catch {
				return refused('storageUnreachable');
			}
			return { status: 200, json: { status: 'ok', version: services.version } };
		},
	}),
];
