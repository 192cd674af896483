/** How a school keeps its record. Days are `MM-DD` of the fiscal year, shares lie between 0 and 1. */
export interface Habit {
	readonly name: 'diligent' | 'average' | 'startedLate' | 'silentSinceSummer' | 'nothingYet';
	/** The first and the last day on which anything is written. */
	readonly from: string;
	readonly until: string;
	/** When the marks of the middle of the year are given. */
	readonly rated: string;
	/** Share of the □ that are taken up at all. */
	readonly taken: number;
	/** Of those, the share with 実施記録, and how many of them at most. */
	readonly done: number;
	readonly times: number;
	/** Share that is ticked although no count asks for it; share with words; share with a link. */
	readonly ticked: number;
	readonly worded: number;
	readonly linked: number;
}

const diligent: Habit = {
	...{ name: 'diligent', from: '04-08', until: '03-24', rated: '09-30' },
	...{ taken: 0.97, done: 0.6, times: 2, ticked: 0.55, worded: 0.42, linked: 0.12 },
};
const average: Habit = {
	...{ name: 'average', from: '04-09', until: '03-24', rated: '10-07' },
	...{ taken: 0.8, done: 0.5, times: 2, ticked: 0.4, worded: 0.35, linked: 0.06 },
};
const startedLate: Habit = {
	...{ name: 'startedLate', from: '09-28', until: '03-24', rated: '11-10' },
	...{ taken: 0.8, done: 0.6, times: 1, ticked: 0.35, worded: 0.35, linked: 0.05 },
};
const silentSinceSummer: Habit = {
	...{ name: 'silentSinceSummer', from: '04-09', until: '07-17', rated: '10-07' },
	...{ taken: 0.75, done: 0.6, times: 2, ticked: 0.3, worded: 0.1, linked: 0.02 },
};
/** The year's first day has no school: nothing is ever written. */
const nothingYet: Habit = { ...average, name: 'nothingYet', from: '04-01', until: '04-01' };

/** Twenty schools after the order of their codes. */
const thisYear: readonly Habit[] = [
	...[diligent, average, average, startedLate, average, silentSinceSummer, diligent, nothingYet, average, average],
	...[diligent, average, silentSinceSummer, average, startedLate, diligent, average, average, startedLate, diligent],
];

export const habitOf = (place: number): Habit => thisYear[place % thisYear.length] ?? average;

/** Last year is complete everywhere: who is behind this year was at least average then. */
export const lastYearsHabitOf = (place: number): Habit => (place % 3 === 0 ? diligent : average);
