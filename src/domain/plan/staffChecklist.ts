/**
 * 教員のICT活用指導力チェックリスト (文部科学省, 平成30年6月改訂): four categories of four items, four levels. The items are
 * called by their codes and by short names of our own; the full sentences stand on the ministry's sheet.
 */

/** Levels from the best, as the sheet names them; `counts` are in this order. */
export const staffLevels = ['できる', 'ややできる', 'あまりできない', 'ほとんどできない'] as const;

export interface StaffItem {
	/** `a1` to `d4`. */
	readonly id: string;
	/** `A-1` */
	readonly label: string;
	/** Ours; the sheet's sentence is longer. */
	readonly text: string;
}

export interface StaffCategory {
	/** `A` to `D`. */
	readonly letter: string;
	readonly title: string;
	readonly items: readonly StaffItem[];
}

const category = (letter: string, title: string, texts: readonly string[]): StaffCategory => ({
	...{ letter, title },
	items: texts.map((text, index) => ({
		id: `${letter.toLowerCase()}${index + 1}`,
		label: `${letter}-${index + 1}`,
		text,
	})),
});

export const staffCategories: readonly StaffCategory[] = [
	category('A', '教材研究・指導の準備・評価・校務などにICTを活用する能力', [
		'ICTを使う場面を計画する',
		'資料を集め、情報を発信する',
		'プリントや文書をつくる',
		'学習の記録を整理し、評価に使う',
	]),
	category('B', '授業にICTを活用して指導する能力', [
		'資料を効果的に見せる',
		'考えや作品を共有させ、比べさせる',
		'一人一人の習熟に応じて学ばせる',
		'話合いや協働の制作に使わせる',
	]),
	category('C', '児童生徒のICT活用を指導する能力', [
		'基本的な操作を身に付けさせる',
		'情報を集め、選べるようにする',
		'考えを文章や図表にまとめさせる',
		'考えを交換し、話し合えるようにする',
	]),
	category('D', '情報活用の基盤となる知識や態度について指導する能力', [
		'権利とルール・マナーを守らせる',
		'危険を避け、健康に気をつけさせる',
		'情報セキュリティを身に付けさせる',
		'便利さや仕組みに関心をもたせる',
	]),
];

/** All sixteen, in the order of the sheet. */
export const staffItems: readonly StaffItem[] = staffCategories.flatMap(({ items }) => items);
