import { CasesAnswer, CasesQuery } from '../../domain/exchange/cases.ts';
import { type DeviceCall, forDevices, type Outcome, type Route } from '../api/route.ts';
import { matchesTag } from '../negotiation.ts';
import { tagOf } from '../plans.ts';

/** What a page holds, as long as no single school has more. */
const pageBytes = 200_000;

async function list({ services, device, query, header }: DeviceCall<undefined, CasesQuery>): Promise<Outcome> {
	const { municipality, school } = device;
	const page = await services.storage.summaries.cases(municipality, query.year, {
		...{ except: school, after: query.after ?? '', bytes: pageBytes },
	});
	// Around the cases as they were stored: nothing of them is read again for each who asks.
	const schools = page.schools.map(({ cases, ...each }) => `${JSON.stringify(each).slice(0, -1)},"cases":${cases}}`);
	const around = JSON.stringify({ fiscalYear: query.year, next: page.next });
	const text = `${around.slice(0, -1)},"schools":[${schools.join(',')}]}`;
	const tag = tagOf(text);
	// Weak: it may go out compressed. Private: what it says depends on whose device asks.
	const headers = { ETag: `W/${tag}`, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' };
	return matchesTag(header('If-None-Match'), tag) ? { status: 304, headers } : { status: 200, text, headers };
}

/** What the schools of a municipality show each other. */
export const caseRoutes: readonly Route[] = [
	forDevices<undefined, CasesQuery>({
		method: 'GET',
		path: '/cases',
		does: 'The cases that the other schools of the municipality share in a fiscal year, school by school.',
		query: { schema: CasesQuery, numbers: ['year'] },
		answers: { 200: CasesAnswer, 304: null },
		refuses: [],
		handle: list,
	}),
];
