import { useEffect, useState } from 'preact/hooks';
import type { Indicator, PlanEdition } from '../../domain/plan/edition.ts';
import { sameSceneIn } from '../../domain/plan/indicatorDescent.ts';
import { type Observation, readObservations } from '../../domain/record/indicators.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';

/** An earlier year as this device holds it. */
export interface EarlierYear {
	readonly fiscalYear: number;
	/** Observations of the scene that measured the same; `notComparable` where that year's plan has no such scene. */
	readonly of: (indicator: string) => readonly Observation[] | 'notComparable';
}

/** The earlier years that this device holds, oldest first; undefined until they are read. */
export function useEarlierYears(session: Session, years: Years): readonly EarlierYear[] | undefined {
	const [earlier, setEarlier] = useState<readonly EarlierYear[]>();
	useEffect(() => {
		let current = true;
		// Without its earlier years the page is still what it is for: a figure less, not a failure.
		void readEarlierYears(years, session)
			.catch(() => [])
			.then((read) => current && setEarlier(read));
		return () => {
			current = false;
		};
	}, [session, years]);
	return earlier;
}

/** The plan runs over five years. */
const mostYears = 4;

async function readEarlierYears(
	years: Years,
	{ edition, fiscalYear }: Pick<Session, 'edition' | 'fiscalYear'>,
): Promise<readonly EarlierYear[]> {
	const known = (await years.list()).filter((year) => year < fiscalYear).slice(-mostYears);
	const read = await Promise.all(known.map((year) => readYear(years, year, edition.indicators)));
	return read.filter((year) => year !== undefined);
}

async function readYear(
	years: Years,
	fiscalYear: number,
	indicators: readonly Indicator[],
): Promise<EarlierYear | undefined> {
	const [fold, edition] = await Promise.all([years.record(fiscalYear), editionOf(years, fiscalYear)]);
	if (!fold || !edition) return undefined;
	const scenes = new Map(
		indicators.map((indicator) => {
			const scene = sameSceneIn(edition, indicator);
			return [indicator.id, scene ? readObservations(fold, scene.id) : ('notComparable' as const)];
		}),
	);
	return { fiscalYear, of: (indicator) => scenes.get(indicator) ?? 'notComparable' };
}

const editionOf = (years: Years, fiscalYear: number): Promise<PlanEdition | undefined> =>
	years.editionOf(fiscalYear).catch(() => undefined);
