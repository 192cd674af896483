import { signal } from '@preact/signals';
import type { ClosingReason } from '../domain/record/closing.ts';
import type { Refusal } from '../domain/result.ts';
import { RefusedSteps } from './refusedSteps.ts';
import type { Step, Trouble } from './step.ts';
import type { Attempt } from './stepWriter.ts';

const closedReason: ClosingReason = 'yearClosed';

/** What could not be written or read, in one sentence at the top, and what waits to be tried again. */
export class Troubles {
	readonly shown = signal<Trouble | undefined>(undefined);
	readonly #refused = new RefusedSteps();
	readonly #again: (steps: readonly Step[]) => void;

	/** `again` reads and writes once more, when a person asks for it. */
	constructor(again: (steps: readonly Step[]) => void) {
		this.#again = again;
	}

	tell(refusal: Refusal): void {
		this.shown.value = { refusal, retry: this.#retry };
	}

	/** A step that was not written: it waits to be tried again, unless that would not help. */
	take(step: Step, { edits, result }: Attempt): void {
		const refusal = result?.ok === false ? result.refusal : undefined;
		if (refusal?.reason === closedReason) {
			// Typed text stands on the shelf, and so does what other pages have left; `ClosedYear` tells of those.
			if (!step.draft && !step.left) this.shown.value = { refusal };
			return;
		}
		// The very same edits: the store knows them again where only its answer was lost, and writes nothing twice.
		this.#refused.add(edits ? { ...step, edits: () => edits, onPicture: false } : step);
		if (refusal) this.tell(refusal);
	}

	forget(written: Step): void {
		this.#refused.forget(written);
	}

	/** Trouble is over when nothing waits to be tried again. */
	relieve(): void {
		if (this.#refused.none) this.shown.value = undefined;
	}

	#retry = (): void => this.#again(this.#refused.takeAll());
}
