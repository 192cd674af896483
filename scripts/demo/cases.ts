import type { SharedCase } from '../../src/domain/record/sharedCase.ts';
import type { Chance } from './chance.ts';
import type { Told } from './told.ts';
import type { Words } from './words.ts';

/** What schools share with each other: written for this city, about classes and ways of working, never about persons. */
const cases: Readonly<Record<string, readonly Omit<SharedCase, 'link'>[]>> = {
	'1-1-1-2': [
		{
			title: '調べたことを一枚の図にまとめる',
			grade: '{学年}',
			what: '調べた写真と短い文を一枚の図に並べ、班で見合ってから直した。型を三つ用意しておくと、操作の差が出にくかった。',
		},
	],
	'1-1-2-1': [
		{
			title: 'くり返しを使って図形をかく',
			grade: '{学年}',
			what: '同じ手順が続くところを紙に書き出してから組み立てた。二人一組で、考える役と操作する役を途中で代わった。',
		},
	],
	'1-1-3-1': [
		{
			title: '写真を送る前に考える三つの問い',
			grade: '{学年}',
			what: '「だれが写っているか」「どこか分かるか」「送ったあと消せるか」を合言葉にし、場面カードで話し合った。',
		},
	],
	'1-1-3-2': [
		{
			title: '生成AIの答えを教科書で確かめる',
			grade: '{学年}',
			what: '同じ問いを班ごとに入れ、答えのちがいを黒板に並べた。教科書と資料集で確かめ、直した文に線を引いて提出した。',
		},
	],
	'1-2-1-2': [
		{
			title: '考えの共有から話し合いへつなぐ',
			grade: '{学年}',
			what: '全員の考えを一度に映すのは二分までとし、似た考えを色でまとめてから話し合った。発言の数が増えた。',
		},
	],
	'1-2-3-2': [
		{
			title: '授業の引き出しを共有フォルダーに置く',
			grade: '全学年',
			what: '単元ごとに一枚だけ、使った資料とうまくいかなかったことを残した。月末の職員会議で三枚を紹介している。',
		},
	],
	'2-1-1-1': [
		{
			title: '15分の校内研修を毎月続ける',
			grade: '教職員',
			what: '一つの機能だけを扱い、次の週に授業で試すことまで決めて終わる。進行は学年の持ち回りにした。',
		},
	],
};

const casesFor = (suffix: string): readonly Omit<SharedCase, 'link'>[] => cases[suffix] ?? [];

/** Lets a school share what it did with one or two of its □; those with an 実施記録 and something to tell. */
export function shareSome(told: Readonly<Record<string, Told>>, chance: Chance, words: Words): Record<string, Told> {
	const fitting = Object.keys(told).filter(
		(suffix) => casesFor(suffix).length > 0 && told[suffix]?.occurrences?.length,
	);
	const shared = chance.some(fitting, chance.between(1, 2)).map((suffix) => {
		const { title, grade, what } = chance.pick(casesFor(suffix));
		const shares: SharedCase = { title, grade: words.text(grade), what, link: '' };
		return [suffix, { ...told[suffix], shares }] as const;
	});
	return { ...told, ...Object.fromEntries(shared) };
}
