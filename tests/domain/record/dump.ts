import { canonical } from '../../../src/domain/record/canonical.ts';
import type { RecordFold } from '../../../src/domain/record/fold.ts';
import { readHistory } from '../../../src/domain/record/history.ts';
import { readOwnActions } from '../../../src/domain/record/readSchool.ts';
import { readAllComments } from '../../../src/domain/record/review/comments.ts';
import { readReview } from '../../../src/domain/record/review/readReview.ts';
import { phases } from '../../../src/domain/record/review/states.ts';
import { once, stateOf } from './plan.ts';

const kinds = ['action', 'own', 'occurrence', 'evidence', 'comment', 'review', 'timetable', 'school'];

/** All that can be asked of a record, as text: two records are the same when their dumps are. */
export function dump(fold: RecordFold): string {
	const entities = kinds.flatMap((kind) => fold.ids(kind).map((id) => `${kind}/${id}`));
	return canonical({
		size: fold.size,
		lamport: fold.lamport,
		operations: [...fold.operations()].map(canonical).sort(),
		entities: entities.map((entity) => ({
			entity,
			liveness: fold.liveness(entity),
			heads: fold.fields(entity).map((field) => [field, fold.heads(entity, field)]),
			history: fold.history(entity),
		})),
		actions: ['a0', 'a1'].map((id) => [stateOf(fold, { id, cadence: once }), readHistory(fold, id)]),
		merged: stateOf(fold, {
			id: 'a2',
			descendsFrom: ['a0', 'a1'].map((action) => ({ action, relation: 'merged' })),
		}),
		own: readOwnActions(fold),
		comments: readAllComments(fold),
		reviews: phases.map((phase) => reviewOf(fold, phase)),
	});
}

/** Which operations the next step has to name is a set. */
function reviewOf(fold: RecordFold, phase: (typeof phases)[number]) {
	const review = readReview(fold, phase);
	return { ...review, seen: review.seen.toSorted() };
}
