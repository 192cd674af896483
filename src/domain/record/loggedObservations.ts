import type { Frequency } from './fields.ts';
import type { RecordFold } from './fold.ts';
import { addObservation, changeObservation } from './indicatorEdits.ts';
import { type Observation, readObservations } from './indicators.ts';
import type { ObservationWords } from './observationEntry.ts';
import type { Edit } from './operation.ts';

/** One scene on one day, as a summary of device logs tells it. */
export interface LoggedObservation {
	readonly indicator: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly classes: Observation['classes'];
	readonly frequency: Frequency | null;
}

/** What recording it would do. `changes` = the same scene and day has been recorded from a device log, and said otherwise. */
export type Planned = { readonly logged: LoggedObservation } & (
	| { readonly kind: 'adds' }
	| { readonly kind: 'changes'; readonly before: Observation }
	| { readonly kind: 'same'; readonly before: Observation }
);

/** What a summary would change in the record. A summary that is read in again adds nothing. */
export function planLogged(fold: RecordFold, logged: readonly LoggedObservation[]): Planned[] {
	return logged.map((each): Planned => {
		const before = readObservations(fold, each.indicator).findLast(
			({ date, source }) => date === each.date && source === 'deviceLog',
		);
		if (!before) return { logged: each, kind: 'adds' };
		return { logged: each, kind: saysTheSame(before, each) ? 'same' : 'changes', before };
	});
}

/** Whatever a summary leaves unsaid stays as it is. */
const saysTheSame = (before: Observation, { classes, frequency }: LoggedObservation): boolean =>
	(frequency === null || before.frequency === frequency) &&
	(classes === null || (before.classes?.count === classes.count && before.classes.of === classes.of));

/** The edits of one step that records a summary. `ids`: one unused id for each that is new, in the order given. */
export function recordLogged(fold: RecordFold, logged: readonly LoggedObservation[], ids: readonly string[]): Edit[] {
	return planLogged(fold, logged).flatMap((planned, index) => {
		const { indicator, date, classes, frequency } = planned.logged;
		if (planned.kind === 'same') return [];
		if (planned.kind === 'changes') {
			return changeObservation(fold, indicator, planned.before.id, saidAnew(planned.before, planned.logged));
		}
		const id = ids[index];
		if (id === undefined) throw new Error(`no id for observation ${index}`);
		return addObservation(indicator, id, { date, classes, frequency, source: 'deviceLog', memo: '' });
	});
}

/** What is said is written over what stands, and 未測定 does not stay beside numbers, nor numbers beside 未測定. */
function saidAnew(before: Observation, { classes, frequency }: LoggedObservation): Partial<ObservationWords> {
	if (frequency === 'unmeasured') return { frequency, classes: null };
	if (frequency) return { frequency, ...(classes && { classes }) };
	return { classes, ...(before.frequency === 'unmeasured' && { frequency: null }) };
}
