import { ancestorsOf } from '../../domain/plan/descent.ts';
import type { SchoolAction } from '../../domain/plan/edition.ts';
import type { CaseSummary } from '../../domain/summary/schema.ts';
import type { CityCases } from '../../sync/sync.ts';

/** A case of another school, as it stands beside a □. */
export interface NeighbourCase extends CaseSummary {
	readonly key: string;
	readonly schoolName: string;
	readonly fiscalYear: number;
}

/**
 * The cases of one □ in what other schools share: of the □ itself and of those of the edition before that it continues,
 * the latest first.
 */
export const casesBeside = (
	action: Pick<SchoolAction, 'id' | 'descendsFrom'>,
	years: readonly (readonly [fiscalYear: number, cases: CityCases | undefined])[],
): NeighbourCase[] => {
	const ids = new Set([action.id, ...ancestorsOf(action)]);
	return years
		.flatMap(([fiscalYear, known]) =>
			(known?.schools ?? []).flatMap(({ school, name, cases }) =>
				cases.flatMap((each, index) =>
					ids.has(each.action)
						? [{ ...each, key: `${fiscalYear} ${school} ${index}`, schoolName: name, fiscalYear }]
						: [],
				),
			),
		)
		.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
};
