import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftJisBytes } from '../../../src/files/shiftJis.ts';

const decoded = (text: string) => new TextDecoder('shift_jis').decode(shiftJisBytes(text).bytes);

describe('Shift_JIS', () => {
	test.each([
		['あ', [0x82, 0xa0]],
		['ｱ', [0xb1]],
		['A\\~\r\n', [0x41, 0x5c, 0x7e, 0x0d, 0x0a]],
		// The same character stands in several places of CP932; these are the ones that Windows writes.
		['㈱', [0x87, 0x8a]],
		['①', [0x87, 0x40]],
		['髙', [0xfb, 0xfc]],
		['﨑', [0xfa, 0xb1]],
		['∵', [0x81, 0xe6]],
		['￢', [0x81, 0xca]],
		['～', [0x81, 0x60]],
		['表', [0x95, 0x5c]],
		['◎○△□☑'.slice(0, 4), [0x81, 0x9d, 0x81, 0x9b, 0x81, 0xa2, 0x81, 0xa0]],
	])('%j is written as Windows writes it', (text, bytes) => {
		expect(shiftJisBytes(text)).toEqual({ bytes: Uint8Array.from(bytes), replaced: [] });
	});

	test('what looks the same on a Mac or an iPad is no loss', () => {
		expect(decoded('〜−—‖¥')).toBe('～－―∥￥');
		expect(shiftJisBytes('〜−—‖¥').replaced).toEqual([]);
		expect(decoded('か\u3099は\u309a')).toBe('がぱ');
	});

	test('what has no place becomes one 〓 and is named once', () => {
		expect(decoded('😀と👨‍👩‍👧と😀')).toBe('〓と〓と〓');
		expect(shiftJisBytes('😀と👨‍👩‍👧と😀').replaced).toEqual(['😀', '👨‍👩‍👧']);
	});

	test('a name keeps its character where only the choice among its drawings is lost', () => {
		expect(decoded('葛\u{e0100}城')).toBe('葛城');
		expect(shiftJisBytes('葛\u{e0100}城').replaced).toEqual(['葛\u{e0100}']);
	});

	test('half a character and private ones are replaced, too', () => {
		expect(decoded('\ud800a\ue000')).toBe('〓a〓');
	});

	test('what is not named reads back as it was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const { replaced } = shiftJisBytes(text);
				if (replaced.length === 0 && !/[〜−—‖¢£¬¥\u00a0]|[\u3040-\u30ff][\u3099\u309a]/.test(text)) {
					expect(decoded(text)).toBe(text);
				}
			}),
		);
		fc.assert(
			fc.property(fc.integer({ min: 0x3041, max: 0x9fa0 }), (point) => {
				const text = String.fromCodePoint(point);
				const { replaced } = shiftJisBytes(text);
				if (text !== '〜') expect(decoded(text) === text).toBe(replaced.length === 0);
			}),
		);
	});
});
