import { type Frequency, frequencies } from './fields.ts';
import type { Observation } from './indicators.ts';

/**
 * What a school's observations say towards the city's rate 「週3回以上使用させている学校の率」.
 * `unsaid` = nobody has said how often; only classes were counted, or nothing at all. `unmeasured` (未測定) is an answer.
 */
export type CityAnswer = 'counts' | 'doesNotCount' | 'unmeasured' | 'unsaid';

/**
 * A school counts towards the city's rate where it says of itself 週3回以上 or more often. The rate is one of schools:
 * the number of classes never decides it, however many they are.
 */
export function onlyTheSaidFrequencyCounts(said: Frequency | null): CityAnswer {
	if (said === null) return 'unsaid';
	if (said === 'unmeasured') return 'unmeasured';
	return said === 'threePerWeek' || said === 'almostDaily' ? 'counts' : 'doesNotCount';
}

/** School days in a week without holidays: how 週3回以上 is told from a number of days. */
const schoolDaysAWeek = 5;
const daysAWeek = 3;

/** Fewer school days than a week's cannot tell how often in a week. */
export const fewestSchoolDays = schoolDaysAWeek;

/** Whether a class that used its devices on `days` of `schoolDays` did so 週3回以上: three of every five school days. */
export const isThreeTimesAWeek = (days: number, schoolDays: number): boolean =>
	days * schoolDaysAWeek >= schoolDays * daysAWeek;

/** What stands of a scene: frequency and classes may have been looked at on different days. */
export interface Standing {
	/** The latest observation that says a frequency, 未測定 included. */
	readonly frequency: (Observation & { readonly frequency: Frequency }) | undefined;
	/** The latest observation that counts classes. */
	readonly classes: (Observation & { readonly classes: NonNullable<Observation['classes']> }) | undefined;
	readonly answer: CityAnswer;
}

/** Reads what stands from the observations of one scene, oldest first (as `readObservations` gives them). */
export function standingOf(observations: readonly Observation[]): Standing {
	const frequency = observations.findLast(saysFrequency);
	return {
		frequency,
		classes: observations.findLast(countsClasses),
		answer: onlyTheSaidFrequencyCounts(frequency?.frequency ?? null),
	};
}

/** The latest observation that says how often in earnest: neither 未測定 nor classes alone. */
export const lastMeasured = (observations: readonly Observation[]): Standing['frequency'] =>
	observations.filter(saysFrequency).findLast(({ frequency }) => frequency !== 'unmeasured');

const saysFrequency = (each: Observation): each is NonNullable<Standing['frequency']> => each.frequency !== null;
const countsClasses = (each: Observation): each is NonNullable<Standing['classes']> => each.classes !== null;

/** Whether what a school says of itself is as often as it aims at, or more often. 未測定 reaches nothing and misses nothing. */
export const reachesOwnTarget = (said: Frequency, aim: Frequency): boolean =>
	said !== 'unmeasured' && frequencies.indexOf(said) >= frequencies.indexOf(aim);
