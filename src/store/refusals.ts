import type { StoreReason, StoreRefusal } from './recordStore.ts';

const sentences: Readonly<Record<StoreReason, string>> = {
	quotaExceeded:
		'端末の空き容量が足りないため、保存できませんでした。保存済みの記録は無事で、いまの入力は画面に残っています。このページを閉じずに、不要なファイルを消して空きを作り、もう一度保存してください。',
	connectionLost:
		'端末内の保存場所との接続が切れ、つなぎ直せませんでした。保存済みの記録は無事で、いまの入力は画面に残っています。少し待って、もう一度保存してください。くり返すときは、書きかけの文を写してからページを再読み込みし、直らないときは端末の管理担当に相談してください。',
	blockedUpgrade:
		'ほかのタブで古い版のます目が開いているため、保存場所を開けません。保存済みの記録は無事で、いまの入力は画面に残っています。ます目のほかのタブとウィンドウをすべて閉じて、もう一度試してください。',
	databaseClosed:
		'このタブでは保存場所が閉じています。ほかのタブで新しい版のます目が開いたときに起こります。保存済みの記録は無事で、いまの入力は画面に残っています。書きかけの文を写してから、このページを再読み込みしてください。',
	pageLeft: 'ページを離れたため、途中だった操作を取りやめました。保存済みの記録は無事です。もう一度操作してください。',
	storageRefused:
		'このブラウザーは、端末への保存を許していません。いまの入力は画面に残っていますが、ページを閉じると消えます。プライベートブラウズでない普通のウィンドウで開き直してください。それでも変わらないときは、端末の管理担当に「サイトのデータの保存」を許可してもらってください。',
	newerDatabase:
		'この端末の記録は、もっと新しい版のます目で保存されています。記録は無事で、この版では手を加えません。いまの入力は画面に残っています。書きかけの文を写し、インターネットにつないでページを再読み込みし、新しい版に更新してください。',
	signingUnavailable:
		'この端末では、校長確認などに付ける署名を作れませんでした。保存済みの記録は無事で、いまの入力は画面に残っています。アドレスが https で始まることを確かめ、続くときは、この端末をもう一度学校に登録してください。',
	unknown:
		'保存場所で思いがけない問題が起き、保存も読み取りもできませんでした。いまの入力は画面に残っています。もう一度試し、くり返すときは、書きかけの文を写してからページを再読み込みしてください。直らないときは、端末の管理担当に次の言葉を伝えてください。',
};

/** The refusal a person sees for a reason. `detail` names what nobody could classify, for whoever is asked to help. */
export function refusalOf(reason: StoreReason, detail?: string): StoreRefusal {
	return { reason, sentence: detail ? `${sentences[reason]}(${detail})` : sentences[reason] };
}

/** Thrown inside the store to leave a transaction or an opening with a reason we know. */
export class StoreFailure extends Error {
	readonly reason: StoreReason;
	constructor(reason: StoreReason) {
		super(reason);
		this.name = 'StoreFailure';
		this.reason = reason;
	}
}

const reasonByName: Readonly<Record<string, StoreReason>> = {
	QuotaExceededError: 'quotaExceeded',
	// Firefox's older name for the same.
	NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR: 'quotaExceeded',
	SecurityError: 'storageRefused',
	MissingAPIError: 'storageRefused',
	NotAllowedError: 'storageRefused',
	VersionError: 'newerDatabase',
	DatabaseClosedError: 'connectionLost',
	InvalidStateError: 'connectionLost',
	TransactionInactiveError: 'connectionLost',
	// What WebKit gives for everything that was under way when it lost its database process.
	UnknownError: 'connectionLost',
};

/** Dexie wraps errors (`inner`), and a failed bulk holds one per row (`failures`). Innermost first. */
function chain(error: unknown, depth = 0): unknown[] {
	if (typeof error !== 'object' || error === null || depth > 6) return [];
	const { inner, failures } = error as { inner?: unknown; failures?: unknown };
	const deeper = [inner, ...(Array.isArray(failures) ? failures.slice(0, 1) : [])];
	return [...deeper.flatMap((each) => chain(each, depth + 1)), error];
}

const nameOf = (error: unknown): string => String((error as { name?: unknown }).name ?? '');
const messageOf = (error: unknown): string => String((error as { message?: unknown }).message ?? '');

/** WebKit says "Connection to Indexed Database server lost", Chromium "Encountered full disk while committing". */
function reasonOfOne(error: unknown): StoreReason | undefined {
	if (/quota|full disk|disk full|no space/i.test(messageOf(error))) return 'quotaExceeded';
	return reasonByName[nameOf(error)];
}

/** Without importing Dexie: its errors carry `inner`. */
const isOfDatabase = (error: unknown): boolean =>
	error instanceof DOMException ||
	Object.hasOwn(error as object, 'inner') ||
	/^(Constraint|Data)Error$/.test(nameOf(error));

/** The reason behind an error of the database; undefined where the error is none of the database's (a broken invariant). */
export function reasonOf(error: unknown): StoreReason | undefined {
	const errors = chain(error);
	const own = errors.find((each) => each instanceof StoreFailure);
	if (own instanceof StoreFailure) return own.reason;
	for (const each of errors) {
		const reason = reasonOfOne(each);
		if (reason) return reason;
	}
	// An abort that nobody asked for and that names no cause: the connection went away underneath.
	if (errors.some((each) => nameOf(each) === 'AbortError')) return 'connectionLost';
	return errors.some(isOfDatabase) ? 'unknown' : undefined;
}

/** What to tell whoever is asked to help: the innermost error's name. */
export const detailOf = (error: unknown): string => nameOf(chain(error)[0] ?? error) || 'Error';
