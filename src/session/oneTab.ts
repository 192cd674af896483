import type { SessionDeps } from './sessionDeps.ts';

type Alone = NonNullable<SessionDeps['alone']>;

/** The same, for work that asks for it again in its middle: a tab does not wait for itself. */
export const aloneWithin = (alone: Alone = (work) => work()): Alone => {
	let within = false;
	return async (work) => {
		if (within) return work();
		return alone(async () => {
			within = true;
			return work().finally(() => {
				within = false;
			});
		});
	};
};
