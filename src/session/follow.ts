import type { RecordStore } from '../store/recordStore.ts';

export interface Follower {
	/** Operations that this session has not written itself. */
	news(): void;
	/** Operations have left the year's log: what was read before is let go. */
	rewritten(): void;
	/** Identity, post or school. */
	device(): void;
}

/** Hears what happens to the open year. What `commit` wrote in this tab its caller has already. */
export const follow = (store: RecordStore, fiscalYear: number, follower: Follower): (() => void) =>
	store.onChange((change) => {
		if (change.kind === 'operations' && (!change.here || change.how === 'arrived')) follower.news();
		if (change.kind === 'rewritten' && change.fiscalYear === fiscalYear) follower.rewritten();
		if (change.kind === 'device') follower.device();
	});
