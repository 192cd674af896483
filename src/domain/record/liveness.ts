import type { FieldHeads, NameOf } from './fieldHeads.ts';
import type { Operation } from './operation.ts';

/** Whether a thing stands: `revived` = an edit was made elsewhere while it was being deleted. */
export type Liveness = 'absent' | 'live' | 'deleted' | 'revived';

/** The field that deletes (true) and brings back (false). */
export const deletedField = 'deleted';

/**
 * A deletion holds for what its author saw. Where every head of every other field is named by a standing deletion, the
 * thing is gone; anything typed or brought back without knowing of the deletion makes it stand again, flagged.
 */
export function livenessOf(fields: ReadonlyMap<string, FieldHeads> | undefined, nameOf: NameOf): Liveness {
	if (fields === undefined) return 'absent';
	const verdicts = fields.get(deletedField)?.heads ?? [];
	const deletions = verdicts.filter((head) => head.value === true);
	if (deletions.length === 0) return 'live';
	if (verdicts.some((head) => head.value === false)) return 'revived';
	const seen = lamportsByName(deletions);
	const wasSeen = (head: Operation) => (seen.get(nameOf(head)) ?? Number.NEGATIVE_INFINITY) > head.lamport;
	for (const [name, { heads }] of fields) if (name !== deletedField && !heads.every(wasSeen)) return 'revived';
	return 'deleted';
}

function lamportsByName(deletions: readonly Operation[]): ReadonlyMap<string, number> {
	const seen = new Map<string, number>();
	for (const { replaces, lamport } of deletions) {
		for (const name of replaces) seen.set(name, Math.max(lamport, seen.get(name) ?? 0));
	}
	return seen;
}
