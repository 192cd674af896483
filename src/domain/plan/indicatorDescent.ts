import type { Indicator, PlanEdition, SchoolType } from './edition.ts';

/** Full-width digits and spaces do not make another sentence. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/**
 * The scene of another edition that measures the same: the one with this id, else the one with this very sentence.
 * undefined = the figures of the two years cannot be compared.
 */
export function sameSceneIn(edition: PlanEdition, scene: Pick<Indicator, 'id' | 'text'>): Indicator | undefined {
	const { indicators } = edition;
	return (
		indicators.find(({ id }) => id === scene.id) ?? indicators.find(({ text }) => folded(text) === folded(scene.text))
	);
}

/** What the plan aims at for a school type; undefined where it leaves the target to each school. */
export const targetFor = (
	scene: Pick<Indicator, 'targets'>,
	schoolType: SchoolType,
): Indicator['targets'][number] | undefined => scene.targets.find((target) => target.schoolType === schoolType);
