import { describe, expect, test } from 'vitest';
import { isThisMachine, isUnprotected, originOf } from '../../src/board/codes/siteAddress.ts';
import { contactWord, formalDate, kindWords } from '../../src/board/words.ts';

describe('dates', () => {
	test.each([
		['2025-12-21T05:32:00Z', '令和7年12月21日（2025年）'],
		['2026-01-05T00:00:00Z', '令和8年1月5日（2026年）'],
		['2025-12-31T15:00:00Z', '令和8年1月1日（2026年）'],
	])('%s is formally %s', (at, words) => {
		expect(formalDate(at)).toBe(words);
	});

	test('a contact of another year says its year', () => {
		expect(contactWord('2025-11-20T23:05:00Z', '2025-11-21T05:32:00Z')).toBe('11月21日 8:05');
		expect(contactWord('2025-11-20T23:05:00Z', '2026-01-21T05:32:00Z')).toBe('2025年11月21日 8:05');
		expect(contactWord('2025-12-31T15:05:00Z', '2026-01-21T05:32:00Z')).toBe('1月1日 0:05');
	});
});

test('情報科 is not said of a high school', () => {
	expect(kindWords('upperSecondary', ['informatics'])).toEqual(['高等学校']);
	expect(kindWords('elementary', ['specialNeedsClass', 'hospitalClass'])).toEqual([
		'小学校',
		'特別支援学級',
		'院内学級',
	]);
});

describe('the address for the schools', () => {
	test.each([
		['https://masume.example.jp/board', 'https://masume.example.jp'],
		['　https://masume.example.jp：8443/　', 'https://masume.example.jp:8443'],
		['http://10.1.2.3:8787', 'http://10.1.2.3:8787'],
		['masume.example.jp', undefined],
		['javascript:alert(1)', undefined],
		['', undefined],
	])('%j is %j', (typed, origin) => {
		expect(originOf(typed)).toBe(origin);
	});

	test.each(['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787'])(
		'%s is this machine only',
		(origin) => {
			expect(isThisMachine(origin)).toBe(true);
		},
	);

	test('without encryption is told apart', () => {
		expect(isUnprotected('http://10.1.2.3:8787')).toBe(true);
		expect(isUnprotected('https://masume.example.jp')).toBe(false);
		expect(isThisMachine('https://localhost-city.example.jp')).toBe(false);
	});
});
