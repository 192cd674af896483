import type { Rating, SchoolType } from '../domain/plan/edition.ts';
import type { Status } from '../domain/record/reading.ts';

export const statusWord: Record<Status, string> = {
	notStarted: '未着手',
	inProgress: '実施中',
	achieved: '達成',
	notApplicable: '該当なし',
};

export const statusesInOrder: readonly Status[] = ['notStarted', 'inProgress', 'achieved', 'notApplicable'];

export const ratingsInOrder: readonly Rating[] = ['excellent', 'good', 'insufficient'];

export const schoolTypesInOrder: readonly SchoolType[] = [
	'elementary',
	'lowerSecondary',
	'upperSecondary',
	'secondary',
	'specialNeeds',
];

/** Posts a □ may be given to. A post, never a person: people change every April. */
export const posts: readonly string[] = [
	'情報主任',
	'教務主任',
	'研究主任',
	'生徒指導主事',
	'養護教諭',
	'特別支援教育コーディネーター',
	'学年主任',
	'教頭',
	'校長',
];

const weekdays = ['日', '月', '火', '水', '木', '金', '土'];

/** `2025-12-03` → 「12月3日（水）」. */
export const dayWord = (date: string): string => {
	const [, month, day] = date.split('-').map(Number);
	return `${month}月${day}日（${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}）`;
};

/** `2025-12-03` → 「12/3」. */
export const shortDay = (date: string): string => {
	const [, month, day] = date.split('-').map(Number);
	return `${month}/${day}`;
};

const nineHours = 9 * 60 * 60 * 1000;

/** ISO instant → 「12月3日 10:42」 in Japan. */
export const momentWord = (at: string): string => {
	const tokyo = new Date(Date.parse(at) + nineHours);
	const minutes = String(tokyo.getUTCMinutes()).padStart(2, '0');
	return `${tokyo.getUTCMonth() + 1}月${tokyo.getUTCDate()}日 ${tokyo.getUTCHours()}:${minutes}`;
};

/** ISO instant → 「10:42」 in Japan. */
export const clockWord = (at: string): string => momentWord(at).split(' ')[1] ?? '';

/** The beginning of a sentence for a label, with 「…」 where it was cut. */
export const shortened = (text: string, length = 26): string =>
	text.length > length ? `${Array.from(text).slice(0, length).join('')}…` : text;

/** ISO instant → 「10:42」 where it is today in Japan, else 「12月3日 10:42」. `today` as `YYYY-MM-DD`. */
export const recentWord = (at: string, today: string): string => {
	const date = new Date(Date.parse(at) + nineHours).toISOString().slice(0, 10);
	return date === today ? clockWord(at) : momentWord(at);
};
