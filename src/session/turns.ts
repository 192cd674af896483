/** One thing after the other, in the order they were asked for; one that fails holds nobody up. */
export class Turns {
	#last: Promise<unknown> = Promise.resolve();

	take<Value>(work: () => Promise<Value>): Promise<Value> {
		const done = this.#last.then(work);
		this.#last = done.catch(() => undefined);
		return done;
	}
}
