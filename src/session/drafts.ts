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

const prefix = 'masume.draft.';
const keyOf = ({ fiscalYear, entity, field }: Pick<Draft, 'fiscalYear' | 'entity' | 'field'>) =>
	`${prefix}${fiscalYear}/${entity}/${field}`;

export const keepDraft = (shelf: TextShelf, draft: Draft): boolean => shelf.write(keyOf(draft), JSON.stringify(draft));

/** Forgets a draft, unless newer text stands in its place by now. */
export const dropDraft = (shelf: TextShelf, draft: Draft): void => {
	if (shelf.read(keyOf(draft)) === JSON.stringify(draft)) shelf.remove(keyOf(draft));
};

export const readDrafts = (shelf: TextShelf, fiscalYear: number): Draft[] =>
	shelf
		.keys()
		.filter((key) => key.startsWith(`${prefix}${fiscalYear}/`))
		.flatMap((key) => {
			try {
				return [JSON.parse(shelf.read(key) ?? '') as Draft];
			} catch {
				return [];
			}
		});
