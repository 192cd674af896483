import type { RecordFold } from '../../src/domain/record/fold.ts';
import type { Edit } from '../../src/domain/record/operation.ts';
import type { ToldDevice } from './told.ts';

/** One thing somebody did. `unaware`: without having heard of what the other device did a moment ago. */
export interface Step {
	readonly date: string;
	readonly device: ToldDevice;
	readonly unaware?: true;
	readonly edits: (fold: RecordFold) => readonly Edit[];
}
