import type { Timers } from '../../src/sync/request.ts';

/** Time that passes only when a test says so. */
export class HandClock implements Timers {
	#now = 0;
	#last = 0;
	readonly #due = new Map<number, { at: number; task: () => void }>();

	setTimeout = (task: () => void, delay: number): number => {
		this.#last += 1;
		this.#due.set(this.#last, { at: this.#now + delay, task });
		return this.#last;
	};

	clearTimeout = (handle: unknown): void => {
		this.#due.delete(handle as number);
	};

	/** Lets so many milliseconds pass; what falls due runs in its order. */
	pass(span: number): void {
		const end = this.#now + span;
		for (let next = this.#next(end); next; next = this.#next(end)) {
			const [handle, { at, task }] = next;
			this.#now = at;
			this.#due.delete(handle);
			task();
		}
		this.#now = end;
	}

	/** Spans until what is still to come, shortest first. */
	get ahead(): number[] {
		return [...this.#due.values()].map(({ at }) => at - this.#now).toSorted((a, b) => a - b);
	}

	#next(end: number) {
		return [...this.#due].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)[0];
	}
}
