import { currentSeason, dueDate } from '../domain/plan/deadline.ts';
import type { Deadline } from '../domain/plan/edition.ts';
import type { Row } from './row.ts';

export interface Task {
	readonly id: string;
	readonly row: Row;
}

/** What a school has before it: what is late or due in this season, and what comes after. */
export interface SeasonView {
	readonly season: Deadline;
	/** Unfinished, with a 目安 that has passed, in this season, or a week that still lacks its record. */
	readonly now: readonly Task[];
	/** Unfinished, with a later 目安; those with a counted cadence first, because they can be planned. */
	readonly later: readonly Task[];
}

const unfinished = ({ row }: Task) => row.status === 'notStarted' || row.status === 'inProgress';

/** A □ belongs to the present when its own 目安 says so, or when this week still asks for a record. */
export const isDueNow = (row: Row, fiscalYear: number, today: string): boolean =>
	unfinished({ id: '', row }) &&
	(row.lacking?.per === 'week' || dueDate(row.deadline, fiscalYear) <= dueDate(currentSeason(today), fiscalYear));

const lateFirst = (fiscalYear: number) => (a: Task, b: Task) =>
	dueDate(a.row.deadline, fiscalYear).localeCompare(dueDate(b.row.deadline, fiscalYear));

const countedFirst = (a: Task, b: Task) => Number(b.row.lacking !== null) - Number(a.row.lacking !== null);

export const seasonView = (tasks: readonly Task[], fiscalYear: number, today: string): SeasonView => {
	const open = tasks.filter(unfinished);
	return {
		season: currentSeason(today),
		now: open.filter(({ row }) => isDueNow(row, fiscalYear, today)).sort(lateFirst(fiscalYear)),
		later: open.filter(({ row }) => !isDueNow(row, fiscalYear, today)).sort(countedFirst),
	};
};
