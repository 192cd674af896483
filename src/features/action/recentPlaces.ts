import type { RecordFold } from '../../domain/record/fold.ts';

/**
 * Places of the newest occurrences of the whole school, each once: what is likely to be recorded next. Where a network
 * was measured says nothing of where a class is.
 */
export const recentPlaces = (fold: RecordFold, count: number): string[] => {
	const newest = fold
		.ids('occurrence')
		.filter(
			(id) =>
				fold.liveness(`occurrence/${id}`) !== 'deleted' && fold.heads(`occurrence/${id}`, 'measured').length === 0,
		)
		.flatMap((id) => {
			const [head] = fold.heads(`occurrence/${id}`, 'place');
			return head && typeof head.value === 'string' && head.value ? [{ place: head.value, lamport: head.lamport }] : [];
		})
		.sort((a, b) => b.lamport - a.lamport);
	return [...new Set(newest.map(({ place }) => place))].slice(0, count);
};
