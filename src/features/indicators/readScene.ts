import type { Indicator } from '../../domain/plan/edition.ts';
import type { RecordFold } from '../../domain/record/fold.ts';
import { type Standing, standingOf } from '../../domain/record/indicatorRules.ts';
import { type Observation, readObservations } from '../../domain/record/indicators.ts';
import { type OwnTarget, readTarget } from '../../domain/record/ownTarget.ts';

/** One scene as the page shows it. */
export interface SceneState {
	readonly indicator: Indicator;
	/** The plan's target for this 校種; undefined where each school sets its own. */
	readonly target: Indicator['targets'][number] | undefined;
	readonly own: OwnTarget | undefined;
	/** Oldest first. */
	readonly observations: readonly Observation[];
	readonly standing: Standing;
}

export function readScene(fold: RecordFold, indicator: Indicator, target: SceneState['target']): SceneState {
	const observations = readObservations(fold, indicator.id);
	const own = target ? undefined : readTarget(fold, indicator.id);
	return { indicator, target, own, observations, standing: standingOf(observations) };
}
