import type { RecordFold } from '../record/fold.ts';
import { contentHash, shortHash } from '../record/review/content.ts';
import type { Review } from '../record/review/readReview.ts';
import { roleWord } from '../record/role.ts';

/** 「校長 令和8年2月20日 15:30 確認 内容 1a2b-3c4d」, and whether what stands here is what was approved. */
export function approvalWords(fold: RecordFold, { approval, state }: Review): string {
	if (!approval) return '校長の確認はまだです';
	const who = `${roleWord(approval.by)} ${tokyoMoment(approval.at)} 確認`;
	const { content } = approval;
	if (!content) return who;
	const changed = content.hash === contentHash(fold) ? '' : '・確認のあとに変更あり';
	return `${who}${state === 'accepted' ? '・教育委員会が受理' : ''}・内容 ${shortHash(content)}${changed}`;
}

const nineHours = 9 * 60 * 60 * 1000;

/** ISO instant → 「令和8年2月20日 15:30」 in Japan. */
function tokyoMoment(at: string): string {
	const moment = Date.parse(at);
	if (Number.isNaN(moment)) return '';
	const tokyo = new Date(moment + nineHours);
	const year = tokyo.getUTCFullYear();
	const clock = `${tokyo.getUTCHours()}:${String(tokyo.getUTCMinutes()).padStart(2, '0')}`;
	return `令和${year - 2018}年${tokyo.getUTCMonth() + 1}月${tokyo.getUTCDate()}日 ${clock}`;
}
