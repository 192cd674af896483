import type { RecordFold } from '../domain/record/fold.ts';
import type { Edit } from '../domain/record/operation.ts';
import type { Status } from '../domain/record/reading.ts';
import type { Refusal } from '../domain/result.ts';
import type { Draft } from './drafts.ts';
import type { Left } from './leftShelf.ts';

/** One thing a person did: what it is called, and the edits it makes once the record is at hand. */
export interface Step {
	/** 「…を「達成」にしました」; without it nothing is announced (autosave says so elsewhere). */
	readonly words?: string;
	/** Taken back by another step of its own (開き直し, 取り下げ), not by undoing. */
	readonly lasting?: boolean;
	readonly edits: (fold: RecordFold) => readonly Edit[];
	/** Shown at once, before the database answers; taken back if it refuses. */
	readonly expecting?: Expectation;
	/** Decided on the last visit's picture, before the record was read. */
	readonly onPicture?: boolean;
	/** Typed text that this step carries. */
	readonly draft?: Draft;
	/** Taken up from the shelf, where another page has left it. */
	readonly left?: Left;
}

/** How a □ will stand once a step is written. */
export interface Expectation {
	readonly action: string;
	readonly status: Status;
}

/** The last step, offered for undoing. */
export interface Notice {
	readonly words: string;
	readonly undo?: () => void;
}

/** What could not be written, and how to try again. */
export interface Trouble {
	readonly refusal: Refusal;
	readonly retry?: () => void;
}
