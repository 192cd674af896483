import {
	CodesAnswer,
	type SchoolRow,
	SchoolsAnswer,
	SchoolsChanged,
	SessionAnswer,
	type SetupRequest,
	type SignInRequest,
} from '../domain/exchange/board.ts';
import { ProblemAnswer } from '../domain/exchange/problem.ts';
import { BoardReviewAnswer, type BoardReviewRequest, ReviewsAnswer } from '../domain/exchange/review.ts';
import { ok, type Result, refuse } from '../domain/result.ts';

export type IssuedCode = CodesAnswer['codes'][number];
export type SchoolStanding = SchoolsAnswer['schools'][number];

/** What the board's pages ask of the endpoint. Refusals carry the sentence to show. */
export interface BoardApi {
	setUp(request: SetupRequest): Promise<Result<SessionAnswer>>;
	/** Who is signed in. */
	session(): Promise<Result<SessionAnswer>>;
	signIn(request: SignInRequest): Promise<Result<SessionAnswer>>;
	signOut(): Promise<Result<undefined>>;
	schools(): Promise<Result<SchoolsAnswer>>;
	register(schools: readonly SchoolRow[]): Promise<Result<SchoolsChanged>>;
	/** New codes for the schools with these 学校コード; earlier unused ones of theirs end. */
	makeCodes(schools: readonly string[]): Promise<Result<CodesAnswer>>;
	/** Where the reviews of a fiscal year stand; schools in which nothing has happened are not among them. */
	reviews(fiscalYear: number): Promise<Result<ReviewsAnswer>>;
	/** Accepts or reopens a phase of the school with this 学校コード. */
	decide(school: string, fiscalYear: number, request: BoardReviewRequest): Promise<Result<BoardReviewAnswer>>;
}

/** As much of an answer's schema as reading it takes. */
interface Schema<Value> {
	safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

type Method = 'GET' | 'POST' | 'DELETE';

/** The endpoint's board routes over `fetch`; every answer is checked before a page sees it. */
export function createBoardApi(fetch: typeof globalThis.fetch): BoardApi {
	const send = async (method: Method, path: string, body?: unknown): Promise<Result<Response>> => {
		try {
			const response = await fetch(`/api/v1/board/${path}`, {
				method,
				credentials: 'same-origin',
				cache: 'no-store',
				headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			});
			return response.ok ? ok(response) : problemOf(response);
		} catch {
			return refuse(
				'offline',
				'つながりませんでした。通信を確かめて、もう一度お試しください。入力した内容はこの画面に残っています。',
			);
		}
	};
	const ask = async <Value>(method: Method, path: string, schema: Schema<Value>, body?: unknown) => {
		const answer = await send(method, path, body);
		if (!answer.ok) return answer;
		const read = schema.safeParse(await answer.value.json().catch(() => undefined));
		return read.success ? ok(read.data) : unreadable();
	};
	return {
		setUp: (request) => ask('POST', 'setup', SessionAnswer, request),
		session: () => ask('GET', 'session', SessionAnswer),
		signIn: (request) => ask('POST', 'session', SessionAnswer, request),
		signOut: async () => {
			const answer = await send('DELETE', 'session');
			return answer.ok ? ok(undefined) : answer;
		},
		schools: () => ask('GET', 'schools', SchoolsAnswer),
		register: (schools) => ask('POST', 'schools', SchoolsChanged, { schools }),
		makeCodes: (schools) => ask('POST', 'codes', CodesAnswer, { schools }),
		reviews: (fiscalYear) => ask('GET', `reviews?year=${fiscalYear}`, ReviewsAnswer),
		decide: (school, fiscalYear, request) =>
			ask('POST', `schools/${encodeURIComponent(school)}/years/${fiscalYear}/review`, BoardReviewAnswer, request),
	};
}

const unreadable = () =>
	refuse(
		'unreadable',
		'返事を読み取れませんでした。何も失われていません。ページを読み込み直して、もう一度お試しください。続くときは、ます目を動かしている担当の人に伝えてください。',
	);

async function problemOf(response: Response): Promise<Result<never>> {
	const read = ProblemAnswer.safeParse(await response.json().catch(() => undefined));
	if (!read.success) return unreadable();
	const { reason, status, title, detail, retryAfter } = read.data;
	if (reason === 'tooManyRequests') return refuse(reason, waitWords(retryAfter));
	return refuse(reason, status >= 500 ? brokenWords : `${title}。${detail}`);
}

/** The endpoint's own words for these speak to a school's device. */
const brokenWords =
	'ます目の保管庫が、いま動いていません。登録した内容はそのままです。しばらくしてからもう一度お試しください。続くときは、ます目を動かしている担当の人に伝えてください。';

/** @param retryAfter seconds */
const waitWords = (retryAfter: number | undefined): string => {
	const minutes = Math.max(1, Math.ceil((retryAfter ?? 600) / 60));
	return `続けて何度も試されたため、いまは受け付けていません。約${minutes}分後にもう一度お試しください。登録した内容はそのままです。`;
};
