import type { PlanEdition } from '../domain/plan/edition.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { TextShelf } from './snapshot.ts';

/** Everything from outside. */
export interface SessionDeps {
	readonly edition: PlanEdition;
	/** The edition is this fiscal year's own; false while the year's edition is not published yet. */
	readonly exact: boolean;
	readonly fiscalYear: number;
	/** `YYYY-MM-DD` in Japan. */
	readonly today: () => string;
	/** ISO instant. */
	readonly instant: () => string;
	readonly mintId: () => string;
	/** Loads the database's code; asked for after the first paint. */
	readonly store: () => Promise<RecordStore>;
	readonly shelf: TextShelf;
	/** Runs a task once the browser has painted what stands now. */
	readonly afterPaint: (task: () => void) => void;
	/** Runs work while no other tab takes up what pages have left; without it, two tabs may write the same thing. */
	readonly alone?: <Value>(work: () => Promise<Value>) => Promise<Value>;
}
