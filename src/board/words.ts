import { schoolTypeWord, schoolUnitWord } from '../domain/plan/applicability.ts';
import type { SchoolType, SchoolUnit } from '../domain/plan/edition.ts';
import { formalDay, tokyoDate } from '../domain/plan/fiscalYear.ts';
import { momentWord } from '../ui/words.ts';

/** ISO instant → 「11月21日 14:32」 in Japan, with the year where it is not the year of `now`. */
export function contactWord(at: string, now: string): string {
	const year = yearOf(at);
	return year === yearOf(now) ? momentWord(at) : `${year}年${momentWord(at)}`;
}

const yearOf = (at: string) => tokyoDate(Date.parse(at)).slice(0, 4);

/** ISO instant → 「12月21日」 in Japan. */
export const dateWord = (at: string): string => momentWord(at).split(' ')[0] ?? '';

/** ISO instant → 「令和8年12月21日（2026年）」 in Japan: era and western year, as on formal papers. */
export const formalDate = (at: string): string => formalDay(tokyoDate(Date.parse(at)));

/** 小学校, and its units: 特別支援学級. 情報科 goes without saying at a high school. */
export const kindWords = (schoolType: SchoolType, units: readonly SchoolUnit[]): readonly string[] => [
	schoolTypeWord(schoolType),
	...units.filter((unit) => unit !== 'informatics').map(schoolUnitWord),
];

export const countWord = (count: number): string => count.toLocaleString('ja');
