import type { Session } from './database.ts';

type Write = <Value>(work: (transaction: Session) => Promise<Value>) => Promise<Value>;

interface Job {
	readonly work: (transaction: Session) => Promise<unknown>;
	readonly resolve: (value: never) => void;
	readonly reject: (error: unknown) => void;
}

/** Works in one commit: few enough that the first does not wait long for the last. */
const most = 64;

/**
 * Lets works that are there at the same moment share one transaction and its commit: nobody is answered before it is on
 * the disk, and the disk is waited for once. Where one of them throws, nothing of the transaction stands; then each is
 * done again by itself, so that only the one that failed is told so.
 */
export function sharingCommits(write: Write): Write {
	const waiting: Job[] = [];
	let running = false;

	async function writeShared(jobs: readonly Job[]): Promise<void> {
		try {
			const values = await write(async (transaction) => {
				const done: unknown[] = [];
				for (const { work } of jobs) done.push(await work(transaction));
				return done;
			});
			for (const [index, { resolve }] of jobs.entries()) resolve(values[index] as never);
		} catch (error) {
			if (jobs.length === 1) for (const { reject } of jobs) reject(error);
			else for (const { work, resolve, reject } of jobs) await write(work).then(resolve as () => void, reject);
		}
	}

	async function writeWaiting(): Promise<void> {
		while (waiting.length > 0) {
			await writeShared(waiting.splice(0, most));
			// The database works in this very thread: only between two commits can more requests come in.
			await new Promise((resolve) => setImmediate(resolve));
		}
		running = false;
	}

	return (work) =>
		new Promise((resolve, reject) => {
			waiting.push({ work, resolve: resolve as Job['resolve'], reject });
			if (running) return;
			running = true;
			// What has arrived together is heard to the end before the first commit begins.
			setImmediate(() => void writeWaiting());
		});
}
