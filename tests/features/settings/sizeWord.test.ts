import { expect, test } from 'vitest';
import { sizeWord } from '../../../src/features/settings/sizeWord.ts';

test.each([
	[0, '0 B'],
	[0.4, '0 B'],
	[1, '1 B'],
	[999, '999 B'],
	[1000, '1.0 kB'],
	[52_345, '52.3 kB'],
	[123_456, '123 kB'],
	[999_600, '1.0 MB'],
	[99_960, '100 kB'],
	[1_234_567, '1.2 MB'],
	[6_000_000_000, '6.0 GB'],
	[2_500_000_000_000, '2.5 TB'],
	[1e16, '10000 TB'],
])('%d bytes are 「%s」', (bytes, words) => {
	expect(sizeWord(bytes)).toBe(words);
});
