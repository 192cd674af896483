import { BoardReviewAnswer, BoardReviewRequest, ReviewsAnswer, ReviewsQuery } from '../../domain/exchange/review.ts';
import { type BoardCall, forBoard, type Outcome, type Route, refused } from '../api/route.ts';
import { takeBoardStep } from '../review/boardStep.ts';
import { foldReviews, standingsOf } from '../review/standing.ts';

async function decide(call: BoardCall<BoardReviewRequest, undefined>): Promise<Outcome> {
	const { services, account, params, body, now } = call;
	const { storage } = services;
	const { reason = '', ...asked } = body;
	const school = params.school ?? '';
	const log = { municipality: account.municipality, school, fiscalYear: Number(params.year) };
	const taken = await takeBoardStep(storage, { ...asked, log, reason, name: account.municipalityName, now });
	if (!taken.ok) return refused('reviewRefused', { detail: taken.refusal.sentence });
	const summary = await storage.summaries.get(log);
	const standings = standingsOf(school, taken.value, summary && JSON.parse(summary.body));
	return { status: 200, json: { ...standings, now } };
}

async function standings({ services, account, query, now }: BoardCall<undefined, ReviewsQuery>): Promise<Outcome> {
	const { logs, summaries } = services.storage;
	const { municipality } = account;
	const bodies = new Map<string, string[]>();
	for (const { school, body } of await logs.reviews(municipality, query.year)) {
		const of = bodies.get(school);
		if (of) of.push(body);
		else bodies.set(school, [body]);
	}
	const sent = new Map(
		(await summaries.ofYear(municipality, query.year)).map(({ school, body }) => [school, body] as const),
	);
	const schools = [...bodies].map(([school, texts]) => {
		const summary = sent.get(school);
		return standingsOf(school, foldReviews(texts), summary && JSON.parse(summary));
	});
	return { status: 200, json: { fiscalYear: query.year, schools, now } };
}

/** 校長確認 as the board sees it: where each phase stands, and its own 受理 and 開き直し. Never what the schools wrote. */
export const reviewRoutes: readonly Route[] = [
	forBoard<undefined, ReviewsQuery>({
		method: 'GET',
		path: '/board/reviews',
		does: 'Where the reviews of a fiscal year stand, of every school in whose reviews something has happened.',
		query: { schema: ReviewsQuery, numbers: ['year'] },
		answers: { 200: ReviewsAnswer },
		refuses: [],
		handle: standings,
	}),
	forBoard<BoardReviewRequest>({
		method: 'POST',
		path: '/board/schools/:school/years/:year/review',
		does: 'Accepts a phase that its principal has approved, or opens it again. Written into the log, signed by the board.',
		body: BoardReviewRequest,
		answers: { 200: BoardReviewAnswer },
		refuses: ['reviewRefused'],
		handle: decide,
	}),
];
