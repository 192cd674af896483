import type { Continuation, Deadline, Rating, SchoolType, SchoolUnit } from '../plan/edition.ts';
import { canonical } from './canonical.ts';
import { deletedField } from './liveness.ts';
import type { Json } from './operation.ts';
import type { Status } from './reading.ts';
import { reviewValue } from './review/states.ts';
import { sharedCase } from './sharedCase.ts';

/** How a field's values are read and which of several is shown. */
export interface FieldKind<Value> {
	/** What stands where nobody has entered anything, and what null means. */
	readonly empty: Value;
	/** undefined = not a value that this version understands; such heads are left alone. */
	parse(value: Json): Value | undefined;
	/** The least is shown first; without it, the latest. */
	rank?(value: Value): number;
	/** What one □ says that continues several of an earlier edition, from what each of them says. */
	together(values: readonly Value[]): Value;
	/** Words a person typed: edits in quick succession are shown as one in the history. */
	readonly typed?: true;
}

export const text: FieldKind<string> = {
	empty: '',
	parse: (value) => (value === null ? '' : typeof value === 'string' ? value : undefined),
	together: (values) => distinct(values).join('・'),
};
export const typedText: FieldKind<string> = {
	...text,
	typed: true,
	together: (values) => distinct(values).join('\n'),
};

const distinct = (values: readonly string[]): string[] => [...new Set(values)].filter((value) => value !== '');

const statuses: readonly Status[] = ['notStarted', 'inProgress', 'achieved', 'notApplicable'];
const ratings: readonly Rating[] = ['insufficient', 'good', 'excellent'];
const deadlines: readonly Deadline[] = ['summer', 'yearEnd', 'fiscalYearEnd'];
const schoolTypes: readonly SchoolType[] = [
	'elementary',
	'lowerSecondary',
	'upperSecondary',
	'secondary',
	'specialNeeds',
];
const schoolUnits: readonly SchoolUnit[] = ['specialNeedsClass', 'hospitalClass', 'informatics'];

function oneOf<Word extends string>(words: readonly Word[]): FieldKind<Word | null> {
	return {
		empty: null,
		parse: (value) => (value === null ? null : words.find((word) => word === value)),
		together: (values) => words.find((word) => values.includes(word)) ?? null,
	};
}

/** The less finished comes first; null (nobody has said) is the least. */
function lessFinishedOf<Word extends string>(words: readonly Word[]): FieldKind<Word | null> {
	return {
		...oneOf(words),
		rank: (value) => (value === null ? -1 : words.indexOf(value)),
		together: (values) => (values.includes(null) ? null : oneOf(words).together(values)),
	};
}

export const status: FieldKind<Status | null> = { ...lessFinishedOf(statuses), together: statusTogether };
export const rating = lessFinishedOf(ratings);
export const deadline = oneOf(deadlines);
/** 新規・継続・拡充 for the year to come. */
export const continuation = oneOf<Continuation>(['new', 'continued', 'expanded']);
export const schoolType = oneOf(schoolTypes);
/**
 * The least finished; where one of them was never touched, what the others have begun is 実施中 and not yet 達成.
 */
function statusTogether(values: readonly (Status | null)[]): Status | null {
	const least = oneOf(statuses).together(values);
	if (!values.includes(null) || least === null) return least;
	if (least === 'notApplicable') return null;
	return least === 'achieved' ? 'inProgress' : least;
}

export const units: FieldKind<readonly SchoolUnit[]> = {
	empty: [],
	parse: (value) => {
		if (value === null) return [];
		return Array.isArray(value) ? schoolUnits.filter((unit) => value.includes(unit)) : undefined;
	},
	together: (values) => schoolUnits.filter((unit) => values.some((each) => each.includes(unit))),
};
export const flag: FieldKind<boolean> = {
	empty: false,
	parse: (value) => (value === null ? false : typeof value === 'boolean' ? value : undefined),
	together: (values) => values.includes(true),
};

/** Values with an inside of their own, read by whoever knows them (`measurement.ts`, …). null = nothing. */
export const json: FieldKind<Json> = {
	empty: null,
	parse: (value) => value,
	together: (values) => values.find((value) => value !== null) ?? null,
};
export const number: FieldKind<number | null> = {
	empty: null,
	parse: (value) => (value === null || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined),
	together: (values) => values.find((value) => value !== null) ?? null,
};

/** How often, from the least; `unmeasured` (未測定) is an answer and never the least of them: it is no number at all. */
export const frequencies = [
	'unmeasured',
	'lessThanMonthly',
	'monthly',
	'weekly',
	'threePerWeek',
	'almostDaily',
] as const;
export type Frequency = (typeof frequencies)[number];
export const frequency = oneOf<Frequency>(frequencies);

/** 端末管理ログ・調査・聞き取り. */
export const indicatorSources = ['deviceLog', 'survey', 'interview'] as const;
export type IndicatorSource = (typeof indicatorSources)[number];
export const indicatorSource = oneOf<IndicatorSource>(indicatorSources);

const actionFields = {
	status,
	reason: typedText,
	result: typedText,
	issue: typedText,
	improvement: typedText,
	nextYear: typedText,
	ratingMidyear: rating,
	ratingFinal: rating,
	deadline,
	owner: text,
	continuation,
	carried: json,
};

/** Every field this version reads. What is not here is kept and relayed, and shown to nobody. */
const fieldKinds: Readonly<Record<string, Readonly<Record<string, FieldKind<unknown>>>>> = {
	action: actionFields,
	own: { ...actionFields, measure: text, text: typedText },
	occurrence: { action: text, date: text, place: typedText, memo: typedText, measured: json, shared: sharedCase },
	evidence: { action: text, title: typedText, url: text, public: flag },
	comment: { action: text, phase: text, text: typedText, returns: flag, settled: flag },
	review: { state: reviewValue },
	indicator: { date: text, frequency, classes: json, source: indicatorSource, place: typedText, memo: typedText },
	target: { frequency, rate: number, words: typedText },
	staff: { counts: json, date: text },
	evaluation: { focus: typedText, stakeholders: typedText, improvement: typedText },
	school: { name: text, schoolType, units },
	year: { closed: flag, checksFirst: flag, handoverNotes: typedText },
};

/** The kind of a field, or undefined where this version does not know it. */
export function fieldKindOf(entity: string, field: string): FieldKind<unknown> | undefined {
	const [kind = ''] = entity.split('/', 1);
	if (!Object.hasOwn(fieldKinds, kind)) return undefined;
	if (field === deletedField) return flag;
	const kinds = fieldKinds[kind] ?? {};
	return Object.hasOwn(kinds, field) ? kinds[field] : undefined;
}

export const sameValue = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);
