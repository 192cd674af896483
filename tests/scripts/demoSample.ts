import { habitOf } from '../../scripts/demo/habits.ts';
import { citySchools } from '../../scripts/demo/schools.ts';
import { schoolYears } from '../../scripts/demo/schoolYears.ts';
import { demoEditions } from '../../scripts/demoCity.ts';

/** A city on a day in November. */
export const today = '2026-11-21';
export const now = '2026-11-21T03:00:00.000Z';
export const source = { seed: 'a city', today, editions: demoEditions };

/** Two elementary schools, the one that is silent, the one that has nothing, a high school and a 支援学校. */
const places = [0, 1, 5, 7, 180, 186];
export const six = places.map((place) => {
	const school = citySchools[place];
	if (!school) throw new Error('no school');
	return { school, years: schoolYears(source, school), habit: habitOf(place).name };
});

export const everything = six.flatMap(({ years }) => years.flatMap(({ operations }) => operations));
