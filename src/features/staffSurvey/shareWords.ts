import type { Share, StaffCounts } from '../../domain/record/staffSurvey.ts';

/** 「78.1%」; nobody has answered or entered anything: 「未入力」, which is not 0. */
export const shareWord = (share: Share | undefined): string => (share ? `${share.rate.toFixed(1)}%` : '未入力');

/** 「+6.1ポイント」「−0.4ポイント」「変わりなし」 */
export const pointsWord = (points: number): string => {
	if (points === 0) return '変わりなし';
	return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}ポイント`;
};

/** 「できる 10人・ややできる 12人・…」 */
export const countsWord = (counts: StaffCounts | undefined): string =>
	counts
		? `できる ${counts[0]}人・ややできる ${counts[1]}人・あまりできない ${counts[2]}人・ほとんどできない ${counts[3]}人`
		: '未入力';
