import { learningPhrases } from './phrasesOfLearning.ts';
import { needsPhrases } from './phrasesOfNeeds.ts';
import { staffPhrases } from './phrasesOfStaff.ts';

/** Where, what, and for whom it sounds right: `young` = elementary schools, `old` = from lower secondary on. */
export type Doing = readonly [place: string, memo: string, stage?: 'young' | 'old'];

/**
 * What schools write about one □: invented for this city, about posts and classes, never about persons.
 * `{組}` becomes a class of the school, `{学年}` one of its years, `{数}` a small number.
 */
export interface Phrases {
	/** 主担当. */
	readonly owners: readonly string[];
	readonly doings: readonly Doing[];
	readonly results: readonly string[];
	readonly issues: readonly string[];
	readonly improvements: readonly string[];
	readonly nextYear: readonly string[];
	/** Title of a 根拠資料. */
	readonly papers: readonly string[];
}

/** By what stands behind the edition in a □'s id (`1-1-3-2`) in the editions that they were written for. */
const phrases: Readonly<Record<string, Phrases>> = { ...learningPhrases, ...needsPhrases, ...staffPhrases };

const general: Phrases = {
	owners: ['情報主任', '教務主任', '研究主任'],
	doings: [
		['校内研修', '取組の進め方を確かめた'],
		['{組}', '授業の中で端末を使って取り組んだ'],
	],
	results: ['年度初めに担当を決め、計画どおりに取り組んだ。', '{学年}を中心に実践し、様子を職員で共有した。'],
	issues: ['学年によって取組の回数に差がある。', '時間の確保がむずかしい。'],
	improvements: ['学期ごとに進み具合を確かめる日を置く。'],
	nextYear: ['年間計画にあらかじめ位置付ける。'],
	papers: ['取組のまとめ'],
};

/** The phrases of a □: its own, else those of a □ under the same 項目, else what can be said of any. */
export function phrasesFor(suffix: string): Phrases {
	const own = Object.hasOwn(phrases, suffix) ? phrases[suffix] : undefined;
	const measure = `${suffix.split('-').slice(0, 3).join('-')}-`;
	const near = Object.keys(phrases).find((key) => key.startsWith(measure));
	return own ?? (near === undefined ? undefined : phrases[near]) ?? general;
}

/** □ that schools add themselves, under their 項目. */
export const ownTexts: readonly {
	readonly measure: string;
	readonly text: string;
	readonly doings: readonly Doing[];
}[] = [
	{
		measure: '1-1-1',
		text: '毎週水曜日の朝の時間に、キーボード入力に取り組む。',
		doings: [['{組}', '1学期の記録を自分で振り返った']],
	},
	{
		measure: '1-1-2',
		text: '図書委員会が本の紹介動画をつくり、昼の放送で流す。',
		doings: [['委員会活動', '1本目の動画を放送した']],
	},
	{
		measure: '1-1-3',
		text: '端末の約束を児童会・生徒会で話し合い、自分たちで決める。',
		doings: [['代表委員会', '持ち帰りのときの約束を決めた']],
	},
	{
		measure: '1-2-1',
		text: '単元の終わりに、端末で学びの振り返りを残す。',
		doings: [['{組}', '振り返りを次の時間のめあてにつなげた']],
	},
	{
		measure: '1-2-3',
		text: '総合的な学習の時間の発表会を、保護者が家庭からも見られるようにする。',
		doings: [['発表会', '録画した発表を1週間公開した']],
	},
	{
		measure: '1-2-6',
		text: '「20分見たら遠くを見る」を合言葉に、目を休める時間をとる。',
		doings: [['保健委員会', '合言葉のポスターを各教室にはった']],
	},
	{
		measure: '1-3-2',
		text: '別室で学ぶ児童生徒と教室を、希望に応じて画面でつなぐ。',
		doings: [['{組}', '朝の会をつないだ']],
	},
	{
		measure: '2-1-1',
		text: '放課後15分の「端末よろず相談」を月に2回ひらく。',
		doings: [['職員室', '写真の整理と共有のしかたを教え合った']],
	},
	{
		measure: '4-1-1',
		text: '職員会議の資料を紙で配らず、端末で見る。',
		doings: [['職員会議', '全員が端末で資料を見て進めた']],
	},
	{
		measure: '4-2-3',
		text: '地域の行事の記録を児童生徒が撮り、地域だよりに載せてもらう。',
		doings: [['地域清掃', '活動の写真をまとめて届けた']],
	},
];
