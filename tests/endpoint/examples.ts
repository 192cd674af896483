import type { Route } from '../../src/endpoint/api/route.ts';
import { type City, newKey, type Officer, password, type SchoolDevice } from './city.ts';
import type { Sent } from './client.ts';

/** What the examples are made from: a school of its own, so that each may change what it likes. */
export interface Setting {
	readonly city: City;
	readonly officer: Officer;
	readonly lead: SchoolDevice;
	readonly principal: SchoolDevice;
}

/**
 * A body that each route takes, by `METHOD path`. A route that is not here makes the tests fail: whoever adds one says what
 * it is asked with.
 */
const bodies: Readonly<Record<string, (setting: Setting) => unknown>> = {
	'POST /enrolments/lookup': async ({ officer }) => ({ code: await officer.codeFor('aoba-e') }),
	'POST /enrolments': async ({ officer }) => ({
		...{ code: await officer.codeFor('aoba-e'), device: 'd'.repeat(32), role: 'principal', label: '校長室のiPad' },
		publicKey: (await newKey()).publicKey,
	}),
	'POST /invitations': () => ({ role: 'ictLead' }),
	'POST /schools/:school/years/:year/operations': ({ lead }) => ({
		...{ epoch: lead.enrolled.epoch, operations: [lead.ticks('a')] },
	}),
	'PUT /schools/:school/years/:year/summary': ({ lead }) => ({
		...{ epoch: lead.enrolled.epoch, summary: lead.summary({ [lead.name]: 1 }) },
	}),
	'POST /board/setup': async ({ city }) => ({
		...{ secret: await city.setupSecret(), municipalityName: '若葉市教育委員会', loginName: 'wakaba', password },
	}),
	'POST /board/session': () => ({ loginName: 'aoba', password }),
	'POST /board/schools': () => ({
		schools: [{ code: 'new-e', name: '新しい小学校', schoolType: 'elementary', units: [] }],
	}),
	'POST /board/schools/:school/years/:year/review': async ({ principal }) => {
		const submitted = principal.notes('review/midyear', 'state', 'submitted');
		const approved = principal.notes('review/midyear', 'state', 'approved', [submitted.id]);
		await principal.push([await principal.signs(submitted), await principal.signs(approved)]);
		return { phase: 'midyear', event: 'accept' };
	},
	'POST /board/codes': () => ({ schools: ['aoba-e'] }),
};

const queries: Readonly<Record<string, string>> = {
	'GET /schools/:school/years/:year/operations': '?after=0',
	'GET /board/summaries': '?year=2026',
	'GET /measurements/download': '?bytes=1000',
	'GET /board/reviews': '?year=2026',
	'GET /cases': '?year=2026',
};

/** A request that a route would take from the right person: its path, query and body, without who asks. */
export async function exampleOf(
	route: Route,
	setting: Setting,
): Promise<{ readonly path: string; readonly sent: Sent }> {
	const name = `${route.method} ${route.path}`;
	const words: Readonly<Record<string, string>> = {
		...{ school: 'aoba-e', year: '2026', device: setting.lead.enrolled.id },
		...{ plan: 'sendai-2025', schema: 'summary.json' },
	};
	const path = route.path.replace(/:(\w+)/g, (_, word: string) => words[word] ?? 'no-example') + (queries[name] ?? '');
	if (route.takesBytes) return { path, sent: { text: 'x'.repeat(1_000) } };
	if (!route.body) return { path, sent: {} };
	const body = bodies[name];
	if (!body) throw new Error(`no example of a body for ${name}`);
	return { path, sent: { json: await body(setting) } };
}
