import type { Change } from '../../domain/record/review/changes.ts';

/** What is read in one go: one change, or several of one sort at the same □ (five 実施記録 are one item). */
export interface Item {
	readonly key: string;
	/** undefined for the school's figures and its profile. */
	readonly action?: string;
	readonly changes: readonly [Change, ...Change[]];
}

/** Changes as they are read and counted, in the order in which they come. */
export function itemsOf(changes: readonly Change[]): Item[] {
	const items = new Map<string, [Change, ...Change[]]>();
	for (const change of changes) {
		const key = keyOf(change);
		const item = items.get(key);
		if (item) item.push(change);
		else items.set(key, [change]);
	}
	return [...items].map(([key, [first, ...rest]]) => ({
		key,
		...(first.action !== undefined && { action: first.action }),
		changes: [first, ...rest],
	}));
}

function keyOf({ kind, action, entity, field }: Change): string {
	if (kind === 'occurrence' || kind === 'evidence' || kind === 'planning') return `${kind} ${action}`;
	// `indicator/<scene>/<observation>` and `target/<scene>` by scene, `staff/<item>` all together.
	if (kind === 'figure')
		return `figure ${entity
			.split('/')
			.slice(0, 2)
			.join('/')
			.replace(/^staff\/.*/, 'staff')}`;
	return `${kind} ${entity} ${field}`;
}

/** ids of the □ among them. */
export const actionsOf = (items: readonly Item[]): ReadonlySet<string> =>
	new Set(items.flatMap(({ action }) => action ?? []));

/** Of what changed since 中間 was approved: is it the 中間の評価 itself, or what the year went on to record? */
export const isOfMidyear = ({ changes }: Item): boolean => changes.some(({ field }) => field === 'ratingMidyear');
