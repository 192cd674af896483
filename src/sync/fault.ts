import type { Refusal, Result } from '../domain/result.ts';

/** Why the endpoint could not be asked or did not do what it was asked for. */
export interface Fault extends Refusal {
	/** No connection: normal, told quietly. */
	readonly offline: boolean;
	/** HTTP status, where there was an answer. */
	readonly status?: number;
	/** With `resync`: the epoch that counts now. */
	readonly epoch?: string;
	/** With `fork` and `refusedOperations`: ids. */
	readonly operations?: readonly string[];
	/** Seconds in which the endpoint wants not to be asked again. */
	readonly retryAfter?: number;
}

export type Answered<Value> = Promise<Result<Value, Fault>>;

const sentences = {
	offline:
		'いまはインターネットにつながっていません。記録はこの端末に保存されていて、つながったときに自動で送ります。急ぐときは、つながる場所でもう一度試してください。',
	noAnswer:
		'教育委員会の保管庫から返事がありませんでした。記録はこの端末に保存されています。回線が混み合っているかもしれません。しばらくしてから自動でもう一度送ります。',
	endpointDown:
		'教育委員会の保管庫がいま応えられない状態です。記録はこの端末に保存されています。しばらくしてから自動でもう一度送ります。長く続くときは教育委員会に知らせてください。',
	unreadable:
		'教育委員会の保管庫からの返事を読み取れませんでした。記録はこの端末に保存されていて、何も変わっていません。学校のネットワークの確認画面が出ていないか確かめてください。続くときは、ページを再読み込みして新しい版にしてください。',
	storeFailed:
		'この端末の保存場所がいま使えないため、送受信を止めました。届いている記録はそのままです。ページを再読み込みしてください。',
	unforeseen:
		'送受信の途中で思いがけない問題が起きました。記録はこの端末に保存されています。ページを再読み込みしてください。くり返すときは、端末の管理担当に知らせてください。',
	notEnrolled:
		'この端末はまだ学校に登録されていません。記録はこの端末に保存されています。教育委員会の登録コードか、学校のほかの端末からの招待で登録してください。',
	mismatch:
		'この端末の記録と教育委員会の保管庫の記録の件数が合わないままです。どちらの記録も消していません。次に送受信するときにもう一度確かめます。続くときは教育委員会に知らせてください。',
	forged:
		'承認などの記録のうち、学校の端末のものと確かめられないものを受け取りませんでした。ほかの記録はそのままです。心当たりがないときは教育委員会に知らせてください。',
	unsettled:
		'送受信が一度では終わりませんでした。記録はこの端末に保存されています。しばらくしてから自動で続きを行います。',
	otherTab:
		'ほかのタブのます目が送受信を続けているため、いまはできません。何も変わっていません。少し待ってから、もう一度試してください。',
	waiting:
		'まだ送っていない記録があるため、この端末を学校から外せません。記録はこの端末に保存されています。インターネットにつないで「今すぐ送る」を押し、送信待ちがなくなってから、もう一度試してください。',
	otherSchool:
		'前の学校の記録にまだ送っていないものがあるため、ほかの学校に登録できません。先にインターネットにつないで送ってから、もう一度試してください。',
	unknownCode:
		'コードを読み取れません。コードは英数字12文字です。印刷された紙か、ほかの端末の画面と見比べて、もう一度入れてください。',
	measuringStopped: '測定をやめました。何も記録していません。',
	tooSlow:
		'時間のうちに測り終わりませんでした。回線がとても遅いか、混み合っています。何も記録していません。場所や時間を変えて、もう一度試してください。',
	busy: '教育委員会の保管庫が混み合っています。記録はこの端末に保存されています。しばらくしてから自動でもう一度送ります。',
} as const;

/** A fault that this side found. */
export const faultOf = (reason: keyof typeof sentences, more: Partial<Fault> = {}): Fault => ({
	reason,
	sentence: sentences[reason],
	offline: reason === 'offline',
	...more,
});

export const fail = (fault: Fault): { readonly ok: false; readonly refusal: Fault } => ({ ok: false, refusal: fault });

/** A refusal of the store as a fault of the exchange: the reason and sentence are the store's. */
export const fromStore = ({ reason, sentence }: Refusal) => fail({ reason, sentence, offline: false });
