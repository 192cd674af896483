import type { SchoolAction } from '../../src/domain/plan/edition.ts';
import { type Phrases, phrasesFor } from './phrases.ts';
import type { Setting } from './setting.ts';
import type { Told, ToldRating } from './told.ts';

/** 教育実習 is the one □ that schools rule out by themselves. */
const ruledOut = {
	suffix: '2-1-2-1',
	share: 0.35,
	reasons: ['今年度は教育実習生の受入れがない。', '実習の受入れは来年度の予定である。'],
};

const nextTime: readonly string[] = [
	'担当を決め、1学期のうちに取りかかる。',
	'ほかの取組を先にしたため、来年度に行う。',
	'校内の重点に入れ、4月から始める。',
];

type Occurrences = NonNullable<Told['occurrences']>;

/** What happens with one □ that applies to the school. */
export function storyOf(setting: Setting, action: SchoolAction, suffix: string): Told {
	const { chance, habit, planned, days } = setting;
	const phrases = phrasesFor(suffix);
	if (suffix === ruledOut.suffix && chance.happens(ruledOut.share)) {
		return { notApplicable: [planned, chance.pick(ruledOut.reasons)] };
	}
	if (days.length === 0 || !chance.happens(habit.taken)) {
		return { final: 'insufficient', nextYear: chance.pick(nextTime) };
	}
	const occurrences = chance.happens(habit.done) ? occurrencesOf(setting, phrases) : [];
	const midyear = markOf(setting, occurrences.length);
	return {
		...(chance.happens(0.7) && { owner: chance.pick(phrases.owners) }),
		...(chance.happens(0.3) && { deadline: chance.happens(0.5) ? 'summer' : 'yearEnd' }),
		occurrences,
		...standingOf(setting, action, occurrences),
		midyear,
		final: laterMark(setting, midyear),
		...wordsAbout(setting, phrases, midyear),
		...(chance.happens(habit.linked) && { evidence: linkOf(setting, phrases, suffix) }),
	};
}

function occurrencesOf({ chance, habit, days, words }: Setting, phrases: Phrases): Occurrences {
	const doings = chance.some(words.fitting(phrases.doings), chance.between(1, habit.times));
	const dates = chance.some(days, doings.length);
	return doings.map((doing, n) => {
		const [place, memo] = words.doing(doing);
		const date = dates[n] ?? dates[0] ?? '';
		return chance.happens(0.85) ? [date, place, memo] : [date, place];
	});
}

/** Where a count is asked for, the 実施記録 speak for themselves. */
function standingOf({ chance, habit, days }: Setting, { cadence }: SchoolAction, occurrences: Occurrences): Told {
	const counts = cadence !== undefined && cadence.per !== 'asNeeded';
	if (counts && occurrences.length > 0) return {};
	const last = occurrences.reduce((latest, [date]) => (date > latest ? date : latest), days[5] ?? '');
	const later = days.filter((day) => day >= last);
	const day = chance.pick(later.length > 0 ? later.slice(0, 60) : days);
	if (chance.happens(habit.ticked)) return { ticked: day };
	return occurrences.length === 0 && chance.happens(0.6) ? { begun: day } : {};
}

function markOf({ chance }: Setting, occurrences: number): ToldRating {
	if (chance.happens(occurrences > 0 ? 0.25 : 0.1)) return 'excellent';
	return chance.happens(occurrences > 0 ? 0.85 : 0.65) ? 'good' : 'insufficient';
}

/** By February things have rather become better. */
function laterMark({ chance }: Setting, midyear: ToldRating): ToldRating {
	if (midyear === 'insufficient') return chance.happens(0.6) ? 'good' : 'insufficient';
	return chance.happens(0.25) ? 'excellent' : midyear;
}

function wordsAbout({ chance, habit, words }: Setting, phrases: Phrases, mark: ToldRating): Told {
	const said = (list: readonly string[], share: number) =>
		chance.happens(share) ? words.text(chance.pick(list)) : undefined;
	const told = {
		result: said(phrases.results, mark === 'insufficient' ? 0.1 : habit.worded),
		issue: said(phrases.issues, mark === 'excellent' ? 0.1 : habit.worded * 0.8),
		improvement: said(phrases.improvements, habit.worded * 0.6),
		nextYear: said(phrases.nextYear, habit.worded * 0.6),
	};
	return Object.fromEntries(Object.entries(told).filter(([, text]) => text !== undefined));
}

/** On a domain that is reserved for examples and never leads anywhere. */
const linkOf = ({ chance, school }: Setting, phrases: Phrases, suffix: string): [string, string] => [
	chance.pick(phrases.papers),
	`https://${school.code.toLowerCase()}.aoba-model.example/${suffix}`,
];
