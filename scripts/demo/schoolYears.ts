import type { SchoolRow } from '../../src/domain/exchange/board.ts';
import type { PlanEdition } from '../../src/domain/plan/edition.ts';
import { editionFor } from '../../src/domain/plan/find.ts';
import { fiscalYearOf } from '../../src/domain/plan/fiscalYear.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import type { Operation } from '../../src/domain/record/operation.ts';
import { partsOfId } from '../../src/domain/record/versionVector.ts';
import type { Summary } from '../../src/domain/summary/schema.ts';
import { summarise } from '../../src/domain/summary/summarise.ts';
import { chanceOf, hexOf } from './chance.ts';
import { keyOfDevice, principalId } from './devices.ts';
import { habitOf, lastYearsHabitOf } from './habits.ts';
import { demoKey, signWith } from './keys.ts';
import { dayBefore } from './schoolDays.ts';
import { municipality, placeOf } from './schools.ts';
import { tellYear } from './telling.ts';
import type { ToldDevice, ToldSchool } from './told.ts';
import { inventYear } from './year.ts';

/** One school's year as the endpoint has it. */
export interface DemoYear {
	readonly fiscalYear: number;
	readonly operations: readonly Operation[];
	/** Absent where the school has not agreed to it, or has recorded nothing. */
	readonly summary?: Summary;
	/** The lead's and the shared device, where they wrote; the principal's iPad and the board are everywhere. */
	readonly devices: readonly ToldDevice[];
}

export interface CitySource {
	readonly seed: string;
	/** `YYYY-MM-DD` in Asia/Tokyo; everything told has happened before it. */
	readonly today: string;
	readonly editions: readonly PlanEdition[];
}

/** Last year and this one of a school of the city. The same seed and day give the same, to the byte. */
export function schoolYears(source: CitySource, school: SchoolRow): DemoYear[] {
	const current = fiscalYearOf(source.today);
	const counters = new Map<string, number>();
	return [current - 1, current].map((fiscalYear) => schoolYear(source, school, fiscalYear, counters));
}

function schoolYear(
	{ seed, today, editions }: CitySource,
	school: SchoolRow,
	fiscalYear: number,
	counters: Map<string, number>,
): DemoYear {
	const found = editionFor(editions, fiscalYear) ?? editionFor(editions, fiscalYear + 1);
	if (!found) throw new Error(`no edition for ${fiscalYear}`);
	const { edition } = found;
	const place = placeOf(school);
	const isPast = fiscalYear < fiscalYearOf(today);
	const chance = chanceOf(`${seed} ${school.code} ${fiscalYear}`);
	const habit = isPast ? lastYearsHabitOf(place) : habitOf(place);
	const agrees = isPast || place % 19 !== 8;
	const contradicts = !isPast && place % 16 === 1;
	const year = inventYear({ seed, place, isPast, school, edition, fiscalYear, habit, chance, agrees, contradicts });
	const since = isPast ? fiscalYear : fiscalYear + (place % 3 === 0 ? 0 : -1);
	const told = toldSchool(seed, school, fiscalYear, since);
	const operations = tellYear(told, year, edition.id, lastTold(habit, fiscalYear, today), counters);
	const fold = foldRecord(operations);
	const sends = agrees && operations.length > 0;
	const identity = { municipality: municipality.id, code: school.code };
	const summary = sends && summarise({ edition, school: identity, fold, fiscalYear, today, profile: school });
	const wrote = new Set(operations.map(({ id }) => id.split('.')[0]));
	return {
		fiscalYear,
		operations,
		...(summary && { summary }),
		devices: [told.lead, told.shared].filter(({ id }) => wrote.has(id)),
	};
}

/** Yesterday at the latest, so that nothing lies ahead of the clock; before that where the school has fallen silent. */
function lastTold({ until }: { until: string }, fiscalYear: number, today: string): string {
	const end = `${until >= '04-01' ? fiscalYear : fiscalYear + 1}-${until}`;
	const yesterday = dayBefore(today);
	return end < yesterday ? end : yesterday;
}

/** The key that the city's board signs with. */
export const boardKey = demoKey('board of the model city');

/** `since`: the fiscal year in which the school was given its devices; a third of them gets new ones every April. */
function toldSchool(seed: string, school: SchoolRow, fiscalYear: number, since: number): ToldSchool {
	const idOf = (name: string) => hexOf(`${seed} ${school.code} ${name}`, 32);
	const { name, schoolType, units } = school;
	return {
		profile: { name, schoolType, units },
		lead: {
			id: idOf(`lead ${since}`),
			by: { role: 'ictLead', label: placeOf(school) % 4 === 0 ? '職員室のChromebook' : 'ICT担当' },
		},
		shared: { id: idOf(`shared ${since}`), by: { role: 'teacher', label: '校内のiPad' } },
		principal: { id: principalId(school.code), by: { role: 'principal', label: '校長室のiPad' } },
		// As the endpoint does it, with a name of its own in each log.
		board: { id: idOf(`board ${fiscalYear}`), by: { role: 'board', label: municipality.name } },
		sign(operation, year) {
			const key = operation.by.role === 'board' ? boardKey : keyOfDevice(school.code, partsOfId(operation.id).device);
			return signWith(key, operation, { municipality: municipality.id, school: school.code, fiscalYear: year });
		},
		idOf,
		pace: 1,
	};
}
