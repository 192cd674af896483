import type { Frequency, IndicatorSource } from './fields.ts';

/** How often, in the words of the plan's indicators. 未測定 is a word of its own, never a number. */
export const frequencyWord: Readonly<Record<Frequency, string>> = {
	almostDaily: 'ほぼ毎日',
	threePerWeek: '週3回以上',
	weekly: '週1回以上',
	monthly: '月1回以上',
	lessThanMonthly: '月1回未満',
	unmeasured: '未測定',
};

/** Where an observation comes from. */
export const sourceWord: Readonly<Record<IndicatorSource, string>> = {
	deviceLog: '端末管理ログ',
	survey: '調査',
	interview: '聞き取り',
};
