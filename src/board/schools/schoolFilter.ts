import { foldForSearch, matches } from '../../ui/search.ts';
import type { SchoolStanding } from '../boardApi.ts';
import { kindWords } from '../words.ts';

export type Show = 'all' | 'noDevice' | 'openCode';
export type Order = 'code' | 'name';

export interface SchoolFilter {
	readonly query: string;
	readonly show: Show;
	readonly order: Order;
}

export const showAll: SchoolFilter = { query: '', show: 'all', order: 'code' };

const shows: Readonly<Record<Show, (school: SchoolStanding) => boolean>> = {
	all: () => true,
	noDevice: ({ devices }) => devices === 0,
	openCode: ({ codeExpiresAt }) => codeExpiresAt !== null,
};

export const isShown = (show: Show, school: SchoolStanding): boolean => shows[show](school);

/** 2 before 10, and kana and kanji as a Japanese list has them. */
const collator = new Intl.Collator('ja', { numeric: true });

/** The schools that a filter shows, by code or by name and by nothing else: this list ranks nobody. */
export function shownSchools(schools: readonly SchoolStanding[], filter: SchoolFilter): SchoolStanding[] {
	const { query, show, order } = filter;
	return schools
		.filter((school) => isShown(show, school) && (!query || matches(searchedText(school), query)))
		.sort((one, other) => collator.compare(one[order], other[order]) || collator.compare(one.code, other.code));
}

/** A character that nobody types keeps the parts apart. */
const searchedText = ({ code, name, schoolType, units }: SchoolStanding): string =>
	[code, name, ...kindWords(schoolType, units)].map(foldForSearch).join('\u0001');
