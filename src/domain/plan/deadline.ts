import type { Deadline } from './edition.ts';
import { lastDay } from './fiscalYear.ts';

const WORDS: Record<Deadline, string> = { summer: '夏頃', yearEnd: '年内', fiscalYearEnd: '年度内' };
const DAY = 24 * 60 * 60 * 1000;

/** The plan's word for a deadline. */
export const deadlineWord = (deadline: Deadline): string => WORDS[deadline];

/** The last day (`YYYY-MM-DD`) that still keeps a deadline. */
export const dueDate = (deadline: Deadline, fiscalYear: number): string => {
	switch (deadline) {
		case 'summer':
			return `${fiscalYear}-08-31`;
		case 'yearEnd':
			return `${fiscalYear}-12-31`;
		case 'fiscalYearEnd':
			return lastDay(fiscalYear);
	}
};

/** The deadline that comes next, seen from a day: summer from April, 年内 from September, 年度内 from January. */
export const currentSeason = (today: string): Deadline => {
	const month = Number(today.slice(5, 7));
	if (month <= 3) return 'fiscalYearEnd';
	return month <= 8 ? 'summer' : 'yearEnd';
};

/** Whole days from one date to another; 0 on the day itself, negative once it has passed. */
export const daysUntil = (date: string, today: string): number => (Date.parse(date) - Date.parse(today)) / DAY;
