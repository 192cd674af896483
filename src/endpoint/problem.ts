import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

interface Words {
	readonly status: ContentfulStatusCode;
	readonly title: string;
	readonly detail: string;
}

/** Every refusal there is, by its reason: the reason is for the program, the sentences are for the person. */
export const problems = {
	notFound: {
		status: 404,
		title: '見つかりません',
		detail: 'このアドレスには何もありません。アドレスを確かめてください。',
	},
	methodNotAllowed: {
		status: 405,
		title: 'この操作はできません',
		detail: 'このアドレスでは、この種類の要求を受け付けていません。',
	},
	/** What an unforeseen error looks like from outside: it reveals nothing. */
	unforeseen: {
		status: 500,
		title: 'サーバーで問題が起きました',
		detail: '端末に保存した内容はそのまま残っています。しばらくしてからもう一度お試しください。',
	},
	storageUnreachable: {
		status: 503,
		title: 'サーバーの保存先につながりません',
		detail: '端末に保存した内容はそのまま残っています。つながるようになると、自動で送られます。',
	},
	emptyBody: {
		status: 400,
		title: '中身が届きませんでした',
		detail: '要求の中身が空でした。端末の内容はそのまま残っています。もう一度お試しください。',
	},
	notJson: {
		status: 400,
		title: '中身を読めませんでした',
		detail: '要求の中身が途中で切れているか、JSONではありません。端末の内容はそのまま残っています。',
	},
	tooLarge: {
		status: 413,
		title: '一度に送る量が多すぎます',
		detail: '要求が大きすぎるため受け取りませんでした。端末の内容はそのまま残っています。',
	},
	notJsonType: {
		status: 415,
		title: '形式が違います',
		detail: '要求は圧縮していないJSON(application/json)で送ってください。',
	},
	unreadable: {
		status: 422,
		title: '中身が約束の形ではありません',
		detail: '要求の項目が足りないか、知らない項目があるか、値が範囲の外です。アプリが古い場合は更新してください。',
	},
	refusedOperations: {
		status: 422,
		title: '受け付けられない記録があります',
		detail: '署名を確かめられない校長確認の記録か、読めない記録が含まれています。ほかの記録は、それを除いて送れます。',
	},
	unauthorised: {
		status: 401,
		title: '登録が確かめられません',
		detail: 'この端末が学校に登録されているか確かめられませんでした。記録は端末に残っています。',
	},
	revoked: {
		status: 401,
		title: 'この端末の登録は終わっています',
		detail: '記録は端末に残っていて、書き出せます。続けて使うには、学校の端末から新しい招待を受けてください。',
	},
	forbidden: {
		status: 403,
		title: 'この端末にはできない操作です',
		detail: 'この端末の立場では行えません。管理職かICT担当の端末で行ってください。',
	},
	otherSchool: {
		status: 403,
		title: 'ほかの学校の記録です',
		detail: 'この端末が登録されている学校の記録だけを扱えます。',
	},
	unknownDevice: {
		status: 404,
		title: '端末が見つかりません',
		detail: 'この学校には、そのような端末が登録されていません。一覧を読み直してください。',
	},
	unknownCode: {
		status: 404,
		title: 'コードが見つかりません',
		detail: 'コードの文字を確かめて、もう一度入力してください。',
	},
	expiredCode: {
		status: 410,
		title: 'コードの期限が切れています',
		detail: '招待した端末か教育委員会で、新しいコードを作ってもらってください。',
	},
	usedCode: {
		status: 410,
		title: 'このコードはもう使われています',
		detail: 'コードは端末1台に1回だけ使えます。新しいコードを作ってもらってください。',
	},
	invalidKey: {
		status: 422,
		title: '端末の鍵を読めません',
		detail: '端末が作った署名用の鍵が正しくありません。アプリを開き直して、もう一度お試しください。',
	},
	resync: {
		status: 409,
		title: 'サーバーの記録が復元されました',
		detail: '端末の内容はそのまま残っています。最初から読み直し、持っている記録をすべて送り直します。',
	},
	fork: {
		status: 409,
		title: '同じ番号の別の記録があります',
		detail: '端末の複製が使われたようです。端末の内容は失われません。新しい番号を付けて送り直します。',
	},
	pullFirst: {
		status: 409,
		title: 'より新しい集計が届いています',
		detail: 'ほかの端末の記録を受け取ってから、もう一度集計を送ります。',
	},
	otherSummary: {
		status: 422,
		title: '集計の学校か年度が違います',
		detail: '集計に書かれた学校と年度が、送り先と同じではありません。',
	},
	noSummary: {
		status: 404,
		title: '集計はまだ届いていません',
		detail: 'この年度の集計は、まだ教育委員会に送られていません。',
	},
	unknownPlan: {
		status: 404,
		title: '行動計画が見つかりません',
		detail: 'その行動計画(年度版)は公開されていません。一覧を確かめてください。',
	},
	tooManyRequests: {
		status: 429,
		title: '試した回数が多すぎます',
		detail: 'しばらく待ってから、もう一度お試しください。',
	},
	otherOrigin: {
		status: 403,
		title: 'このページからは操作できません',
		detail: '教育委員会のページを開き直して、そこから操作してください。',
	},
	signInFirst: {
		status: 401,
		title: 'ログインしてください',
		detail: 'ログインしていないか、時間が過ぎて終わっています。もう一度ログインしてください。',
	},
	wrongPassword: {
		status: 401,
		title: 'ログインできませんでした',
		detail: 'ログイン名かパスワードが違います。',
	},
	unknownSecret: {
		status: 404,
		title: 'この設定用リンクは使えません',
		detail: 'リンクの期限が切れているか、設定がもう済んでいます。サーバーを起動し直すと、新しいリンクが表示されます。',
	},
	loginNameTaken: {
		status: 409,
		title: 'そのログイン名は使えません',
		detail: '別のログイン名を選んでください。',
	},
	reviewRefused: {
		status: 409,
		title: 'この操作は、いまはできません',
		/** In its place stands the sentence of the rule. */
		detail: '学校の状況が変わったようです。提出状況を読み直してください。',
	},
	repeatedSchool: {
		status: 422,
		title: '同じ学校コードが2回あります',
		detail: '何も登録していません。学校コードの重なりを直して、もう一度お試しください。',
	},
	unknownSchool: {
		status: 422,
		title: '登録されていない学校があります',
		detail: 'コードは作っていません。学校の一覧を読み直して、もう一度お試しください。',
	},
} as const satisfies Readonly<Record<string, Words>>;

export type Reason = keyof typeof problems;

/** What a refusal may say beside its words, as `domain/exchange/problem.ts` describes it. */
export interface Particulars {
	readonly epoch?: string;
	readonly operations?: readonly string[];
	/** Seconds. */
	readonly retryAfter?: number;
	/** What the person reads in place of the reason's own sentence. */
	readonly detail?: string;
}

export interface Problem {
	readonly reason: Reason;
	readonly particulars?: Particulars;
	readonly headers?: Readonly<Record<string, string>>;
}

/** What a program reads from outside: RFC 9457, with the id of the request as the instance. */
function problemBody(
	{ reason, particulars }: Problem,
	requestId: string | undefined,
): Readonly<Record<string, unknown>> {
	const { status, title, detail } = problems[reason];
	const instance = requestId === undefined ? {} : { instance: `urn:uuid:${requestId}` };
	return { type: `urn:masume:problem:${reason}`, status, title, detail, reason, ...instance, ...particulars };
}

/** Answers with `application/problem+json`. */
export function answerProblem(context: Context, problem: Problem, requestId?: string): Response {
	const { retryAfter } = problem.particulars ?? {};
	return context.body(JSON.stringify(problemBody(problem, requestId)), problems[problem.reason].status, {
		'Content-Type': 'application/problem+json; charset=utf-8',
		'Cache-Control': 'no-store',
		...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
		...problem.headers,
	});
}
