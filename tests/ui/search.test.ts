import { describe, expect, test } from 'vitest';
import { foldForSearch, matches } from '../../src/ui/search.ts';

const finds = (typed: string, printed: string) => matches(foldForSearch(printed), typed);

describe('the search finds', () => {
	test.each([
		['ﾀﾌﾞﾚｯﾄ', 'タブレット端末の活用'],
		['たぶれっと', 'タブレット端末の活用'],
		['タブレット', 'たぶれっと'],
		['1人1台', '１人１台端末'],
		['１人１台', '1人1台端末'],
		['ict', 'ICTを活用した授業'],
		['ＩＣＴ', 'ictを活用'],
		['サーバ', '校内サーバーの更新'],
		['サーバー', '校内サーバの更新'],
		['ｻｰﾊﾞｰ', '校内サーバの更新'],
		['授業 事例', 'ICTを活用した授業実践事例'],
		['事例　授業', 'ICTを活用した授業実践事例'],
		[' 授業 ', '授業'],
		['授業実践', '授業 実践'],
		['年1回以上', '年１回以上'],
		['㈱', '(株)'],
		['ヴァーチャル', 'ゔぁーちゃる'],
		['', '何でも'],
		['　', '何でも'],
	])('「%s」 in 「%s」', (typed, printed) => {
		expect(finds(typed, printed)).toBe(true);
	});

	test.each([
		['授業 給食', 'ICTを活用した授業'],
		['タブレット', 'デジタル教科書'],
		['はば', 'はは'],
	])('not 「%s」 in 「%s」', (typed, printed) => {
		expect(finds(typed, printed)).toBe(false);
	});
});
