import { categoryResults, readStaffSurvey, type Share } from '../record/staffSurvey.ts';
import type { ReportSource, ReportTable } from './model.ts';

/** 教員のICT活用指導力: the share of できる and ややできる by category. undefined where nobody has entered anything. */
export function staffTable({ fold, before }: ReportSource): ReportTable | undefined {
	const now = categoryResults(readStaffSurvey(fold));
	if (now.every(({ share }) => share === undefined)) return undefined;
	const then = before && categoryResults(readStaffSurvey(before.fold));
	return {
		key: 'staff',
		title: '教員のICT活用指導力',
		note: '「できる」「ややできる」と答えた教員の割合。文部科学省「教員のICT活用指導力チェックリスト」（平成30年6月改訂）による。',
		columns: ['能力', '今年度', '昨年度', '答えた数（項目の合計）'],
		rows: now.map(({ category, share }, place) => [
			`${category.letter} ${category.title}`,
			shareWords(share, '未入力'),
			shareWords(then?.[place]?.share, '記録なし'),
			share ? String(share.answered) : '',
		]),
	};
}

const shareWords = (share: Share | undefined, none: string): string => (share ? `${share.rate.toFixed(1)}%` : none);
