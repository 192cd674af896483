import { defaultUnits } from '../domain/plan/applicability.ts';
import type { SchoolType } from '../domain/plan/edition.ts';
import { setField, tick } from '../domain/record/edits.ts';
import type { Json } from '../domain/record/operation.ts';
import type { Status } from '../domain/record/reading.ts';
import type { ShownRecord } from './shownRecord.ts';
import type { Step } from './step.ts';

const ticked = { achieved: '達成', inProgress: '実施中', notStarted: '未着手' } as const;

/** □ ↔ ☑, as the person sees the row now. */
export const tickStep = (shown: ShownRecord, id: string, code: string): Step => {
	const { status, occurrences } = shown.row(id).peek();
	const back: Status = occurrences > 0 ? 'inProgress' : 'notStarted';
	const next = status === 'achieved' ? back : 'achieved';
	return {
		words: `${code} を「${ticked[next]}」にしました`,
		expecting: { action: id, status: next },
		onPicture: !shown.ready.peek(),
		edits: (fold) => {
			const state = shown.readState(id);
			// Pressed twice before the first was written: what the person saw counts, not what is stored by now.
			if (!state || (state.status === 'achieved') === (next === 'achieved')) return [];
			return tick(state, fold);
		},
	};
};

export interface SetOptions {
	readonly words?: string;
	/** The heads the person saw when they began, where that was earlier than now. */
	readonly seen?: readonly string[];
}

/** One field of one entity. Typed text comes with what was seen, and is kept as a draft until it is written. */
export const setStep = (
	fiscalYear: number,
	entity: string,
	field: string,
	value: Json,
	{ words, seen }: SetOptions,
): Step => {
	const draft = typeof value === 'string' && seen ? { fiscalYear, entity, field, text: value, seen } : undefined;
	return {
		...(words && { words }),
		...(draft && { draft }),
		edits: (fold) => {
			const edit = setField(fold, entity, field, value);
			return [seen ? { ...edit, seen } : edit];
		},
	};
};

/** 「まず試してみる」. */
export const beginStep = (schoolType: SchoolType): Step => ({
	edits: (fold) => [
		setField(fold, 'school', 'schoolType', schoolType),
		setField(fold, 'school', 'units', [...defaultUnits(schoolType)]),
	],
});
