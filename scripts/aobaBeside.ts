import type { ToldYear } from './demo/told.ts';

/** What 青葉モデル小学校（架空） entered beside its □: how often devices are used, what its teachers can do, 校長確認. */
type Beside = Pick<ToldYear, 'observations' | 'survey' | 'reviews'>;

export const lastYearBeside: Beside = {
	observations: [
		{ scene: 'i1', date: '2025-10-03', frequency: 'weekly', source: 'interview' },
		{ scene: 'i2', date: '2025-10-03', frequency: 'weekly', source: 'interview' },
		{ scene: 'i3', date: '2025-10-03', frequency: 'unmeasured' },
		{ scene: 'i4', date: '2025-10-03', frequency: 'monthly', source: 'interview' },
		{ scene: 'i5', date: '2025-10-03', frequency: 'unmeasured' },
		{ scene: 'i1', date: '2026-02-18', frequency: 'threePerWeek', classes: { count: 8, of: 12 }, source: 'deviceLog' },
		{ scene: 'i2', date: '2026-02-18', frequency: 'weekly', classes: { count: 6, of: 12 }, source: 'deviceLog' },
		{ scene: 'i3', date: '2026-02-18', frequency: 'weekly', classes: { count: 5, of: 12 }, source: 'survey' },
		{ scene: 'i4', date: '2026-02-18', frequency: 'monthly', classes: { count: 3, of: 12 }, source: 'survey' },
		{ scene: 'i5', date: '2026-02-18', frequency: 'unmeasured' },
	],
	survey: {
		date: '2025-07-14',
		counts: [
			...[
				[7, 11, 4, 0],
				[9, 10, 3, 0],
				[12, 8, 2, 0],
				[5, 11, 5, 1],
			],
			...[
				[8, 10, 4, 0],
				[5, 10, 6, 1],
				[4, 10, 7, 1],
				[3, 10, 8, 1],
			],
			...[
				[7, 11, 4, 0],
				[6, 12, 4, 0],
				[4, 11, 6, 1],
				[3, 11, 7, 1],
			],
			...[
				[8, 11, 3, 0],
				[7, 12, 3, 0],
				[6, 12, 4, 0],
				[5, 11, 6, 0],
			],
		],
	},
};

export const thisYearBeside: Beside = {
	observations: [
		{ scene: 'i1', date: '2026-06-30', frequency: 'threePerWeek', classes: { count: 8, of: 12 }, source: 'deviceLog' },
		{
			...{ scene: 'i1', date: '2026-10-02', frequency: 'threePerWeek', classes: { count: 9, of: 12 } },
			...{ source: 'deviceLog', memo: '9月の端末管理ログの集計' },
		},
		{ scene: 'i2', date: '2026-10-02', frequency: 'threePerWeek', classes: { count: 8, of: 12 }, source: 'deviceLog' },
		{ scene: 'i3', date: '2026-10-02', frequency: 'weekly', classes: { count: 7, of: 12 }, source: 'survey' },
		{ scene: 'i4', date: '2026-10-02', frequency: 'weekly', classes: { count: 5, of: 12 }, source: 'survey' },
		{ scene: 'i5', date: '2026-10-02', frequency: 'unmeasured' },
	],
	survey: {
		date: '2026-07-13',
		counts: [
			...[
				[9, 11, 3, 0],
				[10, 11, 2, 0],
				[13, 9, 1, 0],
				[7, 11, 5, 0],
			],
			...[
				[10, 10, 3, 0],
				[8, 10, 5, 0],
				[6, 10, 6, 1],
				[6, 10, 6, 1],
			],
			...[
				[8, 12, 3, 0],
				[8, 12, 3, 0],
				[6, 11, 6, 0],
				[5, 11, 6, 1],
			],
			...[
				[10, 11, 2, 0],
				[9, 12, 2, 0],
				[8, 11, 4, 0],
				[6, 12, 5, 0],
			],
		],
	},
	reviews: [
		{ date: '2026-10-06', phase: 'midyear', does: 'submit' },
		{
			...{ date: '2026-10-08', phase: 'midyear', does: 'comment', action: '1-2-3-2' },
			text: '毎月続いていることが伝わります。来年度も続けてください。',
		},
		{
			...{ date: '2026-10-08', phase: 'midyear', does: 'comment', action: '1-1-1-2', returns: true },
			text: '1・2年生の様子が分かりません。取り組んでいることを書き添えてください。',
		},
		{
			...{ date: '2026-10-08', phase: 'midyear', does: 'return' },
			reason: '書き足してほしい□が1つあります。コメントを見てください。',
		},
		{
			...{ date: '2026-10-14', phase: 'midyear', does: 'mend', action: '1-1-1-2' },
			result: '3年生以上の全学級で、週に1回は使う授業ができている。1・2年生は写真をとって見せ合うことから始めた。',
		},
		{ date: '2026-10-14', phase: 'midyear', does: 'submit' },
		{
			...{ date: '2026-10-16', phase: 'midyear', does: 'comment', action: '1-1-2-1', returns: true },
			text: '6年生の予定と、4年生までの取組を実績に書いてください。',
		},
	],
};
