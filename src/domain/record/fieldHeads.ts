import { byRecency } from './canonical.ts';
import type { Operation } from './operation.ts';

/** How `replaces` names an operation. */
export type NameOf = (operation: Operation) => string;

/**
 * The operations of one field and which of them nobody has replaced.
 *
 * `replaces` counts only towards a smaller lamport. An honest device always writes a greater one than it has seen, and
 * the rule makes cycles impossible: the greatest operation of a field is always a head.
 */
export class FieldHeads {
	readonly all: Operation[] = [];
	heads: readonly Operation[] = [];
	/** Name → the greatest lamport that replaces it; the replaced operation may still be on its way. */
	readonly #replaced = new Map<string, number>();
	readonly #nameOf: NameOf;

	constructor(nameOf: NameOf) {
		this.#nameOf = nameOf;
	}

	add(operation: Operation): void {
		this.all.push(operation);
		for (const name of operation.replaces) this.#replace(name, operation.lamport);
		if (this.heads.some((head) => !this.#stands(head))) this.heads = this.heads.filter((head) => this.#stands(head));
		if (this.#stands(operation)) this.#insert(operation);
	}

	/** To be called when names have changed. */
	recompute(): void {
		this.heads = this.all.filter((operation) => this.#stands(operation)).sort(byRecency);
	}

	#replace(name: string, lamport: number): void {
		if (lamport > (this.#replaced.get(name) ?? Number.NEGATIVE_INFINITY)) this.#replaced.set(name, lamport);
	}

	#stands(operation: Operation): boolean {
		const by = this.#replaced.get(this.#nameOf(operation));
		return by === undefined || by <= operation.lamport;
	}

	#insert(operation: Operation): void {
		const place = this.heads.findIndex((head) => byRecency(operation, head) < 0);
		this.heads = this.heads.toSpliced(place < 0 ? this.heads.length : place, 0, operation);
	}
}

/** The heads that these operations of one field would have among themselves. */
export function headsAmong(operations: Iterable<Operation>, nameOf: NameOf): readonly Operation[] {
	const field = new FieldHeads(nameOf);
	for (const operation of operations) field.add(operation);
	return field.heads;
}
