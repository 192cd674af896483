import type { PhaseStanding, SchoolReviews } from '../../domain/exchange/review.ts';
import type { Phase } from '../../domain/record/review/states.ts';
import { foldForSearch, matches } from '../../ui/search.ts';
import type { SchoolStanding } from '../boardApi.ts';
import { kindWords } from '../words.ts';

/** A school with its two phases. */
export interface ReviewRow {
	readonly school: SchoolStanding;
	readonly standings: Readonly<Record<Phase, PhaseStanding>>;
}

export type Show = 'all' | 'waiting' | 'changed';

export interface ReviewFilter {
	readonly query: string;
	readonly show: Show;
}

export const showAll: ReviewFilter = { query: '', show: 'all' };

const shows: Readonly<Record<Show, (standing: PhaseStanding) => boolean>> = {
	all: () => true,
	waiting: ({ state }) => state === 'approved',
	changed: ({ changedSince }) => changedSince,
};

export const isShown = (show: Show, { standings }: ReviewRow): boolean =>
	shows[show](standings.midyear) || shows[show](standings.final);

/** Where a phase stands in which nothing has happened. */
const untouched: PhaseStanding = {
	...{ state: 'draft', at: null, approval: null, changedSince: false, reopenedBecause: null },
};

/** 2 before 10, as in the list of schools. */
const collator = new Intl.Collator('ja', { numeric: true });

/** Every registered school, in the order of the codes and of nothing else: this list ranks nobody. */
export function reviewRows(schools: readonly SchoolStanding[], reviews: readonly SchoolReviews[]): ReviewRow[] {
	const known = new Map(reviews.map((each) => [each.school, each]));
	return schools
		.map((school): ReviewRow => {
			const { midyear = untouched, final = untouched } = known.get(school.code) ?? {};
			return { school, standings: { midyear, final } };
		})
		.sort((one, other) => collator.compare(one.school.code, other.school.code));
}

export const shownRows = (rows: readonly ReviewRow[], { query, show }: ReviewFilter): ReviewRow[] =>
	rows.filter((row) => isShown(show, row) && (!query || matches(searchedText(row), query)));

/** A character that nobody types keeps the parts apart. */
const searchedText = ({ school: { code, name, schoolType, units } }: ReviewRow): string =>
	[code, name, ...kindWords(schoolType, units)].map(foldForSearch).join('\u0001');
