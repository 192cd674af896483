import { sql } from 'kysely';
import type { Session } from './database.ts';

export interface Standing {
	readonly epoch: string;
	/** Whether the municipality knows the school. */
	readonly registered: boolean;
}

/** Where a municipality stands. Throws where it does not exist: no token or session leads there. */
export async function standingOf(session: Session, municipality: string, school: string): Promise<Standing> {
	const { rows } = await sql<{ epoch: string; school: string | null }>`
		select municipality.epoch, school.school from municipality
		left join school on school.municipality = municipality.municipality and school.school = ${school}
		where municipality.municipality = ${municipality}`.execute(session);
	const [row] = rows;
	if (!row) throw new Error(`There is no municipality ${municipality}.`);
	return { epoch: row.epoch, registered: row.school !== null };
}

/** The epoch that counts. Throws where `given` is that one and yet the school is not registered: nothing may be stored. */
export async function epochForWriting(
	transaction: Session,
	{ municipality, school }: { readonly municipality: string; readonly school: string },
	given: string,
): Promise<string> {
	const { epoch, registered } = await standingOf(transaction, municipality, school);
	if (epoch === given && !registered) throw new Error(`School ${school} is not registered at ${municipality}.`);
	return epoch;
}
