import type { Continuation, Deadline, Rating } from '../plan/edition.ts';
import { continuation, deadline, type FieldKind, rating, status, text, typedText } from './fields.ts';
import type { RatingField, Reading, Status, TextField } from './reading.ts';

/** The fields a □ has of itself, as entered. */
export interface Entries {
	readonly status: Reading<Status | null>;
	readonly reason: Reading<string>;
	readonly texts: Readonly<Record<TextField, Reading<string>>>;
	readonly ratings: Readonly<Record<RatingField, Reading<Rating | null>>>;
	readonly deadline: Reading<Deadline | null>;
	readonly owner: Reading<string>;
	/** 新規・継続・拡充 for next year. */
	readonly continuation: Reading<Continuation | null>;
}

/** How one field is found: from one entity, or from several of an earlier edition. */
export type ReadOne = <Value>(field: string, kind: FieldKind<Value>) => Reading<Value>;

/** Reads every field of a □ in one given way. */
export const readEntries = (read: ReadOne): Entries => ({
	status: read('status', status),
	reason: read('reason', typedText),
	texts: {
		result: read('result', typedText),
		issue: read('issue', typedText),
		improvement: read('improvement', typedText),
		nextYear: read('nextYear', typedText),
	},
	ratings: { ratingMidyear: read('ratingMidyear', rating), ratingFinal: read('ratingFinal', rating) },
	deadline: read('deadline', deadline),
	owner: read('owner', text),
	continuation: read('continuation', continuation),
});
