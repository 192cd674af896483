import type { Share } from '../../domain/record/staffSurvey.ts';

/** 「78.1%」; nobody has answered or entered anything: 「未入力」, which is not 0. */
export const shareWord = (share: Share | undefined): string => (share ? `${share.rate.toFixed(1)}%` : '未入力');

/** 「+6.1ポイント」「−0.4ポイント」「変わりなし」 */
export const pointsWord = (points: number): string => {
	if (points === 0) return '変わりなし';
	return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}ポイント`;
};
