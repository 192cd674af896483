import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostLogRows, readDeviceLog } from '../../src/files/deviceLog.ts';
import { readDay, readPeriod } from '../../src/files/deviceLogDates.ts';
import { personalHeading } from '../../src/files/deviceLogPersonal.ts';
import { deviceLogTemplate } from '../../src/files/deviceLogTemplate.ts';
import { tableText } from '../../src/files/tableText.ts';
import { plan2025 } from '../session/browser.ts';

const plan = { indicators: plan2025.indicators, fiscalYear: 2026, today: '2026-11-21' };

const heading = '日付,場面,週3回以上の学級数,学級数';
const read = (...lines: readonly string[]) => readDeviceLog(lines.join('\r\n'), plan);
const logOf = (...lines: readonly string[]) => {
	const log = read(...lines);
	if (!log.ok) throw new Error(log.refusal.sentence);
	return log.value;
};
/** What would be recorded: 「i1 2026-11-18 9/12」. */
const saidBy = (...lines: readonly string[]) =>
	logOf(...lines).observations.map(({ indicator, date, classes, frequency }) =>
		[indicator.split('-').at(-1), date, classes && `${classes.count}/${classes.of}`, frequency]
			.filter(Boolean)
			.join(' '),
	);
const refusalOf = (...lines: readonly string[]) => {
	const log = read(...lines);
	return log.ok ? undefined : log.refusal;
};

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

describe('dates', () => {
	test.each([
		['2026-11-18', '2026-11-18'],
		['2026/1/8', '2026-01-08'],
		['２０２６年１１月１８日', '2026-11-18'],
		['令和8年11月18日（水）', '2026-11-18'],
		['R8.11.18', '2026-11-18'],
		['11/18', '2026-11-18'],
		['2月3日', '2027-02-03'],
		['20261118', '2026-11-18'],
		['2026-11-31', undefined],
		['18', undefined],
		['先週', undefined],
	])('「%s」 is %s', (written, day) => {
		expect(readDay(written, 2026)).toBe(day);
	});

	test.each([
		['2026年10月', '2026-10-31'],
		['10月分', '2026-10-31'],
		['令和8年10月', '2026-10-31'],
		['2026-10', '2026-10-31'],
		['10/1〜10/15', '2026-10-15'],
		['2026-10-01~2026-10-15', '2026-10-15'],
		['10月1日から10月15日まで', '2026-10-15'],
		['11月', '2026-11-21'],
		['11/1～11/30', '2026-11-21'],
		['12月', '2026-12-31'],
		['13月', undefined],
		['10/15〜10/1', undefined],
	])('the period 「%s」 ends on %s', (written, day) => {
		expect(readPeriod(written, 2026, '2026-11-21')).toBe(day);
	});
});

describe('a table that names persons or single devices is refused whole', () => {
	test.each([
		...[
			'氏名',
			'名前',
			'児童名',
			'生徒氏名',
			'児童',
			'生徒',
			'出席番号',
			'番号',
			'学籍番号',
			'名',
			'ふりがな',
			'No.',
			'担任',
		],
		...[
			'ID',
			'ユーザーID',
			'userId',
			'ログインID',
			'student_id',
			'メール',
			'e-mail',
			'メールアドレス',
			'User',
			'アカウント',
		],
		...[
			'シリアル番号',
			'Serial Number',
			'端末名',
			'MACアドレス',
			'氏　名',
			'ｼﾘｱﾙ',
			'名前（姓名）',
			'性別',
			'デバイス名',
		],
	])('the heading 「%s」 is one', (word) => {
		expect(personalHeading(word)).toBeDefined();
		const refusal = refusalOf(`${heading},${word}`, '2026-11-18,①,9,12,x');
		expect(refusal).toMatchObject({ reason: 'personal', sentence: expect.stringContaining('5列目') });
	});

	test.each([
		'児童数',
		'生徒の人数',
		'児童生徒数',
		'端末台数',
		'利用者数',
		'学校名',
		'備考',
		'場面番号',
		'使用率',
		'学級数',
		'grade',
		'利用時間',
	])('the heading 「%s」 is none', (word) => {
		expect(personalHeading(word)).toBeUndefined();
	});

	test.each([
		['names under a harmless heading', '備考', ['佐藤花子', '鈴木 一郎', '髙梨 結衣']],
		['names in the column of classes', '学級', ['佐藤 花子', '鈴木 一郎', '高橋 さくら']],
		['names in Latin letters', 'メモ', ['Sato Hanako', 'Suzuki Ichiro', 'Takahashi Sakura']],
		['names in kana', 'メモ', ['さとう はなこ', 'すずき いちろう', 'たかはし さくら']],
		['an address', 'メモ', ['', 'h.sato@example.jp', '']],
		['serial numbers', 'メモ', ['5CD1234ABC', '5CD1234ABD', '5CD1234ABE']],
		['numbers of persons', 'メモ', ['2026001', '2026002', '2026003']],
		['persons, each in every scene', 'メモ', ['佐藤花子', '佐藤花子', '佐藤花子', '鈴木一郎', '鈴木一郎', '鈴木一郎']],
		['single words that differ', 'メモ', ['はなこさ', 'いちろう', 'さくらこ']],
		['addresses of network cards', 'メモ', ['00:1b:44:11:3a:b7', '', '']],
	])('%s are seen without a heading that says so, and not repeated', (_, word, cells) => {
		const refusal = refusalOf(
			`日付,場面,使用学級数,学級数,${word}`,
			...cells.map((cell, index) => `2026-11-${10 + index},①,9,12,${cell}`),
		);
		expect(refusal).toMatchObject({ reason: 'personal', sentence: expect.stringContaining('5列目') });
		for (const cell of cells.filter(Boolean)) expect(refusal?.sentence).not.toContain(cell);
	});

	test('also where the table is none of ours, and where persons are its columns', () => {
		expect(refusalOf('出席番号,氏名,使用日数', '1,佐藤花子,3')).toMatchObject({ reason: 'personal' });
		expect(refusalOf('クラス名簿', '番号,なまえ', '1,はなこ')).toMatchObject({ reason: 'personal' });
		expect(refusalOf('日付,場面,佐藤 花子,鈴木 一郎', '11/18,1,3,4')).toMatchObject({ reason: 'personal' });
		expect(refusalOf('氏名,学年', heading, '11/18,1,3,4')).toMatchObject({ reason: 'personal' });
	});

	test('classes with names of their own are no persons', () => {
		const form = '日付,場面,学級,使用日数,授業日数';
		const classes = ['5年1組', '5-2', 'ひまわり', 'さくら学級', '特別支援', '６の１', '通級指導'];
		expect(saidBy(form, ...classes.map((each) => `10/30,1,${each},15,20`))).toEqual(['i1 2026-10-30 7/7']);
	});

	test('sums with many digits, and the same remark in every row, are no persons', () => {
		const minutes = ['1234', '2345', '3456', '4567'].map((each, index) => `10/${index + 1},1,9,12,${each},学校全体`);
		expect(saidBy(`${heading},利用時間,備考`, ...minutes)).toHaveLength(4);
	});

	const seed = Number(process.env.SEED ?? Date.now());
	console.info(`deviceLog: SEED=${seed}`);
	const surname = fc.constantFrom('佐藤', '鈴木', '高橋', '渡邊', '及川', '早坂', '菅原');
	const given = fc.constantFrom('花子', '一郎', 'さくら', '結衣', 'ハナ', '大翔');
	const person = fc.tuple(surname, fc.constantFrom('', ' ', '　'), given).map((parts) => parts.join(''));

	test('whoever they are and wherever their column stands', () => {
		fc.assert(
			fc.property(fc.uniqueArray(person, { minLength: 3, maxLength: 12 }), fc.nat(4), (persons, at) => {
				const beside = (cells: readonly string[], more: string) => cells.toSpliced(at, 0, more).join(',');
				const lines = persons.map((each, index) => beside([`11/${index + 1}`, '1', '9', '12'], each));
				const refusal = refusalOf(beside(heading.split(','), '列'), ...lines);
				expect(refusal?.reason).toBe('personal');
				expect(persons.some((each) => refusal?.sentence.includes(each))).toBe(false);
			}),
			{ seed },
		);
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
