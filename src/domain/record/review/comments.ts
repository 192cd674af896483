import type { FieldKind } from '../fields.ts';
import { flag, text, typedText } from '../fields.ts';
import type { RecordFold } from '../fold.ts';
import type { Author, Edit, Operation } from '../operation.ts';
import { readField } from '../readField.ts';
import { isKnownTo } from '../versionVector.ts';
import { readReview } from './readReview.ts';
import type { Phase } from './states.ts';

/** What was said about one □ during its review. */
export interface Comment {
	readonly id: string;
	readonly action: string;
	readonly phase: Phase;
	readonly text: string;
	/** The □ is sent back with it: the school has to do something. */
	readonly returns: boolean;
	/** The school says that it has done it. */
	readonly settled: boolean;
	/** Sent back, and neither done nor approved since. */
	readonly open: boolean;
	readonly by: Author;
	readonly at: string;
}

/** Comments on one □ and on those of an earlier edition whose entries it shows, oldest first. */
export const readComments = (fold: RecordFold, ...actions: readonly string[]): Comment[] =>
	actions
		.flatMap((action) =>
			fold
				.referring('comment', action)
				.flatMap((id) => readComment(fold, id) ?? [])
				.filter((comment) => comment.action === action),
		)
		.sort(oldestFirst);

/** Every comment that stands, oldest first. */
export const readAllComments = (fold: RecordFold): Comment[] =>
	fold
		.ids('comment')
		.flatMap((id) => readComment(fold, id) ?? [])
		.sort(oldestFirst);

/** By the clocks of those who wrote them: people read them beside these times. */
const oldestFirst = (a: Comment, b: Comment): number => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1);

function readComment(fold: RecordFold, id: string): Comment | undefined {
	const entity = `comment/${id}`;
	const liveness = fold.liveness(entity);
	const [first] = fold.history(entity);
	if (liveness === 'deleted' || liveness === 'absent' || !first) return undefined;
	const read = <Value>(field: string, kind: FieldKind<Value>) => readField(fold, entity, field, kind).value;
	const phase: Phase = read('phase', text) === 'final' ? 'final' : 'midyear';
	const [returns, settled] = [read('returns', flag), read('settled', flag)];
	return {
		...{ id, phase, returns, settled, by: first.by, at: first.at },
		action: read('action', text),
		text: read('text', typedText),
		open: returns && !settled && !wasApproved(fold, phase, first),
	};
}

/**
 * What an approval has seen is done with, also after the phase was opened again; what was said elsewhere meanwhile is not.
 * An approval that does not say what it has seen has seen everything, as long as it stands.
 */
function wasApproved(fold: RecordFold, phase: Phase, comment: Operation): boolean {
	const { approval, steps } = readReview(fold, phase);
	if (approval && !approval.content) return true;
	return steps.some(
		(step) => step.state === 'approved' && step.content && isKnownTo(step.content.versionVector, comment),
	);
}

export interface NewComment {
	readonly action: string;
	readonly phase: Phase;
	readonly text: string;
	readonly returns: boolean;
}

/** A new comment under an id that nobody has used. */
export const addComment = (id: string, { returns, ...words }: NewComment): Edit[] => [
	...Object.entries(words).map(([field, value]) => ({ entity: `comment/${id}`, field, value, seen: [] })),
	...(returns ? [{ entity: `comment/${id}`, field: 'returns', value: true, seen: [] }] : []),
];
