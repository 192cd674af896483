import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCode, invitationAddress, mintCode, readCode } from '../../../src/domain/exchange/code.ts';
import { CodeLookup } from '../../../src/domain/exchange/enrolment.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`code.test.ts: SEED=${seed}`);

const chance = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const code = fc
	.uint8Array({ minLength: 12, maxLength: 12 })
	.map((bytes) => mintCode((room) => room.map((_, index) => bytes[index] ?? 0)));

describe('a new code', () => {
	test('is twelve letters that cannot be mistaken for one another, and the schema takes it', () => {
		const codes = Array.from({ length: 300 }, () => mintCode(chance));
		for (const each of codes) {
			expect(each).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
			expect(CodeLookup.safeParse({ code: each }).success).toBe(true);
		}
		expect(new Set(codes).size).toBe(300);
	});

	test('uses every letter equally often: 32 of them, eight times in all bytes', () => {
		const all = Array.from({ length: 256 }, (_, byte) => mintCode((room) => room.fill(byte))[0] ?? '');
		const counts = new Map<string, number>();
		for (const letter of all) counts.set(letter, (counts.get(letter) ?? 0) + 1);
		expect(counts.size).toBe(32);
		expect([...counts.values()].every((count) => count === 8)).toBe(true);
	});

	test('is written in groups of four', () => {
		expect(formatCode('7K3MQ2XP9TRA')).toBe('7K3M-Q2XP-9TRA');
	});
});

describe('what somebody typed', () => {
	const same: [string, string][] = [
		['as it is printed', '7K3M-01XP-9TRA'],
		['without the strokes', '7K3M01XP9TRA'],
		['in small letters', '7k3m-01xp-9tra'],
		['on a Japanese keyboard', '７ｋ３ｍー０１ｘｐー９ｔｒａ'],
		['with the other Japanese strokes', '７Ｋ３Ｍ－０１ＸＰ−９ＴＲＡ'],
		['with dashes of a word processor', '7K3M–01XP—9TRA'],
		['with blanks, full-width ones too', ' 7K3M　01XP 9TRA\n'],
		['O for zero, I and l for one', '7K3M-OIXP-9TRA'],
		['o and l in small letters', '7k3m-olxp-9tra'],
		['with underscores or dots', '7K3M_01XP.9TRA'],
	];
	test.each(same)('%s', (_, typed) => {
		expect(readCode(typed)).toBe('7K3M01XP9TRA');
	});

	const nothing: [string, string][] = [
		['nothing', ''],
		['a letter short', '7K3M-01XP-9TR'],
		['a letter more', '7K3M-01XP-9TRAA'],
		['U, which no code has', '7K3M-01XP-9TRU'],
		['words', 'こーどをいれてください'],
		['twelve letters of another alphabet', 'あいうえおかきくけこさし'],
		['an address without a code', 'https://masume.example/join'],
		['an address with half of one', 'https://masume.example/join#7K3M'],
	];
	test.each(nothing)('%s is no code', (_, typed) => {
		expect(readCode(typed)).toBeUndefined();
	});

	test('never throws, and gives nothing but codes', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
				const read = readCode(typed);
				expect(read === undefined || CodeLookup.safeParse({ code: read }).success).toBe(true);
			}),
			{ seed, numRuns: 500 },
		);
	});
});

describe('an invitation', () => {
	test('leads to the page, with the code where no server hears of it', () => {
		const address = invitationAddress('https://masume.example', '7K3MQ2XP9TRA');
		expect(address).toBe('https://masume.example/join#7K3M-Q2XP-9TRA');
		expect(new URL(address).pathname + new URL(address).search).toBe('/join');
	});

	test('is read back by every way in: scanned, pasted, typed', () => {
		fc.assert(
			fc.property(code, (minted) => {
				expect(readCode(invitationAddress('https://masume.example', minted))).toBe(minted);
				expect(readCode(formatCode(minted))).toBe(minted);
				expect(readCode(formatCode(minted).toLowerCase())).toBe(minted);
			}),
			{ seed, numRuns: 300 },
		);
	});
});
