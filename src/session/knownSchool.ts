import { setField } from '../domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import type { Edit } from '../domain/record/operation.ts';
import type { SchoolProfile } from '../domain/record/reading.ts';
import { readProfile } from '../domain/record/readSchool.ts';
import type { RecordStore } from '../store/recordStore.ts';

/** The school as the latest year before this one knows it. */
export async function earlierProfile(store: RecordStore, fiscalYear: number): Promise<SchoolProfile | undefined> {
	const years = await store.years();
	const year = years.ok ? years.value.filter((each) => each < fiscalYear).at(-1) : undefined;
	const log = year === undefined ? undefined : await store.readLog(year);
	return log?.ok ? readProfile(foldRecord(log.value.operations)) : undefined;
}

interface KnownSchool {
	/** The school as it is shown. */
	readonly shown: SchoolProfile | undefined;
	/** Some earlier year's record knows it. */
	readonly fromEarlier: boolean;
}

/**
 * What has to be written of a known school before these edits, in a year whose record does not name it: all of it when
 * the edits change a part of it, for a name alone makes no school; and when no other year has it either.
 */
export function schoolToCarry(fold: RecordFold, school: KnownSchool, edits: readonly Edit[]): Edit[] {
	const { shown, fromEarlier } = school;
	const changed = edits.filter(({ entity }) => entity === 'school');
	if (!shown || edits.length === 0 || readProfile(fold) || (fromEarlier && changed.length === 0)) return [];
	const says = (field: string, value?: string) =>
		changed.some((edit) => edit.field === field && (value === undefined || edit.value === value));
	if (says('schoolType', shown.schoolType)) return [];
	return [
		// A typed name names what it replaces itself, and that cannot be what is carried here.
		...(shown.name && !says('name') ? [setField(fold, 'school', 'name', shown.name)] : []),
		setField(fold, 'school', 'schoolType', shown.schoolType),
		setField(fold, 'school', 'units', [...shown.units]),
	];
}
