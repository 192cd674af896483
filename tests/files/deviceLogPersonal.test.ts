import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalHeading } from '../../src/files/deviceLogPersonal.ts';
import { heading, refusalOf, saidBy } from './deviceLogRead.ts';

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
	console.info(`deviceLogPersonal: SEED=${seed}`);
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
