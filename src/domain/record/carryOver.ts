import { byRecency } from './canonical.ts';
import { type Entries, readEntries } from './entries.ts';
import { type FieldKind, sameValue, status } from './fields.ts';
import type { RecordFold } from './fold.ts';
import { readField } from './readField.ts';
import type { AnyAction, Reading, Status } from './reading.ts';

/** The entries of a □ together with what it takes over from an earlier edition. */
export interface CarriedEntries {
	readonly entries: Entries;
	/** Ids whose 実施記録 and 根拠資料 are shown. */
	readonly sources: readonly string[];
	/** Ancestors that supply something that is shown. */
	readonly carriedFrom: readonly string[];
	/** The status that stands as long as nobody sets one here. */
	readonly inheritedStatus: Status | null;
}

/**
 * A year begins before its edition is published, and what was recorded against the older edition meanwhile belongs to
 * the □ that continue it. Nothing is rewritten: the older entries are looked at through the newer □, field by field,
 * until it has its own. null counts as none, so that an undone first entry shows the older one again.
 */
export function carryOver(fold: RecordFold, action: AnyAction, entity: string): CarriedEntries {
	const ancestors = ancestorsOf(action);
	const used = new Set(ancestors.filter((id) => hasAttachments(fold, id)));
	const entries = readEntries((field, kind) => {
		const own = readField(fold, entity, field, kind);
		if (fold.heads(entity, field).some((head) => head.value !== null)) return own;
		const inherited = inherit(fold, ancestors, field, kind);
		for (const id of inherited.from) used.add(id);
		return inherited.from.length > 0 ? { ...inherited.reading, seen: own.seen } : own;
	});
	return {
		entries,
		sources: [action.id, ...ancestors],
		carriedFrom: ancestors.filter((id) => used.has(id)),
		inheritedStatus: inherit(fold, ancestors, 'status', status).reading.value,
	};
}

function ancestorsOf({ id, descendsFrom }: AnyAction): string[] {
	if (!Array.isArray(descendsFrom)) return [];
	return [...new Set(descendsFrom.map(({ action }) => action))].filter((ancestor) => ancestor !== id);
}

function inherit<Value>(
	fold: RecordFold,
	ancestors: readonly string[],
	field: string,
	kind: FieldKind<Value>,
): { readonly from: readonly string[]; readonly reading: Reading<Value> } {
	const readings = ancestors.map((id) => ({ id, reading: readField(fold, `action/${id}`, field, kind) }));
	const from = readings.filter(({ reading }) => !sameValue(reading.value, kind.empty)).map(({ id }) => id);
	const [only] = readings;
	if (readings.length === 1 && only) return { from, reading: only.reading };
	return {
		from,
		reading: mergeReadings(
			readings.map(({ reading }) => reading),
			kind,
		),
	};
}

function mergeReadings<Value>(readings: readonly Reading<Value>[], kind: FieldKind<Value>): Reading<Value> {
	const value = kind.together(readings.map((reading) => reading.value));
	const [latest] = readings.flatMap(({ operation }) => operation ?? []).sort(byRecency);
	const others = readings.flatMap((reading) => reading.others).filter((other) => !sameValue(other.value, value));
	return { value, ...(latest && !sameValue(value, kind.empty) && { operation: latest }), others, seen: [] };
}

const hasAttachments = (fold: RecordFold, id: string): boolean =>
	(['occurrence', 'evidence'] as const).some((kind) =>
		fold.referring(kind, id).some((attached) => fold.liveness(`${kind}/${attached}`) !== 'deleted'),
	);
