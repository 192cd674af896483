import type { SchoolRow } from '../../domain/exchange/board.ts';
import type { RegisteredSchool } from '../../domain/exchange/enrolment.ts';
import type { Session } from './database.ts';
import { portionsOf } from './portions.ts';

/** What is known of a school beside its code, as text; equal texts, equal schools. */
export const schoolFacts = ({ name, schoolType, units }: SchoolRow): string =>
	JSON.stringify({ name, schoolType, units });

export const readSchool = (row: { school: string; facts: string }): SchoolRow => {
	const { name, schoolType, units } = JSON.parse(row.facts) as Omit<SchoolRow, 'code'>;
	return { code: row.school, name, schoolType, units };
};

export const municipalityFacts = (name: string): string => JSON.stringify({ name });

export const readMunicipalityName = (facts: string): string => (JSON.parse(facts) as { name: string }).name;

/** A row that holds both a school and its municipality. */
export interface RegisteredSchoolRow {
	readonly municipality: string;
	readonly municipalityFacts: string;
	readonly school: string;
	readonly facts: string;
}

export const registeredSchoolIn = (row: RegisteredSchoolRow): RegisteredSchool => ({
	municipality: row.municipality,
	municipalityName: readMunicipalityName(row.municipalityFacts),
	...readSchool(row),
});

/** The facts of those of the schools that are registered, by code. */
export async function factsOf(
	session: Session,
	municipality: string,
	schools: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const known = new Map<string, string>();
	for (const portion of portionsOf(schools)) {
		const rows = await session
			.selectFrom('school')
			.select(['school', 'facts'])
			.where('municipality', '=', municipality)
			.where('school', 'in', portion)
			.execute();
		for (const { school, facts } of rows) known.set(school, facts);
	}
	return known;
}

export const isRegistered = async (session: Session, municipality: string, school: string): Promise<boolean> =>
	(await factsOf(session, municipality, [school])).size > 0;
