import type { PlanEdition } from '../plan/edition.ts';
import type { RecordFold } from '../record/fold.ts';
import { type Observation, readObservations } from '../record/indicators.ts';
import { type IndicatorSummary, type ObservationSummary, summaryBounds } from './schema.ts';
import { isDay } from './written.ts';

/** Every 場面 of the edition, in its order, with the latest looks at it; a look of no day is none. Places and memos stay. */
export const indicatorSummaries = (fold: RecordFold, edition: PlanEdition): IndicatorSummary[] =>
	edition.indicators.map(({ id }) => ({
		indicator: id,
		observations: readObservations(fold, id)
			.filter(({ date }) => isDay(date))
			.slice(-summaryBounds.observations)
			.map(observationSummary),
	}));

const observationSummary = ({ date, frequency, classes, source }: Observation): ObservationSummary => ({
	date,
	frequency,
	classes: classes && classes.of <= mostClasses ? { count: classes.count, of: classes.of } : null,
	source,
});

/** No school has more; a number without end is not one of classes. */
const mostClasses = 1_000;
