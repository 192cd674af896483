import type { Route } from '../api/route.ts';
import { accountRoutes } from './accounts.ts';
import { boardRoutes } from './board.ts';
import { caseRoutes } from './cases.ts';
import { deviceRoutes } from './devices.ts';
import { documentRoutes } from './documents.ts';
import { enrolmentRoutes } from './enrolments.ts';
import { healthRoutes } from './health.ts';
import { measurementRoutes } from './measurements.ts';
import { logRoutes } from './operations.ts';
import { planRoutes } from './plans.ts';
import { reviewRoutes } from './reviews.ts';
import { summaryRoutes } from './summaries.ts';

/** Every route there is. Serving, the OpenAPI document and the tests of access read this table and nothing else. */
export function routeTable(version: string): readonly Route[] {
	const routes = [
		...healthRoutes,
		...planRoutes,
		...enrolmentRoutes,
		...deviceRoutes,
		...logRoutes,
		...summaryRoutes,
		...measurementRoutes,
		...caseRoutes,
		...accountRoutes,
		...boardRoutes,
		...reviewRoutes,
	];
	return [...routes, ...documentRoutes(routes, version)];
}
