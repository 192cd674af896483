import type { Progress, Status } from './reading.ts';

/** Counts of a set of □. 該当なし leaves the denominator. */
export function progressOf(statuses: Iterable<Status>): Progress {
	const counts: Record<Status, number> = { notStarted: 0, inProgress: 0, achieved: 0, notApplicable: 0 };
	for (const status of statuses) counts[status] += 1;
	const applicable = counts.notStarted + counts.inProgress + counts.achieved;
	return { ...counts, applicable, total: applicable + counts.notApplicable };
}
