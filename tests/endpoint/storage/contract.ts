import { accessStories } from './accessStories.ts';
import { boardStories } from './boardStories.ts';
import { caseStories } from './caseStories.ts';
import { logStories } from './logStories.ts';
import { reviewStories } from './reviewStories.ts';
import { summaryStories } from './summaryStories.ts';
import type { Place } from './town.ts';
import { writerStories } from './writerStories.ts';

/** What every storage promises. `newPlace` makes an empty database; whoever passes it sees to its end. */
export function storageContract(newPlace: () => Promise<Place>): void {
	logStories(newPlace);
	writerStories(newPlace);
	summaryStories(newPlace);
	caseStories(newPlace);
	accessStories(newPlace);
	boardStories(newPlace);
	reviewStories(newPlace);
}
