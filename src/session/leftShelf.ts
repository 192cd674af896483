import { sameJson } from '../domain/record/canonical.ts';
import type { RecordFold } from '../domain/record/fold.ts';
import type { Edit, Operation } from '../domain/record/operation.ts';
import type { Status } from '../domain/record/reading.ts';
import type { TextShelf } from './snapshot.ts';
import type { Expectation } from './step.ts';

/** An edit that has not been written. Until it is, later ones that have seen it call it by this name in `seen`. */
export interface LeftEdit extends Edit {
	readonly name: string;
}

/** A □ that was ticked on the last visit's picture, before the record was read: how it was shown, and what was wanted. */
export interface TickOnPicture {
	readonly action: string;
	readonly from: Status;
	readonly to: Status;
}

/** A step that a page was left with before it was written; another page, or the same one, writes it. */
export interface Left {
	readonly key: string;
	readonly fiscalYear: number;
	/** The record had been read: `seen` of the edits says what the person saw. Else they know of nothing. */
	readonly read: boolean;
	/** Instead of edits, where the record had not been read. */
	readonly tick?: TickOnPicture;
	readonly edits: readonly LeftEdit[];
	readonly expecting?: Expectation;
}

const prefix = 'masume.left.';
const namePrefix = 'left-';

const keysOf = (shelf: TextShelf, fiscalYear: number): string[] =>
	shelf
		.keys()
		.filter((key) => key.startsWith(`${prefix}${fiscalYear}/`))
		.sort();

/** A key behind all others, also behind one that is not there yet: what was done first is taken up first. */
export const nextKey = (shelf: TextShelf, fiscalYear: number, minted: string, behind = ''): string => {
	const start = `${prefix}${fiscalYear}/`;
	const numbers = [...keysOf(shelf, fiscalYear), behind].map((key) => Number.parseInt(key.slice(start.length), 10));
	const last = Math.max(0, ...numbers.filter(Number.isFinite));
	return `${start}${String(last + 1).padStart(6, '0')}.${minted}`;
};

/** What the edits of a step under this key are called, the same however often the step is left. */
export const nameOfEdit = (key: string, index: number): string =>
	`${namePrefix}${key.slice(key.lastIndexOf('.') + 1)}.${index}`;

/** Returns false where the shelf has no room; then nothing older stands there in its place. */
export const keepLeft = (shelf: TextShelf, { key, ...left }: Left): boolean => {
	const kept = shelf.write(key, JSON.stringify(left));
	if (!kept) shelf.remove(key);
	return kept;
};

/** Oldest first. */
export const readLeft = (shelf: TextShelf, fiscalYear: number): Left[] =>
	keysOf(shelf, fiscalYear).flatMap((key) => leftIn(key, shelf.read(key)) ?? []);

/** As it stands there now: what it was built upon may have been written since, and goes by its real name then. */
export const leftNow = (shelf: TextShelf, left: Left): Left => leftIn(left.key, shelf.read(left.key)) ?? left;

/**
 * Takes a step that stands in the record off the shelf; what was built upon it there calls it by its real names. Comes
 * with the operations that it was written as just now.
 */
export const dropLeft = (shelf: TextShelf, fold: RecordFold, left: Left, operations: readonly Operation[]): void => {
	const { key, fiscalYear, edits, tick } = leftNow(shelf, left);
	const names = tick ? [nameOfEdit(key, 0)] : edits.map(({ name }) => name);
	for (const [index, name] of names.entries()) {
		const operation = tick ? operations[index] : edits[index] && standingFor(fold, edits[index]);
		if (operation) rename(shelf, fiscalYear, name, fold.nameOf(operation));
	}
	shelf.remove(key);
};

function rename(shelf: TextShelf, fiscalYear: number, from: string, to: string): void {
	for (const key of keysOf(shelf, fiscalYear)) {
		const text = shelf.read(key) ?? '';
		const renamed = text.replaceAll(JSON.stringify(from), JSON.stringify(to));
		if (renamed !== text) shelf.write(key, renamed);
	}
}

/** As an ordinary edit. What it had seen and never came to be written is nothing to replace. */
export const withoutNames = ({ name: _, ...edit }: LeftEdit): Edit => ({
	...edit,
	seen: edit.seen.filter((seen) => !seen.startsWith(namePrefix)),
});

/** The operation that says it already, or said it: the page was left after the writing. */
export const standingFor = (fold: RecordFold, { entity, field, value, seen }: Edit): Operation | undefined =>
	fold.heads(entity, field).find((head) => sameJson(head.value, value)) ??
	fold
		.history(entity)
		.find(
			(each) =>
				each.field === field && sameJson(each.value, value) && seen.every((name) => each.replaces.includes(name)),
		);

/** Anybody may have written on the shelf, also another version of this app. */
const leftIn = (key: string, text: string | null): Left | undefined => {
	try {
		const left = JSON.parse(text ?? '') as Omit<Left, 'key'> | null;
		const sound = typeof left?.fiscalYear === 'number' && typeof left.read === 'boolean';
		if (!sound || !Array.isArray(left.edits) || !left.edits.every(isEdit)) return undefined;
		if (left.tick !== undefined && !isTick(left.tick)) return undefined;
		if (left.expecting !== undefined && !isExpectation(left.expecting)) return undefined;
		return { ...left, key };
	} catch {
		return undefined;
	}
};

const areWords = (...words: unknown[]): boolean => words.every((word) => typeof word === 'string');

const isEdit = (edit: Partial<LeftEdit> | null): boolean =>
	areWords(edit?.entity, edit?.field, edit?.name) &&
	edit?.value !== undefined &&
	Array.isArray(edit.seen) &&
	areWords(...edit.seen);

const statuses: readonly unknown[] = ['notStarted', 'inProgress', 'achieved', 'notApplicable'] satisfies Status[];

const isTick = (tick: Partial<TickOnPicture> | null): boolean =>
	areWords(tick?.action) && statuses.includes(tick?.from) && statuses.includes(tick?.to);

const isExpectation = (expected: Partial<Expectation> | null): boolean =>
	areWords(expected?.action) && statuses.includes(expected?.status);
