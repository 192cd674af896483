import type { PlanEdition } from '../../domain/plan/edition.ts';
import type { Status } from '../../domain/record/reading.ts';
import type { Row } from '../../session/row.ts';
import { foldForSearch, matches } from '../../ui/search.ts';

export type Show = 'all' | 'open' | 'season' | 'returned' | 'conflict' | Status;

export interface Filter {
	readonly show: Show;
	readonly owner: string;
	readonly policy: string;
	readonly query: string;
}

/** One □ as the filter sees it. */
export interface Candidate {
	readonly id: string;
	readonly policy: string;
	readonly row: Row;
	/** Plan's sentence, its 項目 and what the school wrote. */
	readonly text: string;
	readonly dueNow: boolean;
}

const shows: Record<Show, (candidate: Candidate) => boolean> = {
	all: () => true,
	open: ({ row }) => row.status === 'notStarted' || row.status === 'inProgress',
	season: ({ dueNow }) => dueNow,
	returned: ({ row }) => row.returned,
	conflict: ({ row }) => row.conflict,
	notStarted: ({ row }) => row.status === 'notStarted',
	inProgress: ({ row }) => row.status === 'inProgress',
	achieved: ({ row }) => row.status === 'achieved',
	notApplicable: ({ row }) => row.status === 'notApplicable',
};

export const isShow = (word: string | undefined): word is Show => word !== undefined && Object.hasOwn(shows, word);

export const countShown = (candidates: readonly Candidate[], show: Show): number =>
	candidates.filter(shows[show]).length;

/** Ids of the □ that the filter lets through. */
export const filtered = (candidates: readonly Candidate[], filter: Filter): ReadonlySet<string> =>
	new Set(
		candidates
			.filter(shows[filter.show])
			.filter(({ row }) => filter.owner === '' || row.owner === filter.owner)
			.filter(({ policy }) => filter.policy === '' || policy === filter.policy)
			.filter(({ text }) => filter.query === '' || matches(foldForSearch(text), filter.query))
			.map(({ id }) => id),
	);

/** The sentence and 項目 of every □ of an edition, by id. */
export const planTexts = (edition: PlanEdition): ReadonlyMap<string, { policy: string; text: string }> =>
	new Map(
		edition.policies.flatMap((policy) =>
			policy.areas.flatMap((area) =>
				area.measures.flatMap((measure) =>
					measure.schoolActions.map((action) => [
						action.id,
						{ policy: policy.id, text: `${measure.label} ${measure.title} ${area.title} ${action.text}` },
					]),
				),
			),
		),
	);
