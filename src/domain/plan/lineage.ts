import { ancestorsOf } from './descent.ts';
import type { PlanEdition } from './edition.ts';
import { allSchoolActions, type PlacedAction } from './find.ts';

/** How a □ came from the edition before: 同じ・文が変わった・まとめられた・分けられた・新しい. */
export const lineageKinds = ['same', 'reworded', 'merged', 'split', 'new'] as const;
export type LineageKind = (typeof lineageKinds)[number];

/** A □ of the later edition and what it comes from. */
export interface LineageEntry extends PlacedAction {
	readonly kind: LineageKind;
	/** □ of the earlier edition, in the order that the later one names them; none exactly where `kind` is `new`. */
	readonly ancestors: readonly PlacedAction[];
}

export interface Lineage {
	/** Every □ of the later edition, in its order. */
	readonly entries: readonly LineageEntry[];
	/** □ of the earlier edition that nothing continues, in its order. */
	readonly ended: readonly PlacedAction[];
}

/** Of several relations of one □ the one that tells most of what happened to it. */
const tellingMost: readonly LineageKind[] = ['merged', 'split', 'reworded', 'same'];

/**
 * How the □ of one edition descend from those of another. Total: every □ of the later edition has one entry, and every
 * □ of the earlier one is an ancestor or ended. A year may be recorded against the edition of the year before; then the
 * two are one edition, and every □ is itself.
 */
export function lineageOf(earlier: PlanEdition, later: PlanEdition): Lineage {
	const before = allSchoolActions(earlier);
	const byId = new Map(before.map((placed) => [placed.action.id, placed]));
	const entries = allSchoolActions(later).map((placed): LineageEntry => {
		const { id, descendsFrom } = placed.action;
		const itself = byId.get(id);
		if (itself) return { ...placed, kind: 'same', ancestors: [itself] };
		const ancestors = [...new Set(ancestorsOf(placed.action))].flatMap((ancestor) => byId.get(ancestor) ?? []);
		if (ancestors.length === 0 || typeof descendsFrom === 'string') return { ...placed, kind: 'new', ancestors: [] };
		const relations: readonly LineageKind[] = descendsFrom
			.filter(({ action }) => byId.has(action))
			.map(({ relation }) => relation);
		return { ...placed, kind: tellingMost.find((kind) => relations.includes(kind)) ?? 'reworded', ancestors };
	});
	const continued = new Set(entries.flatMap(({ ancestors }) => ancestors.map(({ action }) => action.id)));
	return { entries, ended: before.filter(({ action }) => !continued.has(action.id)) };
}
