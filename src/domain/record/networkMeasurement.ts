import type { PlanEdition } from '../plan/edition.ts';
import { allSchoolActions } from '../plan/find.ts';
import { addOccurrence, addOwnAction, reviveEntity } from './edits.ts';
import { json, text, typedText } from './fields.ts';
import type { RecordFold } from './fold.ts';
import { type Measurement, measurementIn } from './measurement.ts';
import type { Edit } from './operation.ts';
import { readField } from './readField.ts';

/** 定期的なネットワーク測定: which □ it belongs to, what is written with one, and what was measured in the year. */

/** One and the same on every device, so that two that measure apart do not make two □. */
export const ownMeasuring = {
	id: 'network-measurement',
	measure: '3-1-1',
	text: '定期的なネットワーク測定と報告',
} as const;

/** Id of the □ that measurements are kept under: the plan's, or where the edition has none, the school's own. */
export const measuringAction = (edition: PlanEdition): string => plansAction(edition)?.id ?? ownMeasuring.id;

const plansAction = (edition: PlanEdition) =>
	allSchoolActions(edition).find(({ action }) => action.tool === 'networkMeasurement')?.action;

/** A measurement as it is entered: on which day, where, and what was measured. */
export interface NewMeasurement {
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly place: string;
	readonly measured: Measurement;
}

/** Keeps a measurement as an 実施記録 under an id that nobody has used. The first makes its □ where the plan has none. */
export function keepMeasurement(fold: RecordFold, edition: PlanEdition, id: string, kept: NewMeasurement): Edit[] {
	const { date, place, measured } = kept;
	const occurrence = { action: measuringAction(edition), date, place, memo: measuredWords(measured) };
	return [
		...(plansAction(edition) ? [] : standingOwn(fold)),
		...addOccurrence(id, occurrence),
		{ entity: `occurrence/${id}`, field: 'measured', value: { ...measured }, seen: [] },
	];
}

function standingOwn(fold: RecordFold): Edit[] {
	const { id, ...words } = ownMeasuring;
	const liveness = fold.liveness(`own/${id}`);
	if (liveness === 'absent') return addOwnAction(id, words);
	return liveness === 'deleted' ? reviveEntity(fold, `own/${id}`) : [];
}

/** 「往復 12ミリ秒・下り 41.2 Mbps・上り 8.5 Mbps・使用中の端末 32台」 */
export const measuredWords = ({ roundTripMs, downMbps, upMbps, devices }: Measurement): string =>
	[
		`往復 ${roundTripMs}ミリ秒`,
		`下り ${downMbps} Mbps`,
		`上り ${upMbps} Mbps`,
		...(devices === null ? [] : [`使用中の端末 ${devices}台`]),
	].join('・');

/** One of the year's measurements. */
export interface KeptMeasurement {
	/** Of its 実施記録. */
	readonly id: string;
	readonly action: string;
	readonly date: string;
	readonly place: string;
	readonly measured: Measurement;
}

/** Every measurement that stands in a year, under whatever □, oldest first. */
export function readMeasurements(fold: RecordFold): KeptMeasurement[] {
	return fold
		.ids('occurrence')
		.filter((id) => fold.liveness(`occurrence/${id}`) !== 'deleted')
		.flatMap((id) => readMeasurement(fold, id) ?? [])
		.sort((a, b) => compare(a.measured.at, b.measured.at) || compare(a.id, b.id));
}

function readMeasurement(fold: RecordFold, id: string): KeptMeasurement | undefined {
	const entity = `occurrence/${id}`;
	const measured = measurementIn(readField(fold, entity, 'measured', json).value);
	if (!measured) return undefined;
	const action = readField(fold, entity, 'action', text).value;
	const date = readField(fold, entity, 'date', text).value;
	return { id, action, date, place: readField(fold, entity, 'place', typedText).value, measured };
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
