import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal as RFC 9457 sends it: `reason` for the code, Japanese sentences for the person. */
export interface Problem {
	readonly status: ContentfulStatusCode;
	readonly reason: string;
	readonly title: string;
	readonly detail: string;
}

export const notFound: Problem = {
	status: 404,
	reason: 'not-found',
	title: '見つかりません',
	detail: 'このアドレスには何もありません。アドレスを確かめてください。',
};

export const methodNotAllowed: Problem = {
	status: 405,
	reason: 'method-not-allowed',
	title: 'この操作はできません',
	detail: 'このアドレスでは、この種類の要求を受け付けていません。',
};

/** What an unforeseen error looks like from outside: it reveals nothing. */
export const unforeseen: Problem = {
	status: 500,
	reason: 'unforeseen',
	title: 'サーバーで問題が起きました',
	detail: '端末に保存した内容はそのまま残っています。しばらくしてからもう一度お試しください。',
};

/** Answers with `application/problem+json`. */
export const problem = (context: Context, { status, reason, title, detail }: Problem): Response =>
	context.body(JSON.stringify({ type: 'about:blank', status, title, detail, reason }), status, {
		'Content-Type': 'application/problem+json; charset=utf-8',
		'Cache-Control': 'no-store',
	});
