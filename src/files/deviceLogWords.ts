import type { Frequency } from '../domain/record/fields.ts';

/** Columns of a summary of device logs. */
export type LogColumn =
	| 'date'
	| 'period'
	| 'scene'
	| 'grade'
	| 'class'
	| 'used'
	| 'classes'
	| 'days'
	| 'schoolDays'
	| 'frequency';

export const logColumnWord: Readonly<Record<LogColumn, string>> = {
	date: '日付',
	period: '期間',
	scene: '場面',
	grade: '学年',
	class: '学級',
	used: '週3回以上の学級数',
	classes: '学級数',
	days: '使用日数',
	schoolDays: '授業日数',
	frequency: '頻度',
};

const headings: Readonly<Record<LogColumn, readonly string[]>> = {
	date: ['日付', '日', '年月日', '集計日', '測定日', '調査日', '調べた日', 'date'],
	period: ['期間', '集計期間', '対象期間', '年月', '月', '集計月', '対象月'],
	scene: ['場面', '場面番号', '場面の番号', '活用場面', '利用場面', '使用場面', '指標'],
	grade: ['学年'],
	class: ['学級', '学級名', 'クラス', 'クラス名', '組', '学年・学級', '学年学級', '学年・組', '学年組', '学年クラス'],
	used: [
		...['週3回以上の学級数', '週3回以上学級数', '週3回以上使用学級数', '週3回以上の学級', '週3回以上'],
		...['使用学級数', '利用学級数', '活用学級数', '使用クラス数', '利用クラス数', '活用クラス数'],
	],
	classes: ['学級数', '全学級数', '対象学級数', '総学級数', 'クラス数', '全クラス数', '対象クラス数'],
	days: ['使用日数', '利用日数', '活用日数', '使用した日数'],
	schoolDays: ['授業日数', '対象日数', '登校日数', '授業日'],
	frequency: ['頻度', '使用頻度', '利用頻度', '活用頻度', '学校の頻度', '学校としての頻度', '本校の頻度'],
};

/** Widths, spaces, case and what is added in brackets do not matter. */
export const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The column that a heading stands for. */
export function logColumnOf(heading: string): LogColumn | undefined {
	const word = folded(heading).replace(/\(.*\)$|\[.*\]$|【.*】$/, '');
	return (Object.keys(headings) as LogColumn[]).find((column) =>
		headings[column].some((each) => folded(each) === word),
	);
}

const frequencyNames: Readonly<Record<Frequency, readonly string[]>> = {
	almostDaily: ['ほぼ毎日', '毎日'],
	threePerWeek: ['週3回以上'],
	weekly: ['週1回以上'],
	monthly: ['月1回以上'],
	lessThanMonthly: ['月1回未満'],
	unmeasured: ['未測定'],
};

/** 頻度 as written; null where the cell is empty, undefined where it says something else. */
export function readFrequency(written: string): Frequency | null | undefined {
	const word = folded(written);
	if (word === '') return null;
	return (Object.keys(frequencyNames) as Frequency[]).find((each) => frequencyNames[each].includes(word));
}
