import type { PlanEdition } from '../../src/domain/plan/edition.ts';
import type { Frequency } from '../../src/domain/record/fields.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Habit } from './habits.ts';
import { staffItems } from './tellingFigures.ts';
import type { ToldObservation, ToldYear } from './told.ts';

const steps: readonly Frequency[] = ['lessThanMonthly', 'monthly', 'weekly', 'threePerWeek', 'almostDaily'];

const sources = ['deviceLog', 'deviceLog', 'survey', 'interview'] as const;

export interface FigureSource {
	readonly edition: PlanEdition;
	readonly habit: Habit;
	/** Of this year. */
	readonly chance: Chance;
	/** Stands for the school through all years: its size does not change from one to the next. */
	readonly schoolSeed: string;
	readonly isPast: boolean;
	/** Days on which the school looks: in autumn and before the end of the year. */
	readonly looks: readonly string[];
	/** When the teachers answered; undefined where they did not. */
	readonly surveyed: string | undefined;
}

/** How often devices are used in the plan's scenes, and what the teachers say they can do. */
export function inventFigures(source: FigureSource): Pick<ToldYear, 'observations' | 'survey'> {
	const school = chanceOf(source.schoolSeed);
	const [classes, teachers, skill] = [school.between(6, 18), school.between(14, 38), school.between(15, 45)];
	const observations = source.looks.flatMap((date, look) =>
		source.edition.indicators.map(({ id }, n) =>
			observe(
				{ ...source, date, look: look + (source.isPast ? 0 : 1), n },
				id.slice(source.edition.id.length + 1),
				classes,
			),
		),
	);
	if (source.surveyed === undefined) return { observations };
	const gained = source.isPast ? 0 : source.chance.between(0, 12);
	const counts = staffItems.map(() => countsOf(source.chance, teachers, skill + gained));
	return { observations, survey: { date: source.surveyed, counts } };
}

interface Look extends FigureSource {
	readonly date: string;
	/** The later, the more. */
	readonly look: number;
	/** The how manyth scene: the plan begins with what is easiest. */
	readonly n: number;
}

function observe({ chance, habit, date, look, n }: Look, scene: string, classes: number): ToldObservation {
	if (chance.happens(n === 4 ? 0.2 : 0.07)) return { scene, date, frequency: 'unmeasured' };
	const level = Math.round(habit.taken * 4) - Math.floor(n / 2) + look - 1 + chance.between(-1, 1);
	const at = Math.max(0, Math.min(steps.length - 1, level));
	const share = 0.25 + at * 0.17 + chance.between(-8, 8) / 100;
	const count = Math.max(0, Math.min(classes, Math.round(classes * share)));
	return {
		...{ scene, date, frequency: steps[at] ?? 'weekly', source: chance.pick(sources) },
		...(chance.happens(0.8) && { classes: { count, of: classes } }),
	};
}

/** できる, ややできる, あまりできない, ほとんどできない: together all teachers. */
function countsOf(chance: Chance, teachers: number, skill: number): readonly number[] {
	const best = Math.round((teachers * Math.max(5, Math.min(80, skill + chance.between(-10, 12)))) / 100);
	const last = Math.min(teachers - best, chance.between(0, 2));
	const third = Math.min(teachers - best - last, chance.between(1, Math.ceil(teachers / 5)));
	return [best, teachers - best - last - third, third, last];
}
