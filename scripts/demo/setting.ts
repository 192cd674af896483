import type { SchoolRow } from '../../src/domain/exchange/board.ts';
import type { PlanEdition } from '../../src/domain/plan/edition.ts';
import type { Chance } from './chance.ts';
import type { Habit } from './habits.ts';
import type { Words } from './words.ts';

/** What a school's year is invented from. */
export interface YearSource {
	readonly seed: string;
	/** The how manyth school of the city. */
	readonly place: number;
	/** Whether the year is over. */
	readonly isPast: boolean;
	readonly school: SchoolRow;
	readonly edition: PlanEdition;
	readonly fiscalYear: number;
	readonly habit: Habit;
	readonly chance: Chance;
	/** Whether the school has agreed to its summary. */
	readonly agrees: boolean;
	/** Whether two devices contradict each other somewhere. */
	readonly contradicts: boolean;
}

/** The same with its days (`YYYY-MM-DD`): what the story of one □ is made from. */
export interface Setting extends YearSource {
	/** School days on which the school writes, oldest first. */
	readonly days: readonly string[];
	readonly planned: string;
	readonly rated: string;
	readonly closed: string;
	readonly words: Words;
}
