import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isClosed } from '../domain/record/closing.ts';
import type { ShownRecord } from './shownRecord.ts';
import type { Step } from './step.ts';

/** Whether the open year is closed, and what stands on this device's shelf because of it. */
export class ClosedYear {
	readonly closed: ReadonlySignal<boolean>;
	/** What was done here before the closing was known, and may be written no more until the year is opened again. */
	readonly heldBack = signal<readonly Step[]>([]);
	readonly #earlier: () => readonly Step[];

	/** `earlier`: what stands on the shelf. */
	constructor(shown: ShownRecord, earlier: () => readonly Step[]) {
		this.#earlier = earlier;
		this.closed = computed(() => shown.version.value > 0 && isClosed(shown.fold));
	}

	/** Looks what waits for the year to be opened again. */
	look(): void {
		const held = this.closed.peek() ? this.#earlier() : [];
		if (held.length > 0 || this.heldBack.peek().length > 0) this.heldBack.value = held;
	}
}
