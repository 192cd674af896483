import { applies } from '../../src/domain/plan/applicability.ts';
import type { PlanEdition, SchoolAction } from '../../src/domain/plan/edition.ts';
import { allSchoolActions } from '../../src/domain/plan/find.ts';
import { ownTexts } from './phrases.ts';
import { schoolDays } from './schoolDays.ts';
import type { Setting, YearSource } from './setting.ts';
import { storyOf } from './story.ts';
import type { OwnTold, Told, ToldYear } from './told.ts';
import { wordsOf } from './words.ts';

/** A year as a school of this habit lives it, up to March; what lies ahead is cut off by whoever tells it. */
export function inventYear(source: YearSource): ToldYear {
	const { school, edition, fiscalYear, habit, chance } = source;
	const onDay = (day: string) => `${day >= '04-01' ? fiscalYear : fiscalYear + 1}-${day}`;
	const all = schoolDays(fiscalYear, edition.schoolCalendar);
	const days = all.filter((date) => onDay(habit.from) <= date && date <= onDay(habit.until));
	const from = (date: string) => all.find((day) => day >= date) ?? all.at(-1) ?? date;
	const opened = from(onDay(habit.from));
	const planned = days[chance.between(3, 9)] ?? opened;
	const year = {
		opened,
		planned,
		rated: from(onDay(habit.rated)),
		closed: from(onDay(`02-${String(chance.between(9, 20)).padStart(2, '0')}`)),
	};
	const setting: Setting = { ...source, ...year, days, words: wordsOf(school.schoolType, chance) };
	return {
		fiscalYear,
		...year,
		...(source.agrees && { agreed: planned }),
		actions: inventActions(setting),
		own: inventOwn(setting),
	};
}

const suffixOf = ({ id }: Pick<SchoolAction, 'id'>, edition: PlanEdition): string => id.slice(edition.id.length + 1);

function inventActions(setting: Setting): Record<string, Told> {
	const { edition, school, chance, contradicts } = setting;
	const told = allSchoolActions(edition)
		.filter(({ action }) => applies(action.scope, school) === true)
		.map(({ action }) => [suffixOf(action, edition), storyOf(setting, action, suffixOf(action, edition))] as const);
	const rated = told.filter(([, { midyear }]) => midyear !== undefined);
	if (!contradicts || rated.length === 0) return Object.fromEntries(told);
	const [suffix, story] = chance.pick(rated);
	const midyearElsewhere = story.midyear === 'insufficient' ? 'good' : 'insufficient';
	return { ...Object.fromEntries(told), [suffix]: { ...story, midyearElsewhere } };
}

function inventOwn({ edition, habit, chance, days, words }: Setting): OwnTold[] {
	if (days.length < 3) return [];
	const measures = new Set(allSchoolActions(edition).map(({ measure }) => measure.id));
	const count = habit.name === 'diligent' ? chance.between(1, 2) : chance.between(0, 1);
	const known = ownTexts.filter(({ measure }) => measures.has(measure));
	return chance.some(known, count).map(({ measure, text, doings }): OwnTold => {
		const [added = '', done = ''] = chance.some(days.slice(0, -1), 2);
		const [place, memo] = words.doing(chance.pick(doings));
		const ticked = chance.happens(habit.ticked) ? { ticked: done } : {};
		return { measure, text, added, occurrences: [[done, place, memo]], ...ticked };
	});
}
