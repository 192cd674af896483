import type { SchoolCalendar } from '../../src/domain/plan/edition.ts';
import { firstDay, lastDay } from '../../src/domain/plan/fiscalYear.ts';
import { isBreak } from '../../src/domain/plan/schoolWeeks.ts';

const DAY = 24 * 60 * 60 * 1000;
const dateAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** 0 = Sunday. */
const weekdayOf = (date: string): number => new Date(Date.parse(date)).getUTCDay();

/** The day before. */
export const dayBefore = (date: string): string => dateAt(Date.parse(date) - DAY);

const fixed = ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23'];
/** Month → the how manyth Monday. */
const mondays: Readonly<Record<number, number>> = { 1: 2, 7: 3, 9: 3, 10: 2 };

/** 春分の日・秋分の日, by the usual approximation (1980 to 2099). */
function isEquinox(year: number, month: number, day: number): boolean {
	const base = month === 3 ? 20.8431 : month === 9 ? 23.2488 : Number.NaN;
	const years = year - 1980;
	return day === Math.floor(base + 0.242194 * years - Math.floor(years / 4));
}

function isNamedHoliday(date: string): boolean {
	const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
	const isMonday = weekdayOf(date) === 1 && Math.ceil(day / 7) === mondays[month];
	return fixed.includes(date.slice(5)) || isMonday || isEquinox(year, month, day);
}

/** 国民の祝日, with 振替休日 and the day between two holidays. Years with laws of their own (2019 to 2021) are not known. */
export function isHoliday(date: string): boolean {
	if (isNamedHoliday(date)) return true;
	const before = dayBefore(date);
	if (isNamedHoliday(before) && isNamedHoliday(dateAt(Date.parse(date) + DAY))) return true;
	// The first day behind a run of holidays that holds a Sunday.
	for (let day = before; isNamedHoliday(day); day = dayBefore(day)) if (weekdayOf(day) === 0) return true;
	return false;
}

/** The days of a fiscal year on which a school is open to its pupils, oldest first. */
export function schoolDays(fiscalYear: number, calendar: SchoolCalendar): string[] {
	const days: string[] = [];
	for (let moment = Date.parse(firstDay(fiscalYear)); moment <= Date.parse(lastDay(fiscalYear)); moment += DAY) {
		const date = dateAt(moment);
		const isWeekday = weekdayOf(date) >= 1 && weekdayOf(date) <= 5;
		if (isWeekday && !isBreak(calendar, date) && !isHoliday(date)) days.push(date);
	}
	return days;
}
