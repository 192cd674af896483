import { applies } from '../../src/domain/plan/applicability.ts';
import type { PlanEdition, SchoolAction } from '../../src/domain/plan/edition.ts';
import { allSchoolActions } from '../../src/domain/plan/find.ts';
import type { Phase } from '../../src/domain/record/review/states.ts';
import { shareSome } from './cases.ts';
import { type Chance, chanceOf } from './chance.ts';
import { inventFigures } from './figures.ts';
import { ownTexts } from './phrases.ts';
import { type Course, courseOf, inventReview } from './reviews.ts';
import { schoolDays } from './schoolDays.ts';
import type { Setting, YearSource } from './setting.ts';
import { storyOf } from './story.ts';
import type { OwnTold, Told, ToldRating, ToldYear } from './told.ts';
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
	const [actions, own] = [inventActions(setting), inventOwn(setting)];
	return handedIn(setting, all, {
		fiscalYear,
		...year,
		...(source.agrees && { agreed: planned }),
		...{ actions, own },
	});
}

/** What came later than everything else in this city draws from a chance of its own, so that the rest stays as it was. */
function handedIn(setting: Setting, all: readonly string[], year: ToldYear): ToldYear {
	const { seed, school, edition, habit, place, isPast, contradicts, agrees, words, days } = setting;
	const later = chanceOf(`${seed} ${school.code} ${year.fiscalYear} review`);
	const takesPart = !contradicts && days.some((day) => day >= year.rated);
	const courseIn = (phase: Phase): Course => (takesPart ? courseOf(phase, place, isPast) : 'none');
	const ready = takesPart ? complete(year, later) : year;
	const actions = agrees && place % 8 === 3 ? shareSome(ready.actions, later, words) : ready.actions;
	const review = (phase: Phase, from: string) =>
		inventReview({ phase, from, course: courseIn(phase), chance: later, days: all, told: actions });
	const surveyed = days.find((day) => day >= `${year.fiscalYear}-07-01`);
	const looks = [year.rated, year.closed].filter((day) => days.includes(day));
	return {
		...{ ...ready, actions },
		...inventFigures({
			...{ edition, habit, chance: later, isPast, looks, surveyed },
			schoolSeed: `${seed} ${school.code} size`,
		}),
		reviews: [...review('midyear', year.rated), ...review('final', year.closed)],
	};
}

/** Whoever hands in has said something of every □. */
function complete(year: ToldYear, chance: Chance): ToldYear {
	const whole = <Each extends Told>(told: Each): Each =>
		told.notApplicable ? told : { ...told, ...filled(told, chance) };
	return {
		...year,
		actions: Object.fromEntries(Object.entries(year.actions).map(([suffix, told]) => [suffix, whole(told)])),
		own: year.own.map(whole),
	};
}

function filled({ midyear = 'insufficient', final, result }: Told, chance: Chance): Told {
	return { midyear, final: final ?? midyear, result: result ?? chance.pick(plainResults[midyear]) };
}

const plainResults: Readonly<Record<ToldRating, readonly string[]>> = {
	excellent: ['計画よりも早く、全学年で取り組んだ。', '年間を通して取り組み、職員で様子を共有した。'],
	good: ['計画どおりに取り組んだ。', '担当を決め、学年ごとに取り組んだ。', 'おおむね計画どおりに進んでいる。'],
	insufficient: ['ほかの取組を先にしたため、まだ進んでいない。', '一部の学年での取組にとどまっている。'],
};

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
