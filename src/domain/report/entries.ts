import type { Phase } from '../record/review/states.ts';
import type { Audience, ReportEntries } from './model.ts';
import type { Reported } from './states.ts';

/** What a □ has in the fields that a returned file may change, as this version carries them. */
export const entriesFor = (reported: Reported, audience: Audience, phase: Phase): ReportEntries =>
	audience === 'board' ? entriesOf(reported) : publicEntriesOf(reported, phase);

const entriesOf = ({ state: { texts, ratings, continuation } }: Reported): ReportEntries => ({
	result: texts.result.value,
	issue: texts.issue.value,
	improvement: texts.improvement.value,
	nextYear: texts.nextYear.value,
	ratingMidyear: ratings.ratingMidyear.value,
	ratingFinal: ratings.ratingFinal.value,
	continuation: continuation.value,
});

/** Only what the public version shows: the rating of its phase, and none of what is 該当なし. */
const publicEntriesOf = (reported: Reported, phase: Phase): ReportEntries => ({
	...entriesOf(reported),
	ratingMidyear: phase === 'midyear' ? reported.rating : null,
	ratingFinal: phase === 'final' ? reported.rating : null,
});
