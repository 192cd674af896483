import type { SchoolCalendar } from './edition.ts';
import { firstDay, lastDay } from './fiscalYear.ts';

const DAY = 24 * 60 * 60 * 1000;
const SCHOOL_DAYS = [0, 1, 2, 3, 4];

const at = (date: string): number => Date.parse(date);
const dateAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The Monday of the week that a date lies in. */
export const mondayOf = (date: string): string => {
	const daysSinceMonday = (new Date(at(date)).getUTCDay() + 6) % 7;
	return dateAt(at(date) - daysSinceMonday * DAY);
};

/** Whether a date lies in one of the 長期休業; a break whose end comes before its start runs over New Year. */
export const isBreak = (calendar: SchoolCalendar, date: string): boolean => {
	const day = date.slice(5);
	return calendar.breaks.some(({ from, to }) => (from <= to ? from <= day && day <= to : from <= day || day <= to));
};

/**
 * The Mondays of the school weeks of a fiscal year that have begun by `today`, beginning with the week of `from`.
 * A week is a school week when at least one weekday from `from` on lies outside the breaks and inside the fiscal year.
 * It has begun when its first such day has come. National holidays are not known here.
 */
export const schoolWeeks = (calendar: SchoolCalendar, fiscalYear: number, from: string, today: string): string[] => {
	const first = from > firstDay(fiscalYear) ? from : firstDay(fiscalYear);
	const last = today < lastDay(fiscalYear) ? today : lastDay(fiscalYear);
	const isSchoolDay = (date: string) => first <= date && date <= last && !isBreak(calendar, date);

	const weeks: string[] = [];
	for (let monday = at(mondayOf(first)); monday <= at(last); monday += 7 * DAY) {
		if (SCHOOL_DAYS.some((offset) => isSchoolDay(dateAt(monday + offset * DAY)))) weeks.push(dateAt(monday));
	}
	return weeks;
};
