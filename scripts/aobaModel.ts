/**
 * What happened at 青葉モデル小学校（架空）, a school that does not exist. Posts, never persons; every day is a weekday
 * outside the holidays. `scripts/fictional.ts` turns it into a backup file that anybody can read in and try.
 */
import { lastYearBeside, thisYearBeside } from './aobaBeside.ts';
import type { ToldYear } from './demo/told.ts';

export const school = {
	name: '青葉モデル小学校（架空）',
	schoolType: 'elementary',
	units: ['specialNeedsClass'],
} as const;

/** The day on which everything below is told. */
export const toldOn = '2026-11-20';

const lastYear: ToldYear = {
	fiscalYear: 2025,
	opened: '2025-04-08',
	planned: '2025-04-18',
	rated: '2025-10-03',
	closed: '2026-02-20',
	actions: {
		'1-1-1-1': {
			owner: '情報主任',
			ticked: '2025-06-20',
			midyear: 'good',
			final: 'good',
			result: '市の例をもとに年間計画をつくり、全学年で共有した。',
			issue: '学年ごとの進み具合を年度の途中で見直す機会がなかった。',
			nextYear: '4月のうちに見直しの日を決めておく。',
		},
		'1-1-1-2': { owner: '研究主任', begun: '2025-05-16', midyear: 'good', final: 'good' },
		'1-1-2-1': {
			owner: '情報主任',
			occurrences: [
				['2025-09-12', '5年1組', '多角形をかくプログラム'],
				['2025-11-14', '6年1組', '電気の利用'],
			],
			midyear: 'insufficient',
			final: 'good',
			issue: '低学年の実践を集められなかった。',
		},
		'1-1-3-2': { owner: '情報主任', occurrences: [['2025-11-20', '6年1組']], final: 'good' },
		'1-2-1-2': { owner: '研究主任', begun: '2025-09-05', midyear: 'good', final: 'good' },
		'1-2-6-2': { owner: '養護教諭', occurrences: [['2025-12-10', '保健だより']], final: 'good' },
		'2-1-1-1': {
			owner: '研究主任',
			occurrences: [
				['2025-06-06', '校内研修'],
				['2025-08-20', '校内研修'],
			],
			ticked: '2025-08-20',
			midyear: 'excellent',
			final: 'excellent',
		},
		'4-1-1-1': { owner: '教頭', ticked: '2025-05-09', midyear: 'good', final: 'excellent' },
		'4-2-4-1': { owner: '情報主任', occurrences: [['2025-04-25', '学級懇談会']], final: 'good' },
	},
	own: [],
	...lastYearBeside,
};

const thisYear: ToldYear = {
	fiscalYear: 2026,
	opened: '2026-04-08',
	planned: '2026-04-17',
	rated: '2026-10-02',
	closed: '2027-02-19',
	actions: {
		'1-1-1-1': {
			owner: '情報主任',
			deadline: 'summer',
			occurrences: [['2026-05-22', '学年主任会', '学年ごとの計画を持ち寄って見直した']],
			ticked: '2026-05-22',
			midyear: 'excellent',
			result:
				'4月に全学年の年間計画をつくり、5月の学年主任会で見直した。キーボード入力を3年生から毎週の帯時間に入れた。',
			issue: '2年生までの計画は、端末の持ち帰りの時期に合わせてもう一度直す。',
			evidence: ['情報活用能力 年間計画（全学年）', 'https://aoba-model.example/plan'],
		},
		'1-1-1-2': {
			owner: '研究主任',
			occurrences: [
				['2026-05-13', '3年1組', '町たんけんの写真を地図に並べた'],
				['2026-06-10', '4年2組', 'ごみの量をグラフにした'],
				['2026-09-16', '6年1組', '意見を共同編集で一枚にまとめた'],
			],
			midyear: 'good',
			result: '3年生以上の全学級で、週に1回は使う授業ができている。',
			issue: '1・2年生は、ログインに時間がかかる。',
		},
		'1-1-2-1': {
			owner: '情報主任',
			deadline: 'yearEnd',
			occurrences: [
				['2026-06-24', '5年1組', '正多角形をかくプログラム'],
				['2026-07-01', '5年2組', '正多角形をかくプログラム'],
				['2026-10-21', '6年2組', '明かりを自動でつける仕組み'],
			],
			midyear: 'good',
		},
		'1-1-3-1': {
			owner: '生徒指導主事',
			occurrences: [
				['2026-06-17', '4年1組', '写真を送る前に考えること'],
				['2026-07-08', '学級懇談会', '家庭でのルールづくりを呼びかけた'],
			],
			ticked: '2026-07-08',
			midyear: 'good',
		},
		'1-1-3-2': {
			owner: '情報主任',
			deadline: 'yearEnd',
			occurrences: [
				['2026-10-08', '6年1組', '生成AIの答えを教科書で確かめた'],
				['2026-10-09', '6年2組', '生成AIの答えを教科書で確かめた'],
			],
			result: '市の指導案どおりに6年生で実施した。5年2組は3学期の道徳で行う。',
			midyear: 'good',
			shares: {
				title: '生成AIの答えを教科書で確かめる',
				grade: '6年',
				what: '同じ問いを班ごとに入れ、答えのちがいを黒板に並べた。教科書と資料集で確かめ、直した文に線を引いて提出した。',
				link: '',
			},
		},
		'1-1-3-3': {
			owner: '情報主任',
			deadline: 'summer',
			occurrences: [['2026-07-28', '校内研修', 'パスワードと持ち出しの決まりを確かめた']],
			ticked: '2026-07-28',
			midyear: 'good',
		},
		'1-2-1-1': {
			owner: '研究主任',
			occurrences: [
				['2026-05-27', '2年2組', '生き物の動画をとって見せ合った'],
				['2026-09-09', '5年2組', '流れる水の実験を録画して比べた'],
				['2026-11-11', '1年1組', '秋見つけの写真に言葉をそえた'],
			],
			midyear: 'good',
		},
		'1-2-1-2': {
			owner: '研究主任',
			occurrences: [
				['2026-06-03', '4年1組', '考えの共有'],
				['2026-09-30', '5年1組', '考えの共有から話し合いへ'],
			],
			midyear: 'good',
			midyearElsewhere: 'insufficient',
			elsewhereOn: '2026-11-12',
			issue: '考えを出し合うところで終わり、話し合いが深まらない授業がある。',
		},
		'1-2-3-1': { owner: '研究主任', midyear: 'insufficient' },
		'1-2-3-2': {
			owner: '情報主任',
			ticked: '2026-06-05',
			midyear: 'excellent',
			result: '教職員の共有フォルダーに「授業の引き出し」を置き、毎月更新している。',
		},
		'1-2-4-1': {
			owner: '研究主任',
			deadline: 'summer',
			occurrences: [['2026-08-05', '教育センター', '外国語と算数の研修に3名が参加']],
			ticked: '2026-08-05',
			midyear: 'good',
		},
		'1-2-4-2': { owner: '学年主任', midyear: 'insufficient' },
		'1-2-5-1': { midyear: 'insufficient' },
		'1-2-6-1': {
			owner: '養護教諭',
			deadline: 'yearEnd',
			occurrences: [['2026-09-17', '3年2組', '目と画面の距離']],
			midyear: 'insufficient',
		},
		'1-2-6-2': { owner: '養護教諭', deadline: 'yearEnd', midyear: 'insufficient' },
		'1-3-1-1': { owner: '教務主任', deadline: 'yearEnd', midyear: 'insufficient' },
		'1-3-2-1': { owner: '特別支援教育コーディネーター', midyear: 'insufficient' },
		'2-1-1-1': {
			owner: '研究主任',
			deadline: 'summer',
			occurrences: [
				['2026-05-20', '校内研修', '授業支援ソフトウェアの基本'],
				['2026-08-19', '校内研修', '2学期の単元でためす計画づくり'],
			],
			ticked: '2026-08-19',
			midyear: 'excellent',
		},
		'2-1-1-2': {
			owner: '情報主任',
			occurrences: [['2026-08-06', '校内研修', '校務で使うときの注意']],
			ticked: '2026-08-06',
			midyear: 'good',
		},
		'2-1-1-3': { owner: '情報主任', deadline: 'yearEnd', midyear: 'insufficient' },
		'2-1-2-1': { notApplicable: ['2026-05-15', '今年度は教育実習生の受入れがない'] },
		'2-1-3-1': {
			owner: '情報主任',
			occurrences: [
				['2026-05-12', '3年1組', '最初のログイン'],
				['2026-06-09', '1年2組', 'カメラの使い方'],
				['2026-09-08', '4年2組', '発表資料づくり'],
			],
			ticked: '2026-09-08',
			midyear: 'good',
		},
		'4-1-1-1': { owner: '教頭', deadline: 'summer', ticked: '2026-04-21', midyear: 'excellent' },
		'4-2-1-1': { owner: '教頭', midyear: 'insufficient' },
		'4-2-2-1': {
			owner: '校長',
			occurrences: [['2026-09-01', '職員会議', 'サポートサイトの活用例を紹介']],
			midyear: 'good',
		},
		'4-2-3-1': { owner: '教頭', midyear: 'insufficient' },
		'4-2-4-1': {
			owner: '情報主任',
			occurrences: [['2026-04-24', '学級懇談会', '端末の使い方と約束']],
			midyear: 'good',
		},
	},
	own: [
		{
			measure: '1-1-2',
			text: '図書委員会が本の紹介動画をつくり、昼の放送で流す。',
			added: '2026-05-15',
			owner: '学年主任',
			occurrences: [['2026-10-14', '図書委員会', '1本目を放送']],
			midyear: 'good',
		},
	],
	...thisYearBeside,
};

export const years: readonly ToldYear[] = [lastYear, thisYear];
