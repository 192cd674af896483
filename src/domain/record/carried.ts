import { setField } from './edits.ts';
import { status as statusKind, text } from './fields.ts';
import type { RecordFold } from './fold.ts';
import type { Edit, Json } from './operation.ts';
import { readField } from './readField.ts';
import type { AnyAction, Status } from './reading.ts';

/**
 * What was carried over from the year before when the new one was begun: field `carried` of a □. It says how things
 * stood then and answers nothing: no status, rating, count or summary of the new year looks at it.
 */
export interface Carried {
	/** The year it comes from. */
	readonly fiscalYear: number;
	/** Ids of the □ of that year; more than one where they were put together. */
	readonly actions: readonly string[];
	/** Where they stood, taken together. */
	readonly status: Status;
	/** That year's words for this one: 次年度, else 課題. May be empty. */
	readonly note: string;
}

/** A □ to be carried over, as the year before leaves it. */
export interface CarriedOver {
	/** `action/<id>` or `own/<id>` in the new year. */
	readonly entity: string;
	readonly carried: Carried;
	/** 主担当, a post; may be empty. */
	readonly owner: string;
	/** A □ of the school's own is made anew, under the same id. */
	readonly own?: { readonly measure: string; readonly text: string };
}

/** Reads the field's value; undefined where it is none. */
export function carriedIn(value: Json): Carried | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const { fiscalYear, actions, status, note } = value as { readonly [key: string]: Json };
	const read = statusKind.parse(status ?? null);
	if (typeof fiscalYear !== 'number' || !Array.isArray(actions) || !read) return undefined;
	const ids = actions.filter((id): id is string => typeof id === 'string');
	return { fiscalYear, actions: ids, status: read, note: typeof note === 'string' ? note : '' };
}

/** What a □ was carried over with; also what an older □ had that it continues, where the edition came late. */
export function readCarried(fold: RecordFold, { id, own, descendsFrom }: AnyAction): Carried | undefined {
	const older = Array.isArray(descendsFrom) ? descendsFrom.map(({ action }) => action) : [];
	for (const each of [id, ...older]) {
		for (const head of fold.heads(own ? `own/${each}` : `action/${each}`, 'carried')) {
			const carried = carriedIn(head.value);
			if (carried) return carried;
		}
	}
	return undefined;
}

/**
 * The edits that carry □ into a new year. Only what is empty there is filled, so that doing it again, also after the
 * year was begun, changes nothing; two devices that do it apart write the same values under the same names.
 */
export const carryEdits = (fold: RecordFold, items: readonly CarriedOver[]): Edit[] =>
	items.flatMap(({ entity, carried, owner, own }) => {
		// Somebody has decided that it is not needed this year.
		if (fold.liveness(entity) === 'deleted') return [];
		const fill = (field: string, value: string): Edit[] =>
			value === '' || readField(fold, entity, field, text).value !== '' ? [] : [setField(fold, entity, field, value)];
		const isMarked = fold.heads(entity, 'carried').some((head) => carriedIn(head.value) !== undefined);
		return [
			...(own ? [...fill('measure', own.measure), ...fill('text', own.text)] : []),
			...(isMarked ? [] : [setField(fold, entity, 'carried', { ...carried, actions: [...carried.actions] })]),
			...fill('owner', owner),
		];
	});
