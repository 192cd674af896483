import { sameJson } from '../domain/record/canonical.ts';
import { setField, tick } from '../domain/record/edits.ts';
import type { RecordFold } from '../domain/record/fold.ts';
import type { Edit } from '../domain/record/operation.ts';
import { type Draft, isWritten, readDrafts } from './drafts.ts';
import { type Left, readLeft, type TickOnPicture, unwritten } from './leftShelf.ts';
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
	...readLeft(shelf, fiscalYear).flatMap((left) => (isOwn(left.key) ? [] : leftStep(shown, left))),
];

/** A draft that an earlier visit could not write; once, also where it was written after all. */
const recoverStep = (draft: Draft): Step => ({
	draft,
	edits: (fold) => {
		const { entity, field, text, seen } = draft;
		return isWritten(fold, draft) ? [] : [{ entity, field, value: text, seen }];
	},
});

/** What another page was left with; nothing of it is written that stands in the record already. */
const leftStep = (shown: ShownRecord, left: Left): Step => ({
	left,
	edits: (fold) => {
		if (left.tick) return tickLater(shown, fold, left.tick);
		return left.read ? unwritten(fold, left.edits) : left.edits.flatMap((edit) => blindEdit(fold, edit));
	},
});

/** Decided before the record was read: it goes over what stands there, as it would have after the reading. */
const blindEdit = (fold: RecordFold, { entity, field, value }: Edit): Edit[] => {
	const heads = fold.heads(entity, field);
	const same = heads.length > 0 && heads.every((head) => sameJson(head.value, value));
	return same ? [] : [setField(fold, entity, field, value)];
};

/** As `tickStep`; a □ that was shown otherwise than the record says is no decision against the record. */
const tickLater = (shown: ShownRecord, fold: RecordFold, { action, from, to }: TickOnPicture): Edit[] => {
	const state = shown.readState(action);
	if (!state || (state.status === 'achieved') === (to === 'achieved')) return [];
	const edits = tick(state, fold);
	return state.status === from ? edits : edits.map((edit) => ({ ...edit, seen: [] }));
};
