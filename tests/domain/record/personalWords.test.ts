import { describe, expect, test } from 'vitest';
import { personalWordsIn } from '../../../src/domain/record/personalWords.ts';

const found = (text: string) => personalWordsIn(text).map(({ words, kind }) => `${kind}:${words}`);

describe('what looks like a person', () => {
	test.each([
		['山田さんが発表した。', '山田さん'],
		['6年の佐々木くんの作品', '佐々木くん'],
		['田中君と調べた', '田中君'],
		['あおいちゃんの絵', 'あおいちゃん'],
		['はなちゃんと話した', 'はなちゃん'],
		['太郎くんだけが残った', '太郎くん'],
		['高橋先生の授業', '高橋先生'],
		['、たかはし先生が', 'たかはし先生'],
		['スミス先生に聞いた', 'スミス先生'],
		['ｻﾄｳさんの意見', 'ｻﾄｳさん'],
		['講師は鈴木氏。', '鈴木氏'],
		['渡辺様より', '渡辺様'],
		['麻生さんと土屋さん', '麻生さん', '土屋さん'],
		['弥生さん', '弥生さん'],
		['ゆいとさん、りこさん', 'ゆいとさん', 'りこさん'],
	])('%s', (text, ...names) => {
		expect(found(text)).toEqual(names.map((name) => `person:${name}`));
	});

	test.each([
		...[
			'お客さん',
			'皆さん',
			'担任の先生',
			'ALTの先生',
			'たくさん',
			'図書館',
			'6年生の皆さんと図書館で',
			'子どもたちがたくさん話した',
		],
		...[
			'みなさんで',
			'お母さんとお父さん',
			'おばあちゃんの話',
			'赤ちゃん',
			'保護者さん',
			'店員さん',
			'パン屋さん',
			'八百屋さんの見学',
		],
		...[
			'校長先生',
			'教頭先生と',
			'音楽専科先生',
			'養護の先生',
			'若手の先生',
			'先生方',
			'先生が見ながら先生も',
			'3人の先生',
			'この先生',
		],
		...['ちゃんと保存する', '子どもがちゃんと書いた', '取りくんだ', '進んでとりくんでいる', '書くんだと', '行くんです'],
		...[
			'さんすうの時間',
			'おさんぽ',
			'様子を見る',
			'同様に',
			'多様な考え',
			'子どもの様に',
			'各様式',
			'国歌君が代',
			'仕様',
		],
		...[
			'ゲストティーチャーさん',
			'地域の方',
			'ICT支援員さん',
			'消防署の署員さん',
			'大工さん',
			'1年生さん',
			'2組さん',
			'諸君',
		],
		...['端末を使って調べ、発表した。', '生成AIの使い方を話し合った'],
	])('nobody by name: %s', (text) => {
		expect(found(text)).toEqual([]);
	});
});

describe('what leads to a person', () => {
	test.each([
		['連絡は taro.yamada+a@aoba.example.jp まで', 'mail:taro.yamada+a@aoba.example.jp'],
		['ｔａｒｏ＠ａｏｂａ．ｅｘａｍｐｌｅ', 'mail:ｔａｒｏ＠ａｏｂａ．ｅｘａｍｐｌｅ'],
		['電話は022-214-8877へ', 'telephone:022-214-8877'],
		['０９０ー１２３４ー５６７８', 'telephone:０９０ー１２３４ー５６７８'],
		['09012345678', 'telephone:09012345678'],
		['022(214)8877', 'telephone:022(214)8877'],
		['出席番号12番', 'label:出席番号'],
		['氏名を消した', 'label:氏名'],
		['児童名つき', 'label:児童名'],
		['アカウント s2026014 で', 'number:s2026014'],
		['番号は 1234567 です', 'number:1234567'],
	])('%s', (text, words) => {
		expect(found(text)).toEqual([words]);
	});

	test.each(['2026-11-21に実施', '20261121', '10,000円', '030', '1人1台端末', '児童名簿', '第12345回', 'ISO9001'])(
		'nothing: %s',
		(text) => {
			expect(found(text)).toEqual([]);
		},
	);
});

test('several stand in the order of their place, with the place to mark', () => {
	const text = '３年の山田さん（s2026014）と出席番号5番の佐藤くん';
	const words = personalWordsIn(text);
	expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
		'山田さん',
		's2026014',
		'出席番号',
		'佐藤くん',
	]);
	expect(words.map(({ start }) => start)).toEqual(words.map(({ start }) => start).toSorted((a, b) => a - b));
});

test('a long text is read in a moment', () => {
	const text = 'さん'.repeat(5_000) + '山'.repeat(5_000) + '0'.repeat(5_000);
	const before = performance.now();
	personalWordsIn(text);
	expect(performance.now() - before).toBeLessThan(1_000);
});
