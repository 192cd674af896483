import type { Database, Session } from './database.ts';
import { readSchool } from './schools.ts';
import type { LogKey, SummaryStorage } from './storage.ts';

/** Schools that one page looks at. */
const mostSchools = 200;

/** Keeps what a summary shares, in the transaction that keeps the summary. What is the same stays with its time. */
export async function keepCases(
	transaction: Session,
	{ municipality, school, fiscalYear }: LogKey,
	cases: string,
	now: string,
): Promise<void> {
	const ofLog = { municipality, fiscal_year: fiscalYear, school };
	const stored = await transaction
		.selectFrom('shared_cases')
		.select('cases')
		.where((eb) => eb.and(ofLog))
		.executeTakeFirst();
	if ((stored?.cases ?? '[]') === cases) return;
	if (cases === '[]') {
		await transaction
			.deleteFrom('shared_cases')
			.where((eb) => eb.and(ofLog))
			.execute();
		return;
	}
	const row = { size: cases.length, cases, received_at: now };
	await transaction
		.insertInto('shared_cases')
		.values({ ...ofLog, ...row })
		.onConflict((conflict) => conflict.columns(['municipality', 'fiscal_year', 'school']).doUpdateSet(row))
		.execute();
}

/** A page of what schools share: first how long each is, then as many as there is room for. */
export const sharedCases = ({ read }: Database): Pick<SummaryStorage, 'cases'> => ({
	cases: (municipality, fiscalYear, { except, after, bytes }) =>
		read(async (view) => {
			const inOrder = view
				.selectFrom('shared_cases')
				.where('shared_cases.municipality', '=', municipality)
				.where('shared_cases.fiscal_year', '=', fiscalYear)
				.where('shared_cases.school', '>', after)
				.orderBy('shared_cases.school');
			const sizes = await inOrder
				.select(['school', 'size'])
				.limit(mostSchools + 1)
				.execute();
			const last = lastWithin(sizes.slice(0, mostSchools), bytes);
			if (last === undefined) return { schools: [], next: null };
			const rows = await inOrder
				.innerJoin('school', (join) =>
					join
						.onRef('school.municipality', '=', 'shared_cases.municipality')
						.onRef('school.school', '=', 'shared_cases.school'),
				)
				.select(['shared_cases.school', 'school.facts', 'cases', 'received_at as receivedAt'])
				.where('shared_cases.school', '<=', last)
				.where('shared_cases.school', '<>', except)
				.execute();
			const schools = rows.map(({ school, facts, receivedAt, cases }) => {
				const { name, schoolType } = readSchool({ school, facts });
				return { school, name, schoolType, receivedAt, cases };
			});
			return { schools, next: sizes.at(-1)?.school === last ? null : last };
		}),
});

/** The last school that still finds room; the first always does. */
function lastWithin(sizes: readonly { school: string; size: number }[], bytes: number): string | undefined {
	let sum = 0;
	let last: string | undefined;
	for (const { school, size } of sizes) {
		sum += size;
		if (last !== undefined && sum > bytes) break;
		last = school;
	}
	return last;
}
