import type { Phase } from '../../domain/record/review/states.ts';
import type { TextShelf } from '../../session/snapshot.ts';

/** Where words stand that were begun and not yet said. */
export interface DraftPlace {
	readonly shelf: TextShelf;
	readonly key: string;
}

interface Draft {
	readonly fiscalYear: number;
	readonly phase: Phase;
	/** What it belongs to: a □, or an event of the review. */
	readonly of: string;
}

export const draftPlace = (shelf: TextShelf, { fiscalYear, phase, of }: Draft): DraftPlace => ({
	shelf,
	key: `masume.reviewDraft.${fiscalYear}/${phase}/${of}`,
});

export const readDraft = ({ shelf, key }: DraftPlace): string => shelf.read(key) ?? '';

/** Keeps what was typed so far; nothing typed is nothing kept. */
export const keepDraft = ({ shelf, key }: DraftPlace, text: string): void => {
	if (text.trim() === '') shelf.remove(key);
	else shelf.write(key, text);
};
