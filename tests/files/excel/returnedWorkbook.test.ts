import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readReturned } from '../../../src/domain/report/returned.ts';
import { piecesOf } from '../../../src/files/excel/longText.ts';
import { readWorkbook } from '../../../src/files/excel/readWorkbook.ts';
import { unpackedSize } from '../../../src/files/excel/unpackedSize.ts';
import { first, schoolYear, second, strange, strangeYear } from '../../domain/report/returnedSchool.ts';

import { board, bookOf } from './book.ts';

describe('a workbook that comes back', () => {
	test.each([board, { phase: 'midyear', audience: 'public', short: true }] as const)(
		'is known again: %o',
		async (request) => {
			const source = strangeYear().source();
			const { content } = await bookOf(source, request);
			const read = await readWorkbook(content);
			expect(read.ok && readReturned(read.value, source)).toMatchObject({
				ok: true,
				value: { differences: [], changedSince: false },
			});
		},
	);

	test('and was public, says nothing of what it never carried', async () => {
		const { source } = schoolYear(
			[`action/${first}`, 'ratingFinal', 'excellent'],
			[`action/${first}`, 'status', 'notApplicable'],
			[`action/${second}`, 'result', '資料は https://typed.example/a にある'],
		);
		const { content } = await bookOf(source(), { ...board, audience: 'public' });
		const read = await readWorkbook(content);
		expect(read.ok && readReturned(read.value, source())).toMatchObject({ ok: true, value: { differences: [] } });
	});

	const bytes = (...values: number[]) => new Uint8Array(values);
	test.each([
		['a text', new TextEncoder().encode('ID,実績'), 'unreadable'],
		['nothing', bytes(), 'unreadable'],
		['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), 'old'],
		['more than 5 MB', new Uint8Array(5_000_001), 'tooLarge'],
	])('%s is refused', async (_, content, reason) => {
		const read = await readWorkbook(new Uint8Array(content));
		expect(read.ok || read.refusal).toMatchObject({
			reason,
			sentence: expect.stringMatching(/記録は変わっていません。$/),
		});
	});

	test('a workbook of something else is not ours', async () => {
		const content = await writeXlsx({ sheets: [{ name: '名簿', rows: [['組', '人数']] }] });
		const read = await readWorkbook(new Uint8Array(content));
		expect(read.ok && readReturned(read.value, schoolYear().source())).toMatchObject({
			refusal: { reason: 'notOurs' },
		});
	});

	test('a cut-off file is refused', async () => {
		const { content } = await bookOf(schoolYear().source());
		for (const length of [content.length - 30, 2000]) {
			expect(await readWorkbook(content.slice(0, length))).toMatchObject({ refusal: { reason: 'unreadable' } });
		}
	});

	test('a file that would unpack to very much is refused before it is unpacked', async () => {
		const content = await writeXlsx({ sheets: [{ name: 'データ', rows: [['x'.repeat(1000)]] }] });
		const bomb = declaring(new Uint8Array(content), 0x7fffffff);
		expect(unpackedSize(bomb)).toBeGreaterThan(60_000_000);
		expect(await readWorkbook(bomb)).toMatchObject({ refusal: { reason: 'tooLarge' } });
		expect(unpackedSize(declaring(new Uint8Array(content), 0))).toBeUndefined();
	});

	test('one cell in the farthest corner costs nothing', async () => {
		const far = new Map([['1000000,16000', { value: 'x', type: 'string' as const }]]);
		const content = await writeXlsx({ sheets: [{ name: 'データ', rows: [['ID']], cells: far }] });
		const read = await readWorkbook(new Uint8Array(content));
		expect(read.ok && (read.value.data?.length ?? 0)).toBeLessThanOrEqual(2000);
	});
});

/** The same zip with other sizes written in its directory. */
function declaring(content: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
	const changed = content.slice();
	const view = new DataView(changed.buffer);
	for (let at = 0; at < changed.length - 46; at += 1) {
		if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
	}
	return changed;
}

test('pieces of a long text are the text again, and no piece is higher than a row', () => {
	for (const text of [
		strange.long,
		strange.lines.repeat(40),
		`${'あ'.repeat(15)}\n`.repeat(30),
		'',
		'a'.repeat(3000),
	]) {
		const pieces = piecesOf(text, 14);
		expect(pieces.join('')).toBe(text);
		expect(pieces.length).toBeLessThanOrEqual(Math.max(1, text.length / 16));
	}
	expect(piecesOf('短い', 14)).toEqual(['短い']);
});
