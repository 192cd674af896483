import type { SessionDeps } from '../session/sessionDeps.ts';
import type { Locks } from '../sync/exclusive.ts';

/** How long somebody waits for another tab to take up what pages have left, in milliseconds. */
const patience = 3_000;

/** Where there are no locks, or another tab does not come to an end, work is done all the same: twice is harmless. */
export const aloneIn =
	(locks: Locks | undefined): NonNullable<SessionDeps['alone']> =>
	async (work) => {
		if (!locks) return work();
		let begun: ReturnType<typeof work> | undefined;
		const begin = () => {
			begun ??= work();
			return begun;
		};
		const tooLong = new AbortController();
		const timer = setTimeout(() => tooLong.abort(), patience);
		await locks
			.request('masume-left', { signal: tooLong.signal }, () => {
				clearTimeout(timer);
				return begin();
			})
			.catch(() => undefined);
		return begin();
	};
