import type { Edit, Operation } from '../domain/record/operation.ts';
import { type Draft, fieldKeyOf } from './drafts.ts';

/**
 * Typing goes on while its first part is being written, and the field cannot know yet what that part is called. Whoever
 * typed it has seen it: without this, a person's sentence would stand in 食い違い with its own beginning.
 */
export class OwnWriting {
	readonly #written = new Map<string, { readonly seen: string; readonly ids: readonly string[] }>();

	/** Edits of typed text, naming what the same typing has written already. */
	withOwn(edits: readonly Edit[], draft: Draft): readonly Edit[] {
		const before = this.#written.get(fieldKeyOf(draft));
		if (before?.seen !== namesOf(draft)) return edits;
		return edits.map((edit) => ({ ...edit, seen: [...edit.seen, ...before.ids] }));
	}

	note(draft: Draft, operations: readonly Operation[]): void {
		if (operations.length === 0) return;
		this.#written.set(fieldKeyOf(draft), { seen: namesOf(draft), ids: operations.map(({ id }) => id) });
	}
}

const namesOf = ({ seen }: Draft): string => [...seen].sort().join(' ');
