import { describe, expect, test } from 'vitest';
import { clockWord, dayWord, momentWord, shortDay, shortened } from '../../src/ui/words.ts';

describe('dates and times in words', () => {
	test.each([
		['2025-12-03', '12月3日（水）', '12/3'],
		['2026-01-01', '1月1日（木）', '1/1'],
		['2028-02-29', '2月29日（火）', '2/29'],
		['2026-03-31', '3月31日（火）', '3/31'],
	])('%s', (date, long, short) => {
		expect(dayWord(date)).toBe(long);
		expect(shortDay(date)).toBe(short);
	});

	test.each([
		['2025-12-03T01:42:00.000Z', '12月3日 10:42'],
		['2025-12-02T14:59:59.999Z', '12月2日 23:59'],
		['2025-12-02T15:00:00.000Z', '12月3日 0:00'],
		['2025-12-31T15:05:00.000Z', '1月1日 0:05'],
		['2026-03-31T15:00:00.000Z', '4月1日 0:00'],
	])('a moment is told in Japan, whatever the device thinks: %s', (at, words) => {
		expect(momentWord(at)).toBe(words);
		expect(clockWord(at)).toBe(words.split(' ')[1]);
	});
});

describe('a sentence cut for a label', () => {
	test('is left alone where it fits', () => {
		expect(shortened('一二三', 3)).toBe('一二三');
	});
	test('says with … that it goes on', () => {
		expect(shortened('一二三四', 3)).toBe('一二三…');
	});
	test('is not cut through a letter of two code units', () => {
		expect(shortened('𠮷野家の話', 1)).toBe('𠮷…');
	});
});
