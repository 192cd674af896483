import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostLogRows, readDeviceLog } from '../../src/files/deviceLog.ts';
import { deviceLogTemplate } from '../../src/files/deviceLogTemplate.ts';
import { tableText } from '../../src/files/tableText.ts';
import { heading, logOf, plan, refusalOf, saidBy } from './deviceLogRead.ts';

describe('a summary of the whole school', () => {
	test('gives one observation a row', () => {
		expect(saidBy(heading, '2026-11-18,①,9,12', '2026-11-18,②,１２,１２学級', '2026-06-12,①,0,12')).toEqual([
			...['i1 2026-06-12 0/12', 'i1 2026-11-18 9/12', 'i2 2026-11-18 12/12'],
		]);
	});

	test('may say how often as well, or nothing but that', () => {
		expect(saidBy('日付,場面,頻度', '11/18,1,週３回以上', '11/18,2,未測定')).toEqual([
			...['i1 2026-11-18 threePerWeek', 'i2 2026-11-18 unmeasured'],
		]);
		expect(saidBy(`${heading},頻度`, '11/18,1,9,12,ほぼ毎日', '11/18,2,,,未測定', '11/18,3,9,12,')).toEqual([
			...['i1 2026-11-18 9/12 almostDaily', 'i2 2026-11-18 unmeasured', 'i3 2026-11-18 9/12'],
		]);
	});

	test('may have its columns in any order, under other names, beside sums that are not ours, below a title', () => {
		expect(
			saidBy(
				'青葉モデル小学校（架空）端末の利用,,,,',
				',,,,',
				'全学級数（学級）,児童数,利用学級数,場面番号,集計日',
				'12,340,9,場面①,R8.11.18',
			),
		).toEqual(['i1 2026-11-18 9/12']);
	});

	test.each(['①', '1', '１', '場面1', '(1)', '児童生徒が自分で調べる場面', '自分で調べる場面'])(
		'finds its scene by 「%s」',
		(scene) => {
			expect(saidBy(heading, `2026-11-18,${scene},9,12`)).toEqual(['i1 2026-11-18 9/12']);
		},
	);

	test.each([',', '\t', ';'])('may be separated by %j', (mark) => {
		expect(readDeviceLog(`${heading}\n2026-11-18,①,9,12`.replaceAll(',', mark), plan)).toMatchObject({ ok: true });
	});

	test('refuses a row by its number and goes on with the others', () => {
		const log = logOf(
			heading,
			'2026-11-18,①,13,12',
			'2026-11-18,②,9,12',
			'2027-04-01,③,9,12',
			'2026-11-18,⑥,9,12',
			'2026-11-22,④,1,2',
			'?,⑤,1,2',
			'2026-11-18,⑤,,12',
		);
		expect(log.observations).toMatchObject([{ classes: { count: 9, of: 12 } }]);
		expect(log.faults.map(({ row }) => row)).toEqual([2, 4, 5, 6, 7, 8]);
		expect(log.faults.map(({ sentence }) => sentence).join('\n')).toMatchInlineSnapshot(`
			"週3回以上の学級（13）が、全部の学級（12）より多くなっています。
			日付は、この年度（2026年4月1日から2027年3月31日まで）のなかで入れてください。
			場面が読めません。①・②・③・④・⑤のどれかを入れてください。
			まだ来ていない日です。調べた日を入れてください。
			日付か期間が読めません。「2026-11-18」のように入れてください。
			学級の数は、週3回以上の学級と、全部の学級の両方を入れてください。"
		`);
	});

	test('the same scene and day twice is not one number', () => {
		const log = logOf(heading, '2026-11-18,①,9,12', '2026-11-18,①,8,12');
		expect(log.observations).toEqual([]);
		expect(log.faults).toMatchObject([{ row: 3, sentence: expect.stringContaining('2行目') }]);
		expect(log.heldBack).toMatchObject([{ date: '2026-11-18', row: 3 }]);
	});
});

describe('a summary in parts', () => {
	test('adds up grades', () => {
		const form = '期間,場面,学年,使用学級数,全学級数';
		expect(saidBy(form, '10月,1,3年,2,2', '10月,1,4年,1,2', '10月,2,3年,0,2')).toEqual([
			...['i1 2026-10-31 3/4', 'i2 2026-10-31 0/2'],
		]);
	});

	test('counts a class with three of five school days', () => {
		const form = '期間,場面,学年,学級,使用日数,授業日数';
		expect(
			saidBy(form, '10/1〜10/31,1,5年,1組,12,20', '10/1〜10/31,1,5年,2組,11,20', '10/1〜10/31,1,6年,1組,20,20'),
		).toEqual(['i1 2026-10-31 2/3']);
	});

	test('with a row that cannot be read is held back: half a school is no number', () => {
		const form = '日付,場面,学級,使用日数,授業日数';
		const log = logOf(
			form,
			'10/30,1,5年1組,12,20',
			'10/30,1,5年2組,21,20',
			'10/30,2,5年1組,12,20',
			'10/30,2,5年2組,3,4',
		);
		expect(log.observations).toEqual([]);
		expect(log.heldBack.map(({ row }) => row)).toEqual([3, 5]);
		const unknown = logOf(form, '10/30,1,5年1組,12,20', '9/30,1,5年1組,12,20', '10/30,?,5年2組,12,20');
		expect(unknown.observations).toMatchObject([{ date: '2026-09-30' }]);
	});

	test('a whole school beside its grades, and two frequencies, are told apart', () => {
		const mixed = logOf('日付,場面,学年,使用学級数,学級数', '10/30,1,3年,2,2', '10/30,1,,9,12');
		expect(mixed.faults).toMatchObject([{ row: 3, sentence: expect.stringContaining('書き方がちがいます') }]);
		const often = logOf(
			'日付,場面,学年,使用学級数,学級数,頻度',
			'10/30,1,3年,2,2,ほぼ毎日',
			'10/30,1,4年,2,2,週1回以上',
		);
		expect(often.faults).toMatchObject([{ row: 3, sentence: expect.stringContaining('頻度が合いません') }]);
		expect([mixed.observations, often.observations]).toEqual([[], []]);
	});
});

describe('what a file may not be', () => {
	test.each([
		[['これは,表ではない', 'a,b'], 'noHeading'],
		[['日付,場面'], 'missingColumn'],
		[['日付,使用学級数,学級数'], 'missingColumn'],
		[['場面,使用学級数,学級数'], 'missingColumn'],
		[['日付,場面,使用学級数'], 'missingColumn'],
		[['日付,場面,使用日数,授業日数'], 'missingColumn'],
		[['日付,日付,場面,使用学級数,学級数'], 'doubleColumn'],
		[[heading], 'empty'],
		[[heading, '2026-11-18,①,"9,12'], 'quotes'],
		[[heading, ...Array.from({ length: mostLogRows + 1 }, () => '2026-11-18,①,9,12')], 'tooMany'],
	])('%j is refused as %s', (lines, reason) => {
		expect(refusalOf(...lines)).toMatchObject({ reason });
	});

	test('whatever it holds, reading it never throws', () => {
		const cell = fc.oneof(fc.string(), fc.constantFrom('日付', '場面', '①', '学級数', '使用学級数', '"', '11/18', '9'));
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
				const log = readDeviceLog(rows.map((cells) => cells.join(',')).join('\n'), plan);
				expect(log.ok || log.refusal.sentence.endsWith('。')).toBe(true);
			}),
		);
	});
});

describe('files', () => {
	test('the sample of the fictional school reads as it should, one row refused', () => {
		const sample = readFileSync(join(import.meta.dirname, 'samples/aoba-model-device-log.csv'), 'utf8');
		expect(readDeviceLog(sample, plan)).toMatchObject({
			value: { observations: [{ classes: { count: 5, of: 6 }, date: '2026-10-31' }], faults: [{ row: 9 }], rows: 6 },
		});
	});

	test('the template is read back, and records nothing before it is filled in', () => {
		const template = deviceLogTemplate('2026-11-18');
		expect(logOf(template).observations).toEqual([]);
		expect(logOf(template).faults).toHaveLength(5);
		expect(saidBy(template.replaceAll(',,12', ',9,12'))).toHaveLength(5);
	});

	test('Shift_JIS, as Excel writes it, is read', () => {
		// 日付,場面
		const bytes = Uint8Array.from([0x93, 0xfa, 0x95, 0x74, 0x2c, 0x8f, 0xea, 0x96, 0xca]);
		const words = { workbook: '', tooLarge: '' };
		expect(tableText(bytes, words)).toEqual({ ok: true, value: '日付,場面' });
		expect(tableText(Uint8Array.from([0x50, 0x4b, 0x03, 0x04]), words)).toMatchObject({
			refusal: { reason: 'workbook' },
		});
		expect(tableText(new Uint8Array(5_000_001), words)).toMatchObject({ refusal: { reason: 'tooLarge' } });
	});
});
