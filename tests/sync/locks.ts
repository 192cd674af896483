import type { Locks } from '../../src/sync/exclusive.ts';

/** Web Locks of one browser profile: one holder, the others in a queue. */
export function profileLocks(): Locks {
	let held = false;
	const queue: (() => void)[] = [];

	async function hold<Value>(work: (lock: unknown) => Promise<Value>): Promise<Value> {
		held = true;
		try {
			return await work({});
		} finally {
			held = false;
			queue.shift()?.();
		}
	}

	return {
		async request(_, { ifAvailable, signal }, work) {
			if (!held) return hold(work);
			if (ifAvailable) return work(null);
			await new Promise<void>((resolve, reject) => {
				const turn = () => resolve();
				queue.push(turn);
				signal?.addEventListener('abort', () => {
					if (queue.includes(turn)) queue.splice(queue.indexOf(turn), 1);
					reject(signal.reason);
				});
			});
			return hold(work);
		},
	};
}
