import {
	CodesAnswer,
	CodesRequest,
	SchoolsAnswer,
	SchoolsChanged,
	SchoolsRequest,
	SummariesAnswer,
	SummariesQuery,
} from '../../domain/exchange/board.ts';
import { mintCode } from '../../domain/exchange/code.ts';
import { hashOf } from '../access/secrets.ts';
import { type BoardCall, forBoard, type Outcome, type Route, refused } from '../api/route.ts';
import { later } from '../instants.ts';

/** A code on the board's printed sheet goes by post. */
const codeMs = 30 * 24 * 3_600_000;

async function putSchools({ services, account, body, now }: BoardCall<SchoolsRequest, undefined>): Promise<Outcome> {
	const codes = new Set(body.schools.map(({ code }) => code));
	if (codes.size < body.schools.length) return refused('repeatedSchool');
	const changed = await services.storage.board.putSchools(account.municipality, body.schools, now);
	return { status: 200, json: changed };
}

async function issueCodes({ services, account, body, now }: BoardCall<CodesRequest, undefined>): Promise<Outcome> {
	const { municipality } = account;
	const registered = await services.storage.board.schools(municipality, now);
	const names = new Map(registered.map(({ code, name }) => [code, name]));
	const expiresAt = later(now, codeMs);
	const issued = [...new Set(body.schools)].map((school) => ({
		...{ school, name: names.get(school) ?? '', expiresAt },
		code: mintCode(services.random),
	}));
	const rest = { municipality, role: null, grants: 'principal', issuedBy: null, issuedAt: now, expiresAt } as const;
	const known = issued.every(({ school }) => names.has(school));
	const codes = issued.map(({ school, code }) => ({ ...rest, school, hash: hashOf(code) }));
	if (!known || !(await services.storage.board.putCodes(codes))) return refused('unknownSchool');
	return { status: 201, json: { codes: issued } };
}

async function summaries({ services, account, query, now }: BoardCall<undefined, SummariesQuery>): Promise<Outcome> {
	const fiscalYear = query.year;
	const found = await services.storage.summaries.ofYear(account.municipality, fiscalYear);
	const texts = found.map(({ school, receivedAt, body }) => {
		const around = JSON.stringify({ school, receivedAt });
		return `${around.slice(0, -1)},"summary":${body}}`;
	});
	const around = JSON.stringify({ fiscalYear, now });
	return { status: 200, text: `${around.slice(0, -1)},"summaries":[${texts.join(',')}]}` };
}

/** What the board's pages do: schools, their codes, and the summaries that they sent. Never a school's own record. */
export const boardRoutes: readonly Route[] = [
	forBoard({
		method: 'GET',
		path: '/board/schools',
		does: 'The registered schools, and how far each is connected.',
		answers: { 200: SchoolsAnswer },
		refuses: [],
		async handle({ services, account, now }) {
			const schools = await services.storage.board.schools(account.municipality, now);
			return { status: 200, json: { schools, now } };
		},
	}),
	forBoard<SchoolsRequest>({
		method: 'POST',
		path: '/board/schools',
		does: 'Adds schools and renews those whose code is known; removes none. All of it or nothing.',
		body: SchoolsRequest,
		answers: { 200: SchoolsChanged },
		refuses: ['repeatedSchool'],
		handle: putSchools,
	}),
	forBoard<CodesRequest>({
		method: 'POST',
		path: '/board/codes',
		does: 'New one-time codes for these schools, valid for 30 days; older unused ones of theirs end.',
		body: CodesRequest,
		answers: { 201: CodesAnswer },
		refuses: ['unknownSchool'],
		handle: issueCodes,
	}),
	forBoard<undefined, SummariesQuery>({
		method: 'GET',
		path: '/board/summaries',
		does: "Every school's last summary of a fiscal year.",
		query: { schema: SummariesQuery, numbers: ['year'] },
		answers: { 200: SummariesAnswer },
		refuses: [],
		handle: summaries,
	}),
];
