import type { RecordFold } from '../domain/record/fold.ts';
import type { TextShelf } from './snapshot.ts';

/**
 * Text that was typed and is not yet known to be in the database: kept from the moment a commit is asked for until it
 * is confirmed, so that a closed lid, a killed tab or a full disk loses nothing.
 */
export interface Draft {
	readonly fiscalYear: number;
	readonly entity: string;
	readonly field: string;
	readonly text: string;
	/** Heads the person saw when the typing began. */
	readonly seen: readonly string[];
}

type FieldOfYear = Pick<Draft, 'fiscalYear' | 'entity' | 'field'>;

export const fieldKeyOf = ({ fiscalYear, entity, field }: FieldOfYear) => `${fiscalYear}/${entity}/${field}`;
export const sameField = (a: FieldOfYear, b: FieldOfYear): boolean => fieldKeyOf(a) === fieldKeyOf(b);

const prefix = 'masume.draft.';
const keyOf = (field: FieldOfYear) => `${prefix}${fieldKeyOf(field)}`;

export const keepDraft = (shelf: TextShelf, draft: Draft): boolean => shelf.write(keyOf(draft), JSON.stringify(draft));

/** This very text stands on the shelf. */
export const isDraftKept = (shelf: TextShelf, draft: Draft): boolean =>
	shelf.read(keyOf(draft)) === JSON.stringify(draft);

/** Forgets a draft, unless newer text stands in its place by now. */
export const dropDraft = (shelf: TextShelf, draft: Draft): void => {
	if (isDraftKept(shelf, draft)) shelf.remove(keyOf(draft));
};

export const readDrafts = (shelf: TextShelf, fiscalYear: number): Draft[] =>
	shelf
		.keys()
		.filter((key) => key.startsWith(`${prefix}${fiscalYear}/`))
		.flatMap((key) => draftIn(shelf.read(key)) ?? []);

/** Whether a draft stands in the record already: the tab was killed after the writing and before the forgetting. */
export const isWritten = (fold: RecordFold, { entity, field, text, seen }: Draft): boolean =>
	fold.heads(entity, field).some(({ value }) => value === text) ||
	fold
		.history(entity)
		.some((each) => each.field === field && each.value === text && seen.every((id) => each.replaces.includes(id)));

/** Anybody may have written on the shelf, also another version of this app. */
const draftIn = (text: string | null): Draft | undefined => {
	try {
		const draft = JSON.parse(text ?? '') as Partial<Draft> | null;
		const words = [draft?.entity, draft?.field, draft?.text];
		const sound = typeof draft?.fiscalYear === 'number' && Array.isArray(draft.seen);
		return sound && words.every((word) => typeof word === 'string') ? (draft as Draft) : undefined;
	} catch {
		return undefined;
	}
};
