import { sameField } from './drafts.ts';
import type { Step } from './step.ts';

/**
 * Steps that could not be written and wait to be tried again, oldest first. A step that went well since does not make
 * them good: as long as one waits, 「保存しました」 would not be true.
 */
export class RefusedSteps {
	#waiting: Step[] = [];

	get none(): boolean {
		return this.#waiting.length === 0;
	}

	add(step: Step): void {
		this.#waiting = [...this.#waiting.filter((earlier) => !sameThing(earlier, step)), step];
	}

	/** A step went well: what it did anew is waited for no more, nor is what still stands in its own form. */
	forget(written: Step): void {
		this.#waiting = this.#waiting.filter((earlier) => letGo(earlier) && !sameThing(earlier, written));
	}

	/** Everything that waits, to be tried again. */
	takeAll(): readonly Step[] {
		const all = this.#waiting;
		this.#waiting = [];
		return all;
	}
}

/** The page has gone on as if it were written: a □ that was ticked, a text that was left, what another page had to write. Forms wait for their answer. */
const letGo = ({ expecting, draft, left }: Step): boolean =>
	[expecting, draft, left].some((each) => each !== undefined);

const sameThing = (a: Step, b: Step): boolean =>
	(a.expecting !== undefined && a.expecting.action === b.expecting?.action) ||
	(a.draft !== undefined && b.draft !== undefined && sameField(a.draft, b.draft));
