import { sameJson } from '../domain/record/canonical.ts';
import { setField, tick } from '../domain/record/edits.ts';
import type { RecordFold } from '../domain/record/fold.ts';
import type { Edit } from '../domain/record/operation.ts';
import { type Draft, isWritten, readDrafts } from './drafts.ts';
import {
	type Left,
	type LeftEdit,
	leftNow,
	nameOfEdit,
	readLeft,
	standingFor,
	type TickOnPicture,
	withoutNames,
} from './leftShelf.ts';
import type { ShownRecord } from './shownRecord.ts';
import type { TextShelf } from './snapshot.ts';
import type { Step } from './step.ts';
import type { UnderWay } from './underWay.ts';

/** What earlier visits could not write and left on the shelf; without what this page has put there itself. */
export const earlierSteps = (
	shelf: TextShelf,
	shown: ShownRecord,
	fiscalYear: number,
	{ isOwn, isOwnDraft }: Pick<UnderWay, 'isOwn' | 'isOwnDraft'>,
): Step[] => [
	...readDrafts(shelf, fiscalYear).flatMap((draft) => (isOwnDraft(draft) ? [] : recoverStep(draft))),
	...readLeft(shelf, fiscalYear).flatMap((left) => (isOwn(left.key) ? [] : leftStep(shelf, shown, left))),
];

/** A draft that an earlier visit could not write; once, also where it was written after all. */
const recoverStep = (draft: Draft): Step => ({
	draft,
	edits: (fold) => {
		const { entity, field, text, seen } = draft;
		return isWritten(fold, draft) ? [] : [{ entity, field, value: text, seen }];
	},
});

/** What another page was left with. */
const leftStep = (shelf: TextShelf, shown: ShownRecord, left: Left): Step => ({
	left,
	edits: (fold) => leftEdits(shown, fold, leftNow(shelf, left)).map(withoutNames),
});

/** What of it is still to be written to this record. */
export const leftEdits = (shown: ShownRecord, fold: RecordFold, left: Left): LeftEdit[] => {
	const { key, read, edits, tick: wanted } = left;
	if (wanted) return tickLater(shown, fold, wanted).map((edit) => ({ ...edit, name: nameOfEdit(key, 0) }));
	return edits.flatMap((edit) => (read ? stillToWrite(fold, edit) : blindEdit(fold, edit)));
};

const stillToWrite = (fold: RecordFold, edit: LeftEdit): LeftEdit[] => (standingFor(fold, edit) ? [] : [edit]);

/** Decided before the record was read: it goes over what stands there, as it would have after the reading. */
const blindEdit = (fold: RecordFold, { entity, field, value, name }: LeftEdit): LeftEdit[] => {
	const heads = fold.heads(entity, field);
	const same = heads.length > 0 && heads.every((head) => sameJson(head.value, value));
	return same ? [] : [{ ...setField(fold, entity, field, value), name }];
};

/** As `tickStep`; a □ that was shown otherwise than the record says is no decision against the record. */
const tickLater = (shown: ShownRecord, fold: RecordFold, { action, from, to }: TickOnPicture): Edit[] => {
	const state = shown.readState(action);
	if (!state || (state.status === 'achieved') === (to === 'achieved')) return [];
	const edits = tick(state, fold);
	return state.status === from ? edits : edits.map((edit) => ({ ...edit, seen: [] }));
};
