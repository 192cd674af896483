import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import { type Edit, stampEdits } from '../domain/record/operation.ts';
import { leftEdits } from './earlierSteps.ts';
import { type Left, type LeftEdit, nameOfEdit } from './leftShelf.ts';
import type { ShownRecord } from './shownRecord.ts';
import type { Step } from './step.ts';

export interface Leaving {
	readonly shown: ShownRecord;
	readonly fiscalYear: number;
	/** What stands on the shelf already, and comes first. */
	readonly earlier: readonly Left[];
	/** This page's steps, and where each is to be put. */
	readonly steps: ReadonlyMap<Step, string>;
	readonly editsOf: (step: Step) => readonly Edit[];
}

/**
 * Steps in a form that another page can write. They follow one another: each is built upon those before it as if they
 * had been written.
 */
export function leftBehind({ shown, fiscalYear, earlier, steps, editsOf }: Leaving): Map<Step, Left> {
	const read = shown.ready.peek();
	const scratch = foldRecord(shown.fold.operations());
	const left = new Map<Step, Left>();
	shown.readingFrom(scratch, () => {
		for (const each of earlier) pretend(scratch, leftEdits(shown, scratch, each));
		for (const [step, key] of steps) {
			const { expecting, onPicture } = step;
			const common = { key, fiscalYear, read, ...(expecting && { expecting }) };
			if (!read && onPicture && expecting) {
				const tick = { action: expecting.action, from: shown.paintedStatus(expecting.action), to: expecting.status };
				left.set(step, { ...common, edits: [], tick });
				continue;
			}
			const edits = editsOf(step).map((edit, index) => ({ ...edit, name: nameOfEdit(key, index) }));
			pretend(scratch, edits);
			left.set(step, { ...common, edits });
		}
	});
	return left;
}

/** Adds to the fold what has not been written. */
function pretend(scratch: RecordFold, edits: readonly LeftEdit[]): void {
	const stamp = { device: '', counter: 1, at: '', by: { role: 'teacher', label: '' } } as const;
	const operations = stampEdits(edits, { ...stamp, lamport: scratch.lamport + 1 });
	for (const [index, { name }] of edits.entries()) {
		const operation = operations[index];
		if (operation) scratch.add({ ...operation, id: name });
	}
}
