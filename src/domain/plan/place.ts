/** Where something stands in an edition, in the words of the plan: 「基本方針1 › 1-(1)-② › 学校の取組 3 の本文」. */

type Path = readonly PropertyKey[];

const FIELDS: Record<string, string> = {
	achievement: '実績',
	action: '取組のid',
	actor: '担う人',
	alsoBeside: '並ぶ項目',
	areas: '分野',
	basis: '対象の根拠',
	boardActions: '教育委員会の取組',
	breaks: '長期休業',
	cadence: '頻度',
	continuation: '新規・継続・拡充',
	criterion: '基準',
	current: '現状',
	deadline: '達成時期',
	descendsFrom: '前年度とのつながり',
	divisions: '担当課',
	file: 'ファイル',
	fiscalYear: '年度',
	format: '形式の名前',
	from: '初日',
	goals: '目標',
	id: 'id',
	indicators: '端末活用目標',
	indicatorNotes: '端末活用目標の注',
	label: '番号',
	letter: '記号',
	mark: '記号',
	measures: '項目',
	mottoes: '副題',
	municipality: '自治体名',
	name: '名前',
	nationalKpi: '国KPI',
	number: '番号',
	per: '単位',
	plan: '計画名',
	policies: '基本方針',
	progress: '進捗・評価',
	progressSharedWith: '進捗・評価の共有先',
	publisher: '発行者',
	rate: '率',
	rating: '評価',
	ratingScale: '評価の尺度',
	relation: 'つながり方',
	resultAndIssue: '実績・課題',
	schoolActions: '学校の取組',
	schoolCalendar: '学校の暦',
	schoolType: '校種',
	schoolTypes: '対象の校種',
	scope: '対象',
	shortTitle: '短い題名',
	source: '出典',
	sourceLabel: '原文の番号',
	sourceText: '原文',
	steps: '段階',
	summary: '概要',
	target: '市目標',
	targets: '校種ごとの目標',
	text: '本文',
	times: '回数',
	to: '最終日',
	tool: '使う画面',
	title: '題名',
	units: '対象の学級・学科',
	version: '形式の版',
	word: '言葉',
	words: '言葉',
};

/** A key of an edition in Japanese; a key that the format does not know stays as it is, in brackets. */
export const fieldWord = (key: PropertyKey): string => FIELDS[String(key)] ?? `「${String(key)}」`;

/** What stands at a path of any JSON; `undefined` where nothing does. */
export const valueAt = (input: unknown, path: Path): unknown =>
	path.reduce<unknown>((value, key) => (isRecord(value) ? value[String(key)] : undefined), input);

/** The place that a path leads to. Labels are read from the input where it has them, else counted. */
export const placeOf = (input: unknown, path: Path): string => {
	const rooms: string[] = [];
	let fields: string[] = [];
	for (let index = 0; index < path.length; index += 1) {
		const [key, position] = [String(path[index]), path[index + 1]];
		if (typeof position !== 'number') {
			fields.push(fieldWord(key));
			continue;
		}
		index += 1;
		// A measure's number begins with its area's: the area would say the same twice.
		if (key === 'measures') rooms.splice(1);
		rooms.push(...fields, roomName(key, position, valueAt(input, path.slice(0, index + 1))));
		fields = [];
	}
	const place = [rooms.join(' › '), fields.join('の')].filter(Boolean).join(' の');
	return place || '行動計画の全体';
};

const roomName = (key: string, position: number, value: unknown): string => {
	const read = (field: string) => (isRecord(value) ? value[field] : undefined);
	const count = position + 1;
	switch (key) {
		case 'policies':
			return `基本方針${read('number') ?? count}`;
		case 'areas':
			return String(read('label') ?? `${count}番目の分野`);
		case 'measures':
			return String(read('label') ?? `${count}番目の項目`);
		case 'goals':
			return typeof value === 'string' ? `目標の記号 ${count}番目` : `目標 ${read('letter') ?? `${count}番目`}`;
		case 'indicators':
			return `端末活用目標 ${read('label') ?? count}`;
		case 'targets':
			return `校種 ${count}番目`;
		case 'steps':
			return `段階 ${read('mark') ?? `${count}番目`}`;
		default:
			return `${fieldWord(key)} ${count}`;
	}
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
