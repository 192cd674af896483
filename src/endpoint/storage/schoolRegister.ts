import { storeCodes } from './codes.ts';
import type { Database, Session } from './database.ts';
import { portionsOf } from './portions.ts';
import { factsOf, readSchool, schoolFacts } from './schools.ts';
import type { BoardStorage, NewCode } from './storage.ts';

/** The board's list of schools and the codes it gives them. */
export const schoolRegister = (database: Database): Pick<BoardStorage, 'putSchools' | 'schools' | 'putCodes'> => ({
	putSchools: (municipality, schools, now) =>
		database.write(async (transaction) => {
			// The last row of a code counts.
			const wanted = new Map(schools.map((school) => [school.code, schoolFacts(school)]));
			const known = await factsOf(transaction, municipality, [...wanted.keys()]);
			const changes = [...wanted].filter(([code, facts]) => known.get(code) !== facts);
			for (const portion of portionsOf(changes)) {
				const rows = portion.map(([school, facts]) => ({
					...{ municipality, school, facts },
					...{ registered_at: now, changed_at: now },
				}));
				await transaction
					.insertInto('school')
					.values(rows)
					.onConflict((conflict) =>
						conflict.columns(['municipality', 'school']).doUpdateSet((eb) => ({
							facts: eb.ref('excluded.facts'),
							changed_at: eb.ref('excluded.changed_at'),
						})),
					)
					.execute();
			}
			const changed = changes.filter(([code]) => known.has(code)).length;
			return { added: changes.length - changed, changed, same: wanted.size - changes.length };
		}),

	async schools(municipality, now) {
		const rows = await standings(database.session, municipality, now);
		return rows.map(({ school, facts, ...standing }) => ({ ...readSchool({ school, facts }), ...standing }));
	},

	putCodes: (codes) =>
		database.write(async (transaction) => {
			for (const municipality of new Set(codes.map((code) => code.municipality))) {
				const theirs = codes.filter((code) => code.municipality === municipality);
				const schools = [...new Set(theirs.map((code) => code.school))];
				if ((await factsOf(transaction, municipality, schools)).size < schools.length) return false;
			}
			await endOlder(transaction, codes);
			await storeCodes(database, transaction, codes);
			return true;
		}),
});

/** A school has one code of its board at a time: what was printed earlier and not used is over. */
async function endOlder(transaction: Session, codes: readonly NewCode[]): Promise<void> {
	for (const { municipality, school, issuedAt } of codes) {
		await transaction
			.updateTable('code')
			.set({ expires_at: issuedAt })
			.where('municipality', '=', municipality)
			.where('school', '=', school)
			.where('issued_by', 'is', null)
			.where('used_by', 'is', null)
			.where('expires_at', '>', issuedAt)
			.execute();
	}
}

/** Every school of a municipality with what came of it. Each part is found by an index, school by school. */
async function standings(session: Session, municipality: string, now: string) {
	return session
		.selectFrom('school')
		.select(['school.school', 'school.facts'])
		.select((eb) => [
			eb
				.selectFrom('device')
				.select((of) => of.fn.countAll<number>().as('devices'))
				.whereRef('device.municipality', '=', 'school.municipality')
				.whereRef('device.school', '=', 'school.school')
				.where('device.revoked_at', 'is', null)
				.$asScalar()
				.as('devices'),
			eb
				.selectFrom('device')
				.select((of) => of.fn.max('device.last_contact_at').as('at'))
				.whereRef('device.municipality', '=', 'school.municipality')
				.whereRef('device.school', '=', 'school.school')
				.$asScalar()
				.as('lastContactAt'),
			eb
				.selectFrom('code')
				.select((of) => of.fn.max('code.expires_at').as('at'))
				.whereRef('code.municipality', '=', 'school.municipality')
				.whereRef('code.school', '=', 'school.school')
				.where('code.issued_by', 'is', null)
				.where('code.used_by', 'is', null)
				.where('code.expires_at', '>', now)
				.$asScalar()
				.as('codeExpiresAt'),
			eb
				.selectFrom('summary')
				.select((of) => of.fn.max('summary.received_at').as('at'))
				.whereRef('summary.municipality', '=', 'school.municipality')
				.whereRef('summary.school', '=', 'school.school')
				.$asScalar()
				.as('summaryReceivedAt'),
		])
		.where('school.municipality', '=', municipality)
		.orderBy('school.school')
		.execute();
}
