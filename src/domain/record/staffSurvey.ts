import {
	type StaffCategory,
	type StaffItem,
	staffCategories,
	staffItems,
	staffLevels,
} from '../plan/staffChecklist.ts';
import { setField } from './edits.ts';
import { json, text } from './fields.ts';
import type { RecordFold } from './fold.ts';
import type { Edit, Json } from './operation.ts';
import { readField } from './readField.ts';
import type { Reading } from './reading.ts';

/** How many teachers chose each level, from できる to ほとんどできない. No names, nothing of one person. */
export type StaffCounts = readonly [number, number, number, number];

/** No school has more teachers; whatever is larger was mistyped. */
export const mostTeachers = 999;

/** Reads the field's value; undefined where it is none. */
export function countsIn(value: Json): StaffCounts | undefined {
	if (!Array.isArray(value) || value.length !== 4 || !value.every(isCount)) return undefined;
	return value as unknown as StaffCounts;
}

const isCount = (value: Json): boolean =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostTeachers;

/** 「できる 10人・ややできる 12人・…」 */
export const countsWords = (counts: StaffCounts | null | undefined): string =>
	counts ? counts.map((count, index) => `${staffLevels[index]} ${count}人`).join('・') : '未入力';

/** One item as it is entered; null = 未入力, which is not 0. */
export interface StaffEntry {
	readonly item: StaffItem;
	readonly counts: StaffCounts | null;
	readonly reading: Reading<Json>;
}

export interface StaffSurvey {
	/** Day of the survey, `YYYY-MM-DD` or empty. */
	readonly date: Reading<string>;
	/** All sixteen, in the order of the sheet. */
	readonly entries: readonly StaffEntry[];
}

/** Where the counts of an item are written, and where the day is. */
export const staffEntity = (item: string): string => `staff/${item}`;
export const surveyEntity = staffEntity('survey');

/** What a year's record says of the checklist. */
export const readStaffSurvey = (fold: RecordFold): StaffSurvey => ({
	date: readField(fold, surveyEntity, 'date', text),
	entries: staffItems.map((item) => {
		const reading = readField(fold, staffEntity(item.id), 'counts', json);
		return { item, reading, counts: countsIn(reading.value) ?? null };
	}),
});

/** Sets several items at once, as a pasted table does; null leaves an item as it is. */
export const setAllCounts = (fold: RecordFold, table: readonly (StaffCounts | null)[]): Edit[] =>
	staffItems.flatMap(({ id }, index) => {
		const counts = table[index];
		return counts ? [setField(fold, staffEntity(id), 'counts', [...counts])] : [];
	});

/** How many of those who answered said できる or ややできる. */
export interface Share {
	readonly able: number;
	readonly answered: number;
	/** Percent to one decimal. */
	readonly rate: number;
}

const shareOf = (able: number, answered: number): Share | undefined =>
	answered === 0 ? undefined : { able, answered, rate: Math.round((able / answered) * 1_000) / 10 };

/** Of one item; undefined where nobody has answered. */
export const itemShare = (counts: StaffCounts | null): Share | undefined =>
	counts ? shareOf(counts[0] + counts[1], answeredOf(counts)) : undefined;

/** How many teachers answered an item. */
export const answeredOf = (counts: StaffCounts): number => counts.reduce((sum, count) => sum + count, 0);

/** One category: its share over the items that are entered, and how many of the four these are. */
export interface CategoryResult {
	readonly category: StaffCategory;
	readonly entered: number;
	/** Ids of the items that are entered. */
	readonly of: readonly string[];
	readonly share: Share | undefined;
}

export const categoryResults = ({ entries }: StaffSurvey): CategoryResult[] =>
	staffCategories.map((category) => {
		const own = entries.filter(({ item }) => category.items.includes(item));
		const of = own.flatMap(({ item, counts }) => (counts ? [item.id] : []));
		return { category, of, entered: of.length, share: shareOfAll(own) };
	});

/** Two years' shares of a category can only be held against each other where the same items are entered in both. */
export const sameItems = (before: CategoryResult, after: CategoryResult): boolean =>
	before.of.length === after.of.length && before.of.every((id) => after.of.includes(id));

const enteredOf = (entries: readonly StaffEntry[]): StaffCounts[] =>
	entries.flatMap(({ counts }) => (counts ? [counts] : []));

function shareOfAll(entries: readonly StaffEntry[]): Share | undefined {
	const entered = enteredOf(entries);
	const able = entered.reduce((sum, counts) => sum + counts[0] + counts[1], 0);
	return shareOf(
		able,
		entered.reduce((sum, counts) => sum + answeredOf(counts), 0),
	);
}

/** In percentage points, to one decimal; undefined where one of the two is not known. */
export const pointsBetween = (before: Share | undefined, after: Share | undefined): number | undefined =>
	before && after ? Math.round((after.rate - before.rate) * 10) / 10 : undefined;

/**
 * Items that another number of teachers answered than most. It may be right (somebody left one out), so it is pointed
 * out and not refused.
 */
export function unevenItems({ entries }: StaffSurvey): { readonly usual: number; readonly uneven: StaffEntry[] } {
	const answered = enteredOf(entries).map(answeredOf);
	const timesOf = (sum: number) => answered.filter((each) => each === sum).length;
	const usual = answered.reduce((most, sum) => (timesOf(sum) > timesOf(most) ? sum : most), answered[0] ?? 0);
	const uneven = entries.filter(({ counts }) => counts !== null && answeredOf(counts) !== usual);
	return { usual, uneven };
}

/** The checklist in one line: how much is entered, and the share over all of it. */
export interface StaffOverview {
	readonly entered: number;
	readonly of: number;
	readonly share: Share | undefined;
}

export const staffOverview = ({ entries }: StaffSurvey): StaffOverview => ({
	entered: enteredOf(entries).length,
	of: entries.length,
	share: shareOfAll(entries),
});
