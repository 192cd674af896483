import { folded, logColumnOf } from './deviceLogWords.ts';

/** A column that looks as if it told of single persons or single devices. */
export interface PersonalColumn {
	/** 1 = the first. */
	readonly place: number;
	/** The word of our own list that was found in the heading; nothing of the file itself is repeated. */
	readonly word: string | undefined;
	readonly why: 'heading' | 'address' | 'device' | 'number' | 'name';
}

/** Words of headings under which persons, accounts or single devices stand. Longer ones first: they are what is named. */
const personal = [
	...[
		'児童氏名',
		'生徒氏名',
		'児童生徒名',
		'児童名',
		'生徒名',
		'氏名',
		'姓名',
		'なまえ',
		'名簿',
		'名前',
		'名列',
		'フルネーム',
		'ふりがな',
	],
	...[
		'フリガナ',
		'よみがな',
		'出席番号',
		'学籍番号',
		'児童番号',
		'生徒番号',
		'管理番号',
		'番号',
		'生年月日',
		'性別',
		'保護者',
	],
	...[
		'住所',
		'電話',
		'メールアドレス',
		'メール',
		'アドレス',
		'アカウント',
		'ユーザー',
		'ユーザ',
		'シリアル',
		'端末名',
		'端末id',
	],
	...['機器名', 'デバイス名', 'コンピュータ名', 'コンピューター名', '教員名', '担任', '児童', '生徒'],
	...['username', 'user', 'email', 'e-mail', 'mail', 'account', 'serial', 'imei', 'firstname', 'lastname', 'student'],
];
const wholeWords = ['名', '姓', 'no', 'no.', '№', '端末', '使用者', '利用者', 'name', 'id'];

/** Sums over persons or devices are what a summary is made of: 児童数, 生徒の人数, 端末台数, 利用者数, 利用時間. */
const isSum = (word: string) => /(数|率|割合|平均|合計|時間|分|量)$/.test(word) && !/番号/.test(word);

/** The word of the list that makes a heading personal; undefined for headings of sums and of the format itself. */
export function personalHeading(heading: string): string | undefined {
	if (logColumnOf(heading) !== undefined) return undefined;
	const word = folded(heading);
	const core = word.replace(/\(.*\)$|\[.*\]$|【.*】$/, '');
	if (core === '' || isSum(core) || core.endsWith('場面')) return undefined;
	const found = personal.find((each) => core.includes(folded(each))) ?? wholeWords.find((each) => core === each);
	if (found) return found;
	return /(^|[^a-z])(id|mac|uuid)($|[^a-z])|[a-z]id$/.test(core) ? 'id' : undefined;
}

const address = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const mac = /(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}/i;
const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
/** Letters and digits in one word, as serial numbers and asset tags have them. */
const serial = /^(?=(?:.*\d){2})(?=.*[A-Z])[A-Z\d-]{7,}$/i;

const surnames =
	'佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|齋藤|齊藤|清水|山崎|阿部|安部|池田|橋本|石川|山下|小川|石井|長谷川|後藤|岡田|近藤|前田|藤田|遠藤|青木|坂本|村上|太田|金子|藤井|福田|西村|三浦|竹内|中川|岡本|松田|原田|中野|小野|田村|藤原|中山|石田|小島|和田|菊地|菊池|千葉|工藤|大友|庄子|早坂|今野|伊東|大内|丹野|郷家|高野|菅原|及川|相澤|星|平井|武田|上田|杉山|増田|小山|大塚|平野|千田|畠山|佐野|野口|松尾|菅野|木下|大野';
const knownSurname = new RegExp(`^(?:${surnames})[\\s　]*[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー]{1,4}$`, 'u');
const twoParts = /^[\p{sc=Han}々]{1,4}[\s　]+[\p{sc=Han}々\p{sc=Hiragana}\p{sc=Katakana}ー]{1,5}$/u;
const kanaParts =
	/^[\p{sc=Hiragana}ー]{2,6}[\s　]+[\p{sc=Hiragana}ー]{2,6}$|^[\p{sc=Katakana}ー]{2,6}[\s　]+[\p{sc=Katakana}ー]{2,6}$/u;
const latin = /^[A-Z][a-z]+[\s,　]+[A-Z][a-z]+$|^[A-Z]{2,}[\s,　]+[A-Z][a-z]+$/;
const oneWord = /^[\p{sc=Han}々]{3,5}$|^[\p{sc=Hiragana}]{4,8}$|^[\p{sc=Katakana}ー]{4,8}$/u;
/** What stands in tables of classes and never in a name. */
const classWords =
	/[0-9０-９一二三四五六①-⑳]\s*(?:年|組|学級|クラス)|組$|学級|クラス|支援|通級|学年|全校|合計|平均|小計|以上|未満|毎日|未測定|なし|場面/;
const honorific = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}](?:さん|くん|君|ちゃん)$/u;

/** Surname and given name, in whichever writing. */
const looksLikeName = (cell: string): boolean =>
	!classWords.test(cell) && [knownSurname, twoParts, kanaParts, latin, honorific].some((pattern) => pattern.test(cell));

/** A word that may be a name, and many other things. */
const mayBeName = (cell: string): boolean => looksLikeName(cell) || (!classWords.test(cell) && oneWord.test(cell));

/** Nearly all: one title or one sum among them changes nothing. */
const mostOf = (part: number, all: number) => all > 0 && part / all >= 0.6;

/** The first column that tells of persons or single devices; undefined where the table holds sums alone. */
export function personalColumn(
	heading: readonly string[],
	rows: readonly (readonly string[])[],
): PersonalColumn | undefined {
	const names = heading.map((cell) => looksLikeName(cell.normalize('NFKC').trim()));
	// Persons side by side, a column each.
	if (names.filter(Boolean).length >= 2) return { place: names.indexOf(true) + 1, word: undefined, why: 'name' };
	const width = Math.max(heading.length, ...rows.map((row) => row.length));
	for (let at = 0; at < width; at += 1) {
		const word = personalHeading(heading[at] ?? '');
		if (word) return { place: at + 1, word, why: 'heading' };
		const cells = rows.map((row) => (row[at] ?? '').normalize('NFKC').trim()).filter((cell) => cell !== '');
		const why = personalCells(cells, heading[at] ?? '');
		if (why) return { place: at + 1, word: undefined, why };
	}
	return undefined;
}

function personalCells(cells: readonly string[], heading: string): PersonalColumn['why'] | undefined {
	const column = logColumnOf(heading);
	if (cells.some((cell) => address.test(cell))) return 'address';
	if (cells.some((cell) => mac.test(cell) || uuid.test(cell))) return 'device';
	if (column !== undefined && column !== 'class' && column !== 'grade') return undefined;
	const most = (looks: (cell: string) => boolean) => mostOf(cells.filter(looks).length, cells.length);
	// One row a person and scene says each person five times: what differs is a fifth of all.
	const different = new Set(cells).size >= Math.max(3, cells.length * 0.15);
	if (cells.length >= 2 && most((cell) => serial.test(cell))) return 'device';
	if (most(looksLikeName)) return 'name';
	// 学級 may be called ひまわり; elsewhere single words that differ from row to row are taken for names.
	if (column === undefined && different && most(mayBeName)) return 'name';
	if (different && !isSum(folded(heading)) && most((cell) => /^\d{4,}$/.test(cell) && !/^20\d{6}$/.test(cell)))
		return 'number';
	return undefined;
}
