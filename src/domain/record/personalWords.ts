/** Words in a text that look like a person or lead to one. */
export interface PersonalWords {
	/** From here to before `end`, in UTF-16 code units. */
	readonly start: number;
	readonly end: number;
	readonly words: string;
	readonly kind: 'person' | 'label' | 'mail' | 'telephone' | 'number';
}

/**
 * Finds what looks like names and contacts before a text leaves the school: 「山田さん」, 氏名, addresses, numbers. A help
 * for whoever writes, not a proof: a name without 「さん」 is not seen, and a robot called 「ロボさん」 is. In order of
 * place, nothing twice.
 */
export function personalWordsIn(text: string): PersonalWords[] {
	const read = halfWidth(text);
	const found = [...mailsIn(read), ...telephonesIn(read), ...numbersIn(read), ...labelsIn(read), ...personsIn(read)];
	const apart: PersonalWords[] = [];
	for (const { start, end, kind } of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = apart.at(-1);
		if (!last || start >= last.end) apart.push({ start, end, kind, words: text.slice(start, end) });
	}
	return apart;
}

type Found = Omit<PersonalWords, 'words'>;

/** Full-width letters, digits and signs as half-width ones; every place stays where it is. */
const halfWidth = (text: string): string =>
	text
		.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
		.replace(/[‐‑–—―−]/g, '-')
		.replaceAll('\u3000', ' ');

function* matchesOf(text: string, pattern: RegExp, kind: PersonalWords['kind']): Iterable<Found> {
	for (const { index, 0: words } of text.matchAll(pattern)) yield { start: index, end: index + words.length, kind };
}

const mailsIn = (text: string) => matchesOf(text, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 'mail');

function* telephonesIn(text: string): Iterable<Found> {
	for (const found of matchesOf(text, /(?<![\w-])0\d{1,4}[-ー(]?\d{1,4}[-ー)]?\d{3,4}(?![\w-])/g, 'telephone')) {
		const digits = text.slice(found.start, found.end).replace(/\D/g, '').length;
		if (digits === 10 || digits === 11) yield found;
	}
}

/** What accounts and lists of pupils are made of: a few letters and many digits, or seven digits and more. Days are none. */
function* numbersIn(text: string): Iterable<Found> {
	for (const found of matchesOf(text, /(?<![\w.-])(?:[A-Za-z]{1,6}[-_]?\d{5,}|\d{7,})(?![\w])/g, 'number')) {
		if (!/^(?:19|20)\d\d[01]\d[0-3]\d$/.test(text.slice(found.start, found.end))) yield found;
	}
}

const labels =
	/氏名|本名|出席番号|学籍番号|生年月日|住所|電話番号|携帯番号|メールアドレス|(?:児童|生徒|保護者|本人)名(?!簿|札)/g;
const labelsIn = (text: string) => matchesOf(text, labels, 'label');

const kanji = String.raw`[\p{Script=Han}々ヶ]`;
const runs = [new RegExp(`${kanji}{1,4}$`, 'u'), /[ァ-ヴー・ｦ-ﾟ]{1,8}$/u, /[ぁ-ゔー]{1,6}$/u] as const;

type Script = 'kanji' | 'katakana' | 'hiragana';
const scripts: readonly Script[] = ['kanji', 'katakana', 'hiragana'];

function* personsIn(text: string): Iterable<Found> {
	for (const { index, 0: title } of text.matchAll(/さん|ちゃん|くん|さま|先生|[君様氏]/g)) {
		// As far as anything here looks back.
		const before = text.slice(Math.max(0, index - 24), index);
		const after = text.slice(index + title.length);
		const place = runs.findIndex((run) => run.test(before));
		const name = runs[place]?.exec(before)?.[0] ?? '';
		const script = scripts[place];
		if (!script || !isTitle(title, before, after, script) || isNobody(title, before, name, script)) continue;
		yield { start: index - name.length, end: index + title.length, kind: 'person' };
	}
}

/** What follows where the letters are no title at all: 「さんすう」「ちゃんと」「取りくんだ」「様子」「氏名」「君が代」. */
const otherWords: Readonly<Record<string, RegExp>> = {
	さん: /^(?:ぽ|すう|かく|びゃく|ぜん|か[しすせ]|こうに|せい[しす])/,
	くん: /^(?:だ(?!け)|で(?:い|き|す|し|も)|じゃ|な[のん]|れん|しょう)/,
	君: /^(?:が代|主|臨)/,
	様: /^[々子式相態変]/,
	氏: /^[名神族子]/,
};

function isTitle(title: string, before: string, after: string, script: Script): boolean {
	if (otherWords[title]?.test(after)) return false;
	if (title === 'ちゃん' && after.startsWith('と')) return !/(?:^|[がはを、。「\s]|みんな|きち)$/.test(before);
	// 「子どもの様に」「この君」: only names in kanji or katakana stand before these.
	return !(['様', '君', '氏'].includes(title) && script === 'hiragana');
}

const everybody = '皆|みな|みんな|各|両|諸|同|全|他|何|誰|方|達|たち';
const family =
	'お?母|お?父|お?兄|お?姉|おかあ|おとう|おにい|おねえ|おば|おじ|おばあ|おじい|赤|祖父母|親御|奥|娘|お子|子ども|子供';
const folk =
	'お客|来客|お隣|者|員|師|児童|生徒|園児|学生|年生|組|年|市民|町民|住民|館長|店長|社長|署長|園長|校長|教頭|警察官|大工|業者|農家|酪農家|作家|画家|専門家|写真家|音楽家|落語家|政治家|消防士|保育士|栄養士|弁護士|飛行士|宇宙飛行士|運転手|お医者|おまわり|お巡り|司書|神|仏|王|殿|企業|会社';
const shops =
	'[ァ-ヴーぁ-ゔ]屋|(?:八百|花|魚|肉|本|米|酒|店|床|薬|電気|写真|時計|寿司|豆腐|菓子|牛乳|自転車|文房具)屋|やおや|ほんや|おみせや';
const helpers =
	'ティーチャー|サポーター|ボランティア|アドバイザー|スタッフ|リーダー|メーカー|コーチ|カウンセラー|コーディネーター';
const nobodies = new RegExp(`(?:${everybody}|${family}|${folk}|${shops}|${helpers}|たく)$`, 'u');

const posts =
	'校長|教頭|担任|養護|保健|栄養|司書|教諭|教員|教職員|教師|講師|教授|顧問|主任|主事|専科|担当|新任|初任|若手|先輩|同僚|支援員|支援|指導|研究|研修|相談|外部|地域|大学|学校|高校|本校|他校|学年|学級|学科|教科|外国人|日本語';
const subjects =
	'国語|社会|算数|数学|理科|生活|音楽|図工|図画工作|美術|技術|家庭|家庭科|体育|英語|外国語|道徳|総合|情報|図書|通級|書道|習字|水泳|部活|部活動';
const lessons = 'ゲスト|ピアノ|パソコン|タブレット|プログラミング|オンライン|ネイティブ|ベテラン|アシスタント|ロボット';
const teachersByPost = new RegExp(
	`(?:${everybody}|${posts}|${subjects}|${lessons}|${helpers}|人|名|組|年|男|女|医)$`,
	'u',
);

/** 「お客さん」「皆さん」「校長先生」「担任の先生」: somebody, but nobody by name. */
function isNobody(title: string, before: string, name: string, script: Script): boolean {
	if (title !== '先生')
		return nobodies.test(before) || (title !== 'さん' && /[多一仕模有異主暴名彼摂華源平]$/.test(before));
	if (script !== 'hiragana') return teachersByPost.test(before);
	// In kana only what stands by itself is taken for a name: 「見ながら先生が」「この先生」 are sentences.
	const standsAlone = /(?:^|[^\p{L}ー])$/u.test(before.slice(0, before.length - name.length));
	return !standsAlone || name.length < 2 || /[のとはがをにもでないる]$/.test(name);
}
