import { formalDay, tokyoDate } from '../plan/fiscalYear.ts';
import type { RecordFold } from '../record/fold.ts';
import { contentHash, shortHash } from '../record/review/content.ts';
import { type Review, stateHeld } from '../record/review/readReview.ts';
import { roleWord } from '../record/role.ts';

/** 「校長 令和8年2月20日（2026年） 15:30 確認 内容 1a2b-3c4d」: a post, never a person; and whether what stands is what was approved. */
export function approvalWords(fold: RecordFold, review: Review): string {
	const { approval } = review;
	if (!approval) return '校長の確認はまだです';
	const who = [roleWord(approval.by), tokyoMoment(approval.at), '確認'].filter(Boolean).join(' ');
	const accepted = stateHeld(review) === 'accepted' ? '・教育委員会が受理' : '';
	const { content } = approval;
	if (!content) return `${who}${accepted}`;
	const changed = content.hash === contentHash(fold) ? '' : '・確認のあとに変更あり';
	return `${who}${accepted}・内容 ${shortHash(content)}${changed}`;
}

const nineHours = 9 * 60 * 60 * 1000;

/** ISO instant → 「令和8年2月20日（2026年） 15:30」 in Japan; empty for what is no instant. */
function tokyoMoment(at: string): string {
	const moment = Date.parse(at);
	if (Number.isNaN(moment)) return '';
	const tokyo = new Date(moment + nineHours);
	return `${formalDay(tokyoDate(moment))} ${tokyo.getUTCHours()}:${String(tokyo.getUTCMinutes()).padStart(2, '0')}`;
}
