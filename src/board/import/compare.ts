import type { SchoolRow } from '../../domain/exchange/board.ts';
import type { ListedSchool } from '../../files/schoolList.ts';

export type Compared = ListedSchool &
	(
		| { readonly kind: 'new' }
		| { readonly kind: 'same' }
		/** Registered otherwise until now. */
		| { readonly kind: 'changed'; readonly before: SchoolRow }
	);

export interface Comparison {
	readonly compared: readonly Compared[];
	/** Registered, and not in the list: they stay. */
	readonly absent: number;
	/** New schools that bear the name of a registered one: perhaps a code that lost its zeros. */
	readonly namesakes: readonly { readonly row: number; readonly school: SchoolRow; readonly registered: string }[];
}

/** What registering a list would change. 学校コード decides which school is which. */
export function compareSchools(listed: readonly ListedSchool[], known: readonly SchoolRow[]): Comparison {
	const byCode = new Map(known.map((school) => [school.code, school]));
	const compared = listed.map((entry): Compared => {
		const before = byCode.get(entry.school.code);
		if (!before) return { ...entry, kind: 'new' };
		return isSame(before, entry.school) ? { ...entry, kind: 'same' } : { ...entry, kind: 'changed', before };
	});
	const listedCodes = new Set(listed.map(({ school }) => school.code));
	const absent = known.filter(({ code }) => !listedCodes.has(code));
	// Two schools of one name that both stand in the list are two schools; one that vanished from it is a suspect.
	const absentByName = new Map(absent.map(({ name, code }) => [name, code]));
	const namesakes = compared.flatMap(({ kind, row, school }) => {
		const registered = absentByName.get(school.name);
		return kind === 'new' && registered !== undefined ? [{ row, school, registered }] : [];
	});
	return { compared, absent: absent.length, namesakes };
}

const isSame = (one: SchoolRow, other: SchoolRow): boolean =>
	one.name === other.name &&
	one.schoolType === other.schoolType &&
	one.units.length === other.units.length &&
	one.units.every((unit) => other.units.includes(unit));
