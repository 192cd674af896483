import type { Indicator, PlanEdition } from '../plan/edition.ts';
import { allMeasures, allSchoolActions } from '../plan/find.ts';
import { typedText } from './fields.ts';
import type { RecordFold } from './fold.ts';
import { type Observation, readObservations } from './indicators.ts';
import { progressOf } from './progress.ts';
import { readField } from './readField.ts';
import type { ActionState, Progress, Reading } from './reading.ts';
import { type Review, readReview } from './review/readReview.ts';
import type { Phase } from './review/states.ts';
import { isMeasured } from './yearsCompared.ts';

/** A □ as the sheet names it. */
export interface HandoverItem {
	readonly state: ActionState;
	/** `1-(1)-①` */
	readonly code: string;
	readonly text: string;
	readonly own: boolean;
	/** What an open 差戻し asks for. */
	readonly asked: readonly string[];
}

/** A scene that nobody has measured this year: 未測定 was said, or nothing at all. */
export interface UnmeasuredScene {
	readonly scene: Pick<Indicator, 'id' | 'label' | 'text'>;
	readonly said: boolean;
}

/** What whoever goes leaves to whoever comes. */
export interface Handover {
	/** Counts of the plan's □. */
	readonly progress: Progress;
	/** □ that are unfinished or sent back, in the order of the plan; the school's own last. */
	readonly open: readonly HandoverItem[];
	readonly unmeasured: readonly UnmeasuredScene[];
	readonly reviews: Readonly<Record<Phase, Review>>;
	/** Who looked after the □ that are done: posts in the order in which they come up. The open ones name theirs. */
	readonly owners: readonly { readonly post: string; readonly codes: readonly string[] }[];
	readonly notes: Reading<string>;
}

export const handoverNotesEntity = 'year';
export const handoverNotesField = 'handoverNotes';

interface HandoverSource {
	readonly edition: PlanEdition;
	readonly record: RecordFold;
	/** Of every □, the plan's and the school's own. */
	readonly states: ReadonlyMap<string, ActionState>;
	readonly own: readonly { readonly id: string; readonly measure: string; readonly text: string }[];
}

/** Reads the sheet for the successor out of a year's record. */
export function readHandover({ edition, record, states, own }: HandoverSource): Handover {
	const planned = allSchoolActions(edition).map(({ action, measure }) =>
		itemOf(states.get(action.id), { code: measure.label, text: action.text, own: false }),
	);
	const labels = new Map(allMeasures(edition).map(({ id, label }) => [id, label]));
	const theirs = own.map(({ id, measure, text }) =>
		itemOf(states.get(id), { code: labels.get(measure) ?? '', text, own: true }),
	);
	const items = [...planned, ...theirs].flat();
	return {
		progress: progressOf(planned.flat().map(({ state }) => state.status)),
		open: items.filter(isOpen),
		unmeasured: edition.indicators.flatMap((scene) => unmeasuredIn(scene, readObservations(record, scene.id))),
		reviews: { midyear: readReview(record, 'midyear'), final: readReview(record, 'final') },
		owners: ownersOf(items.filter((item) => !isOpen(item) && item.state.status === 'achieved')),
		notes: readField(record, handoverNotesEntity, handoverNotesField, typedText),
	};
}

const itemOf = (state: ActionState | undefined, words: Omit<HandoverItem, 'state' | 'asked'>): HandoverItem[] =>
	state ? [{ ...words, state, asked: state.comments.filter(({ open }) => open).map(({ text }) => text) }] : [];

/** What was sent back waits for the school whatever its square says. */
const isOpen = ({ state, asked }: HandoverItem): boolean =>
	state.status === 'notStarted' || state.status === 'inProgress' || asked.length > 0;

function unmeasuredIn(scene: Indicator, observations: readonly Observation[]): UnmeasuredScene[] {
	return observations.some(isMeasured) ? [] : [{ scene, said: observations.length > 0 }];
}

function ownersOf(items: readonly HandoverItem[]): Handover['owners'] {
	const codes = new Map<string, string[]>();
	for (const { state, code } of items) {
		const post = state.owner.value.trim();
		if (post) codes.set(post, [...(codes.get(post) ?? []), code]);
	}
	return [...codes].map(([post, all]) => ({ post, codes: [...new Set(all)] }));
}
