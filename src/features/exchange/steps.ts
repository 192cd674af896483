import type { SyncStatus } from '../../sync/sync.ts';
import { recentWord } from '../../ui/words.ts';

/** One station on the way of what is entered here. */
export interface ExchangeStep {
	readonly mark: 'there' | 'waiting' | 'refused';
	readonly words: string;
	/** When, or with which number. */
	readonly fact?: string;
	readonly note?: string;
}

/** What the device itself says: it knows before anything is exchanged. */
export interface SavedHere {
	/** ISO time of the last step written in this visit. */
	readonly at: string | undefined;
	/** Steps not yet in the database. */
	readonly pending: number;
	/** Something could not be written. */
	readonly trouble: boolean;
	/** `YYYY-MM-DD`. */
	readonly today: string;
}

/** 端末に保存 → 送信待ち → 届きました, or 受け付けられませんでした: as far as each is true now. */
export const exchangeSteps = (status: SyncStatus, saved: SavedHere): readonly ExchangeStep[] => [
	savedStep(saved),
	...(status.enrolment ? [...waitingSteps(status), ...refusedSteps(status), ...arrivedSteps(status, saved.today)] : []),
];

const savedStep = ({ at, pending, trouble, today }: SavedHere): ExchangeStep => {
	if (trouble)
		return { mark: 'refused', words: '保存できていない入力があります', note: '上の知らせから、もう一度保存できます。' };
	if (pending > 0) return { mark: 'waiting', words: '端末に保存しています' };
	return { mark: 'there', words: '端末に保存しました', ...(at && { fact: recentWord(at, today) }) };
};

function waitingSteps({ waiting, enrolment, running, offline }: SyncStatus): ExchangeStep[] {
	if (waiting === 0) return [];
	const words = `送信待ち ${waiting}件`;
	if (!enrolment?.token)
		return [{ mark: 'waiting', words, note: '登録が終わっているので、この端末からは送れません。' }];
	if (running && !offline) return [{ mark: 'waiting', words, note: '送っています。' }];
	return [{ mark: 'waiting', words, note: 'つながると自動で送ります。このまま続けられます。' }];
}

const refusedSteps = ({ refused }: SyncStatus): ExchangeStep[] =>
	refused.length === 0
		? []
		: [
				{
					mark: 'refused',
					words: `受け付けられませんでした ${refused.length}件`,
					note: `${[...new Set(refused.map(({ sentence }) => sentence))].join('')}記録はこの端末に残っています。`,
				},
			];

const arrivedSteps = ({ arrived, waiting }: SyncStatus, today: string): ExchangeStep[] =>
	arrived
		? [
				{
					mark: 'there',
					words: waiting > 0 ? 'その前の記録は教育委員会の保管庫に届いています' : '教育委員会の保管庫に届きました',
					fact: `${recentWord(arrived.at, today)}（受付番号 ${arrived.receipt}）`,
				},
			]
		: [];
