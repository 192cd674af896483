import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import { type Edit, stampEdits } from '../domain/record/operation.ts';
import { type Left, type LeftEdit, nameOfEdit } from './leftShelf.ts';
import type { ShownRecord } from './shownRecord.ts';
import type { Step } from './step.ts';

export interface Unsettled {
	readonly step: Step;
	/** Where it is to be put on the shelf; undefined where it stands there already. */
	readonly key: string | undefined;
}

/**
 * Steps in a form that another page can write, one for each that has a key. They follow one another: each is built upon
 * those before it as if they had been written.
 */
export function leftBehind(
	shown: ShownRecord,
	fiscalYear: number,
	steps: readonly Unsettled[],
	editsOf: (step: Step) => readonly Edit[],
): Map<Step, Left> {
	const read = shown.ready.peek();
	const scratch = foldRecord(shown.fold.operations());
	const left = new Map<Step, Left>();
	shown.readingFrom(scratch, () => {
		for (const { step, key } of steps) {
			const { expecting, onPicture } = step;
			const painted = !read && onPicture && expecting;
			const edits = painted ? [] : named(step, key, editsOf(step));
			pretend(scratch, edits);
			if (key === undefined) continue;
			const tick = painted && {
				tick: { action: expecting.action, from: shown.paintedStatus(expecting.action), to: expecting.status },
			};
			left.set(step, { key, fiscalYear, read, edits, ...tick, ...(expecting && { expecting }) });
		}
	});
	return left;
}

/** By the names they have on the shelf. Typed text, which stands there as a draft, has none: nothing is built upon it. */
function named({ left }: Step, key: string | undefined, edits: readonly Edit[]): readonly LeftEdit[] {
	if (key !== undefined) return edits.map((edit, index) => ({ ...edit, name: nameOfEdit(key, index) }));
	return left?.edits ?? [];
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
