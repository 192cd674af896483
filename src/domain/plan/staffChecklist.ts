/**
 * 教員のICT活用指導力チェックリスト (文部科学省, 平成30年6月改訂): four categories of four items, four levels.
 *
 * Compared with a public copy of the ministry's sheet: the names of the four categories, the four levels, A-1 to A-4,
 * B-1 to B-3 and the beginning of B-4. Not yet compared with a source: the end of B-4, C-1 to C-4 and D-1 to D-4
 * (`compared: false`); the page says so until somebody has done it.
 */

/** Levels from the best, as the sheet names them; `counts` are in this order. */
export const staffLevels = ['できる', 'ややできる', 'あまりできない', 'ほとんどできない'] as const;

export interface StaffItem {
	/** `a1` to `d4`. */
	readonly id: string;
	/** `A-1` */
	readonly label: string;
	readonly text: string;
	readonly compared: boolean;
}

export interface StaffCategory {
	/** `A` to `D`. */
	readonly letter: string;
	readonly title: string;
	readonly items: readonly StaffItem[];
}

const category = (letter: string, title: string, texts: readonly string[], compared: number): StaffCategory => ({
	...{ letter, title },
	items: texts.map((text, index) => ({
		...{ id: `${letter.toLowerCase()}${index + 1}`, label: `${letter}-${index + 1}`, text },
		compared: index < compared,
	})),
});

export const staffCategories: readonly StaffCategory[] = [
	category(
		'A',
		'教材研究・指導の準備・評価・校務などにICTを活用する能力',
		[
			'教育効果を上げるために、コンピュータやインターネットなどの利用場面を計画して活用する。',
			'授業で使う教材や校務分掌に必要な資料などを集めたり、保護者・地域との連携に必要な情報を発信したりするためにインターネットなどを活用する。',
			'授業に必要なプリントや提示資料、学級経営や校務分掌に必要な文書や資料などを作成するために、ワープロソフト、表計算ソフトやプレゼンテーションソフトなどを活用する。',
			'学習状況を把握するために児童生徒の作品・レポート・ワークシートなどをコンピュータなどを活用して記録・整理し、評価に活用する。',
		],
		4,
	),
	category(
		'B',
		'授業にICTを活用して指導する能力',
		[
			'児童生徒の興味・関心を高めたり、課題を明確につかませたり、学習内容を的確にまとめさせたりするために、コンピュータや提示装置などを活用して資料などを効果的に提示する。',
			'児童生徒に互いの意見・考え方・作品などを共有させたり、比較検討させたりするために、コンピュータや提示装置などを活用して児童生徒の意見などを効果的に提示する。',
			'知識の定着や技能の習熟をねらいとして、学習用ソフトウェアなどを活用して、繰り返し学習する課題や児童生徒一人一人の理解・習熟の程度に応じた課題などに取り組ませる。',
			'グループで話し合って考えをまとめたり、協働してレポート・資料・作品などを制作したりするなどの学習の際に、コンピュータやソフトウェアなどを効果的に活用させる。',
		],
		3,
	),
	category(
		'C',
		'児童生徒のICT活用を指導する能力',
		[
			'学習活動に必要な、コンピュータなどの基本的な操作技能（文字入力やファイル操作など）を児童生徒が身に付けることができるように指導する。',
			'児童生徒がコンピュータやインターネットなどを活用して、情報を収集したり、目的に応じた情報や信頼できる情報を選択したりできるように指導する。',
			'児童生徒がワープロソフト・表計算ソフト・プレゼンテーションソフトなどを活用して、調べたことや自分の考えを整理したり、文章・表・グラフ・図などに分かりやすくまとめたりすることができるように指導する。',
			'児童生徒が互いの考えを交換し共有して話合いなどができるように、コンピュータやソフトウェアなどを活用することを指導する。',
		],
		0,
	),
	category(
		'D',
		'情報活用の基盤となる知識や態度について指導する能力',
		[
			'児童生徒が情報社会への参画にあたって自らの行動に責任を持ち、相手のことを考え、自他の権利を尊重して、ルールやマナーを守って情報を集めたり発信したりできるように指導する。',
			'児童生徒がインターネットなどを利用する際に、反社会的な行為や違法な行為、ネット犯罪などの危険を適切に回避したり、健康面に留意して適切に利用したりできるように指導する。',
			'児童生徒が情報セキュリティの基本的な知識を身に付け、パスワードを適切に設定・管理するなど、コンピュータやインターネットを安全に利用できるように指導する。',
			'児童生徒がコンピュータやインターネットの便利さに気付き、学習に活用したり、その仕組みを理解したりしようとする意欲が育まれるように指導する。',
		],
		0,
	),
];

/** All sixteen, in the order of the sheet. */
export const staffItems: readonly StaffItem[] = staffCategories.flatMap(({ items }) => items);
