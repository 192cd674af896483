import type { SyncStatus } from '../../sync/sync.ts';
import { momentWord } from '../../ui/words.ts';

/** What still stands between this device and 「返却できます」; empty exactly when it may be returned. */
export const missingForReturn = (status: SyncStatus, pending: number): readonly string[] => {
	if (pending > 0) return ['入力を端末に保存しています。終わるまでお待ちください。'];
	if (status.returnable) return [];
	const { waiting, refused, arrived, contactAt } = status;
	const missing = [
		waiting > 0 ? `送信待ちの記録が${waiting}件あります。つながるところで開くと、自動で送ります。` : undefined,
		refused.length > 0
			? `受け付けられなかった記録が${refused.length}件あります。この端末にしかないかもしれません。`
			: undefined,
	].filter((words) => words !== undefined);
	if (missing.length > 0) return missing;
	const backup = '保管庫の控え（バックアップ）に入るのを待っています。控えはふつう1時間に1回つくられます。';
	if (arrived) return [`記録は${momentWord(arrived.at)}にすべて届きました。${backup}`];
	if (contactAt) return [`記録はすべて保管庫にあります。${backup}`];
	return ['保管庫と連絡がとれると分かります。つながるところで開いてください。'];
};
