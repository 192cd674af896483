import type { Audience, ColumnKey } from './model.ts';

/** The plan's own words over the columns. */
export const columnWord: Readonly<Record<ColumnKey, string>> = {
	measure: '項目',
	summary: '概要',
	goals: '目標',
	action: '学校の取組',
	status: '状態',
	achievement: '実績',
	deadline: '達成時期',
	resultAndIssue: '実績・課題',
	lastRating: '昨年度',
	rating: '評価',
	improvement: '改善策',
	continuation: '次年度',
	evidence: '根拠',
};

/** Relative widths on a sheet of A4 landscape. */
export const columnWidth: Readonly<Record<ColumnKey, number>> = {
	measure: 13,
	summary: 18,
	goals: 20,
	action: 24,
	status: 6,
	achievement: 18,
	deadline: 7,
	resultAndIssue: 26,
	lastRating: 6,
	rating: 6,
	improvement: 16,
	continuation: 9,
	evidence: 14,
};

const columns: Readonly<Record<Audience, readonly ColumnKey[]>> = {
	board: [
		...(['measure', 'summary', 'goals', 'action', 'status', 'achievement', 'deadline'] as const),
		...(['resultAndIssue', 'lastRating', 'rating', 'improvement', 'continuation', 'evidence'] as const),
	],
	public: [
		...(['measure', 'action', 'status', 'resultAndIssue', 'lastRating', 'rating'] as const),
		...(['improvement', 'continuation', 'evidence'] as const),
	],
};

/** Which columns a reader gets. */
export const columnsFor = (audience: Audience): readonly ColumnKey[] => columns[audience];
