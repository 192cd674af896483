import { describe, expect, test } from 'vitest';
import { SchoolRow } from '../../src/domain/exchange/board.ts';
import { readSchoolList } from '../../src/files/schoolList.ts';
import { schoolListTemplate } from '../../src/files/schoolListTemplate.ts';
import { schoolListText } from '../../src/files/schoolListText.ts';

const heading = '学校コード,学校名,校種,特別支援学級,院内学級';
const list = (...lines: readonly string[]) => readSchoolList([heading, ...lines].join('\r\n'));
const schoolsOf = (...lines: readonly string[]) => {
	const { faults, schools } = list(...lines);
	expect(faults).toEqual([]);
	return schools.map(({ school }) => school);
};
const sentencesOf = (text: string) => readSchoolList(text).faults.map(({ sentence }) => sentence);
/** The one fault of a line that stands in row 2. */
const faultOf = (line: string) => {
	const { faults, schools } = list(line);
	expect(schools).toEqual([]);
	expect(faults.map(({ row }) => row)).toEqual([2]);
	return faults[0]?.sentence ?? '';
};

describe('a list as a board keeps it', () => {
	test('becomes the rows that the endpoint takes', () => {
		const { schools, faults, notices } = list('E001,青葉小学校,小学校,ある,なし', 'J001,青葉中学校,中学校,なし,ある');
		expect(faults).toEqual([]);
		expect(notices).toEqual([]);
		expect(schools).toEqual([
			{ row: 2, school: { code: 'E001', name: '青葉小学校', schoolType: 'elementary', units: ['specialNeedsClass'] } },
			{ row: 3, school: { code: 'J001', name: '青葉中学校', schoolType: 'lowerSecondary', units: ['hospitalClass'] } },
		]);
		for (const { school } of schools) expect(SchoolRow.safeParse(school).success).toBe(true);
	});

	test('may have its columns in any order, among others, under names of its own', () => {
		const { schools, faults } = readSchoolList(
			'No.,学校種別,名　称,電話,学校コード（国）,院内学級の有無,特支学級数\n1,中,青葉中学校,000,J001,×,3学級',
		);
		expect(faults).toEqual([]);
		expect(schools[0]?.school).toEqual({
			...{ code: 'J001', name: '青葉中学校', schoolType: 'lowerSecondary', units: ['specialNeedsClass'] },
		});
	});

	test('may have a title and empty rows; rows are counted as Excel counts them', () => {
		const { schools, faults } = readSchoolList(
			`令和7年度 学校一覧,,,,\n,,,,\n${heading}\nE001,青葉小学校,小,,\n,,,,\nE002,若葉小学校,小,,たぶん\n`,
		);
		expect(schools.map(({ row }) => row)).toEqual([4]);
		expect(faults.map(({ row }) => row)).toEqual([6]);
	});

	test('may break a name over two lines inside quotes, as Excel does', () => {
		expect(
			schoolsOf('E001,"青葉市立\n青葉小学校",小,,', 'E002,"若葉小学校, 分校",小,,').map(({ name }) => name),
		).toEqual(['青葉市立青葉小学校', '若葉小学校, 分校']);
	});

	test('may be cells copied out of a spreadsheet', () => {
		const copied = `${heading}\nE001,青葉小学校,小学校,○,\n`.replaceAll(',', '\t');
		const { schools, faults } = readSchoolList(copied);
		expect(faults).toEqual([]);
		expect(schools[0]?.school.units).toEqual(['specialNeedsClass']);
	});

	test.each([';', '\t', ','])('may be separated by 「%s」', (mark) => {
		expect(readSchoolList(`${heading}\nE001,青葉小学校,小,,`.replaceAll(',', mark)).schools).toHaveLength(1);
	});

	test.each(['\r\n', '\n', '\r'])('may end its lines with %j', (end) => {
		expect(readSchoolList([heading, 'E001,青葉小学校,小,,', 'E002,若葉小学校,小,,'].join(end)).schools).toHaveLength(2);
	});

	test('may have codes in full-width digits; they are the same codes', () => {
		expect(schoolsOf('Ｅ００１,青葉小学校,小,,')[0]?.code).toBe('E001');
		expect(list('E001,青葉小学校,小,,', 'Ｅ００１,若葉小学校,小,,').faults).toMatchObject([{ row: 3 }]);
	});

	test('keeps the zeros that a code begins with', () => {
		expect(schoolsOf('0012,青葉小学校,小,,')[0]?.code).toBe('0012');
	});

	test('may have rows that are shorter than the heading', () => {
		expect(schoolsOf('E001,青葉小学校,小')[0]?.units).toEqual([]);
	});
});

describe('校種', () => {
	test.each([
		['小学校', 'elementary'],
		['小', 'elementary'],
		['中', 'lowerSecondary'],
		['高', 'upperSecondary'],
		['高校', 'upperSecondary'],
		['高等学校', 'upperSecondary'],
		['中等教育学校', 'secondary'],
		['特別支援学校', 'specialNeeds'],
		['特支', 'specialNeeds'],
		[' 小 学 校 ', 'elementary'],
	] as const)('「%s」 is %s', (written, schoolType) => {
		expect(schoolsOf(`E001,青葉,${written},,`)[0]?.schoolType).toBe(schoolType);
	});

	test('high schools have 情報科 unless the list says otherwise', () => {
		expect(
			schoolsOf('H001,青葉高等学校,高,,', 'S001,青葉中等,中等,,', 'E001,青葉小,小,,').map(({ units }) => units),
		).toEqual([['informatics'], ['informatics'], []]);
		const { schools } = readSchoolList(`${heading},情報科\nH001,青葉高等学校,高,,,なし\nH002,若葉高等学校,高,,,ある`);
		expect(schools.map(({ school }) => school.units)).toEqual([[], ['informatics']]);
	});

	test('that does not exist here says what to write', () => {
		expect(faultOf('K001,青葉こども園,こども園,,')).toContain('小学校・中学校・高等学校・中等教育学校・特別支援学校');
		expect(faultOf('K001,青葉学園,義務教育学校,,')).toContain('2行に分けて');
		expect(faultOf('K001,青葉学園,,,')).toContain('校種が空');
	});
});

describe('ある and なし', () => {
	test.each(['ある', '有', '○', '〇', '◯', '1', '１', '2学級', '12', 'レ', 'YES', '✓'])('「%s」 is ある', (written) => {
		expect(schoolsOf(`E001,青葉小学校,小,${written},`)[0]?.units).toEqual(['specialNeedsClass']);
	});

	test.each(['', 'なし', '無', '無し', '×', 'Ｘ', '0', '０', '-', 'ー', '－', '―'])('「%s」 is なし', (written) => {
		expect(schoolsOf(`E001,青葉小学校,小,${written},`)[0]?.units).toEqual([]);
	});

	test('anything else is asked about', () => {
		expect(faultOf('E001,青葉小学校,小,たぶん,')).toBe(
			'「特別支援学級」の「たぶん」が分かりません。「ある」か「なし」を入れてください。',
		);
	});
});

describe('what is wrong is told by its row', () => {
	test('a code that stands there twice names the other row', () => {
		const { faults } = list('E001,青葉小学校,小,,', 'E002,若葉小学校,小,,', 'E001,緑小学校,小,,');
		expect(faults).toEqual([
			{ row: 4, sentence: '学校コード「E001」は2行目にもあります。学校ごとに別のコードにしてください。' },
		]);
	});

	test('a number that Excel shortened is recognised', () => {
		expect(faultOf('1.04E+11,青葉小学校,小,,')).toContain('文字列');
	});

	test.each([
		[',青葉小学校,小,,', '学校コードが空です。'],
		['E001,,小,,', '学校名が空です。'],
		['青1,青葉小学校,小,,', '学校コード「青1」は使えません'],
		[`${'E'.repeat(33)},青葉小学校,小,,`, '32文字まで'],
		[`E001,${'青'.repeat(61)},小,,`, '60文字まで'],
	])('%s', (line, sentence) => {
		expect(faultOf(line)).toContain(sentence);
	});

	test('several faults of one row are all told', () => {
		expect(list(',,,たぶん,').faults.map(({ row }) => row)).toEqual([2, 2, 2, 2]);
	});

	test('quotes that never close swallow the rest of the file: nothing of it counts', () => {
		const { schools, faults } = list('E001,青葉小学校,小,,', 'E002,"若葉小学校,小,,', 'E003,緑小学校,小,,');
		expect(schools).toEqual([]);
		expect(faults).toMatchObject([{ row: 3 }]);
		expect(faults[0]?.sentence).toContain('引用符');
	});

	test.each([
		['', '見出しの行が見つかりません'],
		['青葉小学校\n若葉小学校', '見出しの行が見つかりません'],
		['学校名,校種\n青葉小学校,小', '「学校コード」の列がありません'],
		['学校コード,住所\nE001,青葉', '見出しの行が見つかりません'],
		['学校コード,校種\nE001,小', '「学校名」の列がありません'],
		['学校コード,学校名,名称,校種\nE001,青葉,青葉,小', '「学校名」の列が2つあります'],
		[`${heading}\n,,,,\n`, '学校が1校もありません'],
	])('a list without its form: %j', (text, sentence) => {
		expect(sentencesOf(text)).toHaveLength(1);
		expect(sentencesOf(text)[0]).toContain(sentence);
	});

	test('a column of classes that is missing is read as なし, and said so', () => {
		const { schools, faults, notices } = readSchoolList('学校コード,学校名,校種\nE001,青葉小学校,小');
		expect(faults).toEqual([]);
		expect(schools[0]?.school.units).toEqual([]);
		expect(notices).toHaveLength(2);
		expect(notices[0]).toContain('「特別支援学級」の列がない');
	});
});

describe('many schools', () => {
	const lines = Array.from({ length: 5_000 }, (_, index) => `E${index},青葉第${index}小学校,小,ある,`);

	test('5,000 are read while nobody notices', () => {
		const begun = performance.now();
		expect(schoolsOf(...lines)).toHaveLength(5_000);
		expect(performance.now() - begun).toBeLessThan(1_000);
	});

	test('more than 5,000 are to be divided', () => {
		const { schools, faults } = list(...lines, 'E5000,青葉小学校,小,,');
		expect(schools).toEqual([]);
		expect(faults[0]?.sentence).toContain('5,001行');
	});
});

describe('the template', () => {
	test('is read by its own reader, and its examples cannot be registered by mistake', () => {
		const { faults } = readSchoolList(schoolListTemplate);
		expect(faults.map(({ row }) => row)).toEqual([2, 3]);
		expect(faults[0]?.sentence).toContain('ひな形の例のまま');
		expect(readSchoolList(schoolListTemplate.replaceAll('（例）', '')).schools).toHaveLength(2);
	});
});

describe('the bytes of a file', () => {
	const text = `${heading}\r\nE001,青葉小学校,小学校,ある,なし\r\n`;
	const utf8 = (content: string) => new TextEncoder().encode(content);
	/** 「学校,小」 as Excel writes it on a Japanese Windows, with ① and 髙 of its own extension. */
	const shiftJis = Uint8Array.of(0x8a, 0x77, 0x8d, 0x5a, 0x2c, 0x8f, 0xac, 0x87, 0x40, 0xfb, 0xfc);
	const utf16 = (content: string) =>
		Uint8Array.from([
			0xff,
			0xfe,
			...[...content].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
		]);

	test.each([
		['UTF-8', utf8(text)],
		['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
		['UTF-16 (Excelの「Unicode テキスト」)', utf16(text)],
	])('%s', (_, bytes) => {
		const read = schoolListText(bytes);
		expect(read.ok && readSchoolList(read.value).schools.map(({ school }) => school.name)).toEqual(['青葉小学校']);
	});

	test('Shift_JIS', () => {
		expect(schoolListText(shiftJis)).toEqual({ ok: true, value: '学校,小①髙' });
	});

	test.each([
		['nothing', new Uint8Array(), 'empty'],
		['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14), 'workbook'],
		['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'workbook'],
		['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00), 'unreadable'],
		['a text with a zero in it', utf8('学校\0コード'), 'unreadable'],
		['something enormous', new Uint8Array(5_000_001).fill(0x41), 'tooLarge'],
	])('%s is refused with a way on', (_, bytes, reason) => {
		const read = schoolListText(bytes);
		expect(!read.ok && read.refusal.reason).toBe(reason);
		expect(!read.ok && read.refusal.sentence).toMatch(/ください。|まで/);
	});
});
