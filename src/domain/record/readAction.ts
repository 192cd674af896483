import { readEvidence, readOccurrences } from './attachments.ts';
import { readCarried } from './carried.ts';
import { carryOver } from './carryOver.ts';
import { completionOf } from './completion.ts';
import type { Entries } from './entries.ts';
import type { RecordFold } from './fold.ts';
import type { ActionState, AnyAction, Reading, ReadingContext } from './reading.ts';
import { readComments } from './review/comments.ts';

/** Everything the record says about one □, of the plan or the school's own. */
export function readAction(fold: RecordFold, action: AnyAction, context: ReadingContext): ActionState {
	const entity = entityOf(action);
	const { entries, sources, carriedFrom, inheritedStatus } = carryOver(fold, action, entity);
	const occurrences = readOccurrences(fold, sources);
	const completion = completionOf(action, entries.status.value, occurrences, context);
	const { outOfScope, ...standing } = completion;
	return {
		id: action.id,
		entity,
		...standing,
		unforced: inheritedStatus ?? standing.unforced,
		statusReading: entries.status,
		reason: standing.basis === 'profile' ? { ...entries.reason, value: outOfScope ?? '' } : entries.reason,
		occurrences,
		evidence: readEvidence(fold, sources),
		texts: entries.texts,
		ratings: entries.ratings,
		deadline: entries.deadline,
		owner: entries.owner,
		continuation: entries.continuation,
		conflicts: [...conflictsOf(entries), ...occurrences.flatMap(({ conflicts }) => conflicts)],
		carriedFrom,
		comments: readComments(fold, ...sources),
		carried: readCarried(fold, action),
		liveness: fold.liveness(entity),
	};
}

/** `action/<id>`, or `own/<id>` for a □ of the school's own. */
export const entityOf = ({ id, own }: Pick<AnyAction, 'id' | 'own'>): string => (own ? `own/${id}` : `action/${id}`);

function conflictsOf({ texts, ratings, ...single }: Entries): string[] {
	const readings: Record<string, Reading<unknown>> = { ...single, ...texts, ...ratings };
	return Object.entries(readings)
		.filter(([, { others }]) => others.length > 0)
		.map(([field]) => field);
}
