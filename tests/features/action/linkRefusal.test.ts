import { describe, expect, test } from 'vitest';
import { linkRefusal } from '../../../src/features/action/linkRefusal.ts';

describe('a link as 根拠資料', () => {
	test.each(['https://example.ed.jp/report', 'http://192.0.2.1/a', 'HTTPS://EXAMPLE.ED.JP/', 'https://例.jp/資料'])(
		'is taken: %s',
		(url) => {
			expect(linkRefusal('指導案', url)).toBeUndefined();
		},
	);

	test.each([
		'javascript:alert(1)',
		'JavaScript:alert(1)',
		' javascript:alert(1)',
		'java\nscript:alert(1)',
		'data:text/html,x',
		'vbscript:x',
		'blob:https://example.ed.jp/1',
		'file:///C:/Users/a.docx',
	])('is refused with a sentence that says what to do: %s', (url) => {
		expect(linkRefusal('指導案', url)).toContain('https://');
	});

	test.each(['', 'example', 'C:', 'ここを見る', 'https://', '//example.ed.jp/a'])(
		'is not even an address: 「%s」',
		(url) => {
			expect(linkRefusal('指導案', url)).toBeDefined();
		},
	);

	test('needs a title', () => {
		expect(linkRefusal('', 'https://example.ed.jp/')).toContain('題名');
	});
});
