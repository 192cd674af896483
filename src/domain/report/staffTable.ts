import { type CategoryResult, categoryResults, readStaffSurvey, type Share } from '../record/staffSurvey.ts';
import { disputedMark } from './conflicts.ts';
import type { Audience, ReportSource, ReportTable } from './model.ts';

/** 教員のICT活用指導力: the share of できる and ややできる by category. undefined where nobody has entered anything. */
export function staffTable({ fold, before }: ReportSource, audience: Audience): ReportTable | undefined {
	const survey = readStaffSurvey(fold);
	const now = categoryResults(survey);
	const disputed = new Set(survey.entries.filter(({ reading }) => reading.others.length > 0).map(({ item }) => item));
	if (now.every(({ share }) => share === undefined)) return undefined;
	const then = before && categoryResults(readStaffSurvey(before.fold));
	return {
		key: 'staff',
		title: '教員のICT活用指導力',
		note: '「できる」「ややできる」と答えた教員の割合。文部科学省「教員のICT活用指導力チェックリスト」（平成30年6月改訂）による。',
		columns: ['能力', '今年度', '昨年度', '答えた数（項目の合計）'],
		rows: now.map(({ category, share, entered }, place) => [
			`${category.letter} ${category.title}`,
			[
				`${shareWords(share, '未入力')}${partWords({ category, share, entered })}`,
				audience === 'board' && category.items.some((item) => disputed.has(item)) ? disputedMark : '',
			]
				.filter(Boolean)
				.join('・'),
			thenWords(then?.[place]),
			share ? String(share.answered) : '',
		]),
	};
}

const shareWords = (share: Share | undefined, none: string): string => (share ? `${share.rate.toFixed(1)}%` : none);

const thenWords = (then: CategoryResult | undefined): string =>
	then?.share ? `${shareWords(then.share, '')}${partWords(then)}` : '記録なし';

/** A share over some of a category's items is not the category's. */
const partWords = ({ category: { items }, share, entered }: Omit<CategoryResult, 'of'>): string =>
	share && entered < items.length ? `（${items.length}項目のうち${entered}項目）` : '';
