import { tokyoDate } from '../plan/fiscalYear.ts';
import { readOccurrence } from '../record/attachments.ts';
import type { RecordFold } from '../record/fold.ts';
import { isDay, isInstant } from './written.ts';

/**
 * The day (`YYYY-MM-DD`) that a summary judges the weeks of a year on: the latest one up to `today` on which something
 * was written, or is said to have been done. So the same record gives the same summary on every device and every day:
 * a week in which nobody recorded anything sends nothing, and a device whose clock runs ahead does not judge weeks that
 * have not come. An occurrence dated ahead counts from its day on, as on the screen; only its coming can change a summary
 * without a new operation. `today` itself where the record names no day.
 *
 * Wall clocks are for people, and so is this: it decides neither what is merged nor what is accepted.
 */
export function asOfDay(fold: RecordFold, today: string): string {
	let latest = '';
	for (const day of daysOf(fold)) if (day > latest && day <= today && isDay(day)) latest = day;
	return latest === '' ? today : latest;
}

function* daysOf(fold: RecordFold): Iterable<string> {
	for (const { at } of fold.operations()) if (isInstant(at)) yield tokyoDate(Date.parse(at));
	for (const id of fold.ids('occurrence')) {
		if (fold.liveness(`occurrence/${id}`) !== 'deleted') yield readOccurrence(fold, id).date;
	}
}
