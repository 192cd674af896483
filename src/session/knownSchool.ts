import { setField } from '../domain/record/edits.ts';
import { foldRecord, type RecordFold } from '../domain/record/fold.ts';
import type { Edit } from '../domain/record/operation.ts';
import type { SchoolProfile } from '../domain/record/reading.ts';
import { readProfile } from '../domain/record/readSchool.ts';
import type { RecordStore } from '../store/recordStore.ts';

/** The school of a year whose record does not name it: as the year before knows it, else as the board registered it. */
export async function profileFromElsewhere(store: RecordStore, fiscalYear: number): Promise<SchoolProfile | undefined> {
	return (await earlierProfile(store, fiscalYear)) ?? (await registeredProfile(store));
}

async function registeredProfile(store: RecordStore): Promise<SchoolProfile | undefined> {
	const enrolment = await store.exchange.enrolment();
	if (!enrolment.ok || !enrolment.value) return undefined;
	const { name, schoolType, units } = enrolment.value.school;
	return { name, schoolType, units };
}

async function earlierProfile(store: RecordStore, fiscalYear: number): Promise<SchoolProfile | undefined> {
	const years = await store.years();
	if (!years.ok) return undefined;
	// A year may have a record that does not name the school: what was carried over when it was begun, for instance.
	for (const year of years.value.filter((each) => each < fiscalYear).reverse()) {
		const log = await store.readLog(year);
		const profile = log.ok ? readProfile(foldRecord(log.value.operations)) : undefined;
		if (profile) return profile;
	}
	return undefined;
}

export interface KnownSchool {
	/** The school as it is shown. */
	readonly shown: SchoolProfile | undefined;
	/** An earlier year's record or the enrolment knows it. */
	readonly fromElsewhere: boolean;
}

/**
 * What has to be written of a known school before these edits, in a year whose record does not name it: all of it when
 * the edits change a part of it, for a name alone makes no school; and when it is known nowhere else either.
 */
export function schoolToCarry(fold: RecordFold, school: KnownSchool, edits: readonly Edit[]): Edit[] {
	const { shown, fromElsewhere } = school;
	const changed = edits.filter(({ entity }) => entity === 'school');
	if (!shown || edits.length === 0 || readProfile(fold) || (fromElsewhere && changed.length === 0)) return [];
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
