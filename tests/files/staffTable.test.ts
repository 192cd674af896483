import { describe, expect, test } from 'vitest';
import { staffItems } from '../../src/domain/plan/staffChecklist.ts';
import { readStaffTable } from '../../src/files/staffTable.ts';

const numbers = staffItems.map((_, index) => [index, 10, 3, 1]);
const table = (lines: readonly string[]) => readStaffTable(lines.join('\n'));
const plain = numbers.map((row) => row.join('\t'));

describe('a table from a spreadsheet', () => {
	test.each([
		['numbers alone', plain],
		['with commas', numbers.map((row) => row.join(','))],
		[
			'with full-width digits and 人',
			numbers.map((row) =>
				row.map((n) => `${String(n).replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)] ?? '')}人`).join('\t'),
			),
		],
		['with a heading', ['できる\tややできる\tあまりできない\tほとんどできない', ...plain]],
		[
			'with a heading that numbers the levels',
			['項目\t4 できる\t3 ややできる\t2 あまりできない\t1 ほとんどできない', ...plain],
		],
		['with the items’ names', numbers.map((row, index) => [staffItems[index]?.label, ...row].join('\t'))],
		[
			'with names and sentences',
			numbers.map((row, index) => [staffItems[index]?.label, staffItems[index]?.text, ...row].join('\t')),
		],
		['with a sum after them', numbers.map((row) => [...row, row.reduce((a, b) => a + b)].join('\t'))],
		[
			'with headings of the categories between',
			plain.flatMap((row, index) => (index % 4 === 0 ? ['A 教材研究などにICTを活用する能力', row] : [row])),
		],
		['with empty lines', plain.flatMap((row) => [row, ''])],
	])('is read: %s', (_, lines) => {
		expect(table(lines)).toEqual({ ok: true, value: numbers });
	});

	test('may leave an item out where its row has its name', () => {
		const named = numbers.map((row, index) =>
			[staffItems[index]?.label, ...(index === 5 ? ['', '', '', ''] : row)].join('\t'),
		);
		const read = table(named);
		expect(read.ok && read.value[5]).toBeNull();
		expect(read.ok && read.value[6]).toEqual([6, 10, 3, 1]);
	});

	test.each([
		['rows', plain.slice(1)],
		['rows', [...plain, '1\t2\t3\t4']],
		['columns', plain.map((row, index) => (index === 3 ? '1\t2\t3' : row))],
		['columns', plain.map((row, index) => (index === 3 ? `${row}\t99` : row))],
		['columns', plain.map((row, index) => (index === 3 ? '1\t-2\t3\t4' : row))],
		['columns', plain.map((row, index) => (index === 3 ? '1\t2\tx\t4' : row))],
		['columns', plain.map((row, index) => (index === 3 ? '1\t\t3\t4' : row))],
		['columns', plain.map((row, index) => (index === 3 ? '1\t2\t3\t1000' : row))],
		['empty', []],
		['rows', ['ここには表がありません']],
	] as const)('is refused as %s, and says so in a sentence', (reason, lines) => {
		const read = table(lines);
		expect(read).toMatchObject({ ok: false, refusal: { reason } });
	});

	test('tells the line that it could not read', () => {
		const read = table(plain.map((row, index) => (index === 3 ? '1\t2\t3' : row)));
		expect(read).toMatchObject({ refusal: { sentence: expect.stringMatching(/^4行目から/) } });
	});
});
