import {
	type FieldKind,
	type Frequency,
	frequency,
	type IndicatorSource,
	indicatorSource,
	json,
	text,
	typedText,
} from './fields.ts';
import type { RecordFold } from './fold.ts';
import type { Json } from './operation.ts';
import { readField } from './readField.ts';

/** One look at how often devices are used in a scene (場面). 未測定 is a frequency of its own and never 0. */
export interface Observation {
	readonly id: string;
	readonly indicator: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly frequency: Frequency | null;
	/** 週3回以上 in `count` of `of` classes. */
	readonly classes: { readonly count: number; readonly of: number } | null;
	readonly source: IndicatorSource | null;
	readonly memo: string;
	/** Fields that stand in conflict. */
	readonly conflicts: readonly string[];
}

/** Where an observation is written: `indicator/<indicator>/<observation>`. */
export const observationEntity = (indicator: string, id: string): string => `indicator/${indicator}/${id}`;

/** Observations of one scene that stand, oldest date first. */
export const readObservations = (fold: RecordFold, indicator: string): Observation[] =>
	fold
		.ids('indicator')
		.filter((id) => id.startsWith(`${indicator}/`) && fold.liveness(`indicator/${id}`) !== 'deleted')
		.map((id) => readObservation(fold, indicator, id.slice(indicator.length + 1)))
		.sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));

function readObservation(fold: RecordFold, indicator: string, id: string): Observation {
	const entity = observationEntity(indicator, id);
	const conflicts: string[] = [];
	const read = <Value>(field: string, kind: FieldKind<Value>): Value => {
		const { value, others } = readField(fold, entity, field, kind);
		if (others.length > 0) conflicts.push(field);
		return value;
	};
	return {
		...{ id, indicator },
		date: read('date', text),
		frequency: read('frequency', frequency),
		classes: classesIn(read('classes', json)),
		source: read('source', indicatorSource),
		memo: read('memo', typedText),
		conflicts,
	};
}

/** Reads the field `classes`: n of N with 0 ≤ n ≤ N and N > 0; null where it is none. */
export function classesIn(value: Json): Observation['classes'] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	const { count, of } = value as { readonly [key: string]: Json };
	if (!isCount(count) || !isCount(of) || of === 0 || count > of) return null;
	return { count, of };
}

const isCount = (value: Json | undefined): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0;

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
