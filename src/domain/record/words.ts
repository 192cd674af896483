import type { Frequency, IndicatorSource } from './fields.ts';
import type { Status } from './reading.ts';

/** What the record's closed words are called on paper and on the screen. */
export const statusWord: Readonly<Record<Status, string>> = {
	notStarted: '未着手',
	inProgress: '実施中',
	achieved: '達成',
	notApplicable: '該当なし',
};

export const frequencyWord: Readonly<Record<Frequency, string>> = {
	almostDaily: 'ほぼ毎日',
	threePerWeek: '週3回以上',
	weekly: '週1回以上',
	monthly: '月1回以上',
	lessThanMonthly: '月1回未満',
	unmeasured: '未測定',
};

export const sourceWord: Readonly<Record<IndicatorSource, string>> = {
	deviceLog: '端末管理ログ',
	survey: '調査',
	interview: '聞き取り',
};
