import { sameJson } from './canonical.ts';
import { deleteEntity, setField } from './edits.ts';
import type { RecordFold } from './fold.ts';
import { observationEntity } from './indicators.ts';
import type { ObservationWords } from './observationEntry.ts';
import type { Edit, Json } from './operation.ts';
import { readTarget, type TargetWords, targetEntity } from './ownTarget.ts';

/** A new observation of a scene under an id that nobody has used. What is not said is not written. */
export const addObservation = (indicator: string, id: string, words: ObservationWords): Edit[] =>
	fieldsOf(words).flatMap(([field, value]) =>
		isNothing(value) ? [] : [{ entity: observationEntity(indicator, id), field, value, seen: [] }],
	);

/** Changes to an observation; what is the same already is not written again, so that a colleague's field stays theirs. */
export function changeObservation(
	fold: RecordFold,
	indicator: string,
	id: string,
	changes: Partial<ObservationWords>,
): Edit[] {
	const entity = observationEntity(indicator, id);
	return fieldsOf(changes).flatMap(([field, value]) => changed(fold, entity, field, value));
}

export const deleteObservation = (fold: RecordFold, indicator: string, id: string): Edit[] =>
	deleteEntity(fold, observationEntity(indicator, id));

/** The school's own target of a scene. */
export function setTarget(fold: RecordFold, indicator: string, words: TargetWords): Edit[] {
	const entity = targetEntity(indicator);
	return Object.entries(words).flatMap(([field, value]) => changed(fold, entity, field, value));
}

/** Takes the school's own target of a scene away: every field that says something says nothing. */
export const clearTarget = (fold: RecordFold, indicator: string): Edit[] =>
	readTarget(fold, indicator) ? setTarget(fold, indicator, { frequency: null, rate: null, words: '' }) : [];

function changed(fold: RecordFold, entity: string, field: string, value: Json): Edit[] {
	const heads = fold.heads(entity, field);
	const same = heads.length > 0 ? heads.every((head) => sameJson(head.value, value)) : isNothing(value);
	return same ? [] : [setField(fold, entity, field, value)];
}

const isNothing = (value: Json): boolean => value === null || value === '';

const fieldsOf = ({ classes, ...rest }: Partial<ObservationWords>): [string, Json][] =>
	Object.entries({ ...rest, ...(classes !== undefined && { classes: classes && { ...classes } }) });
