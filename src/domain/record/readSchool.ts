import { schoolType, text, units } from './fields.ts';
import type { RecordFold } from './fold.ts';
import { readField } from './readField.ts';
import type { OwnAction, SchoolProfile } from './reading.ts';

/** What the school said of itself; undefined until its 校種 is known. */
export function readProfile(fold: RecordFold): SchoolProfile | undefined {
	const type = readField(fold, 'school', 'schoolType', schoolType).value;
	if (type === null) return undefined;
	return {
		name: readField(fold, 'school', 'name', text).value,
		schoolType: type,
		units: readField(fold, 'school', 'units', units).value,
	};
}

/** Every □ the school added itself, deleted ones included, in the order of their ids. */
export function readOwnActions(fold: RecordFold): OwnAction[] {
	return fold
		.ids('own')
		.map((id) => readOwnAction(fold, id))
		.filter((own) => own !== undefined);
}

/** One □ of the school's own; undefined until its 項目 is known. */
export function readOwnAction(fold: RecordFold, id: string): OwnAction | undefined {
	const entity = `own/${id}`;
	const measure = readField(fold, entity, 'measure', text).value;
	const liveness = fold.liveness(entity);
	if (measure === '' || liveness === 'absent') return undefined;
	return { id, measure, text: readField(fold, entity, 'text', text), liveness, own: true };
}
