import * as z from 'zod/mini';

/**
 * A plan edition (行動計画 年度版): one municipality's plan for one fiscal year, immutable once published.
 *
 * This schema is the only description of the format. `npm run plan -- schema` prints it as JSON Schema,
 * `npm run plan -- check FILE` tells an edition's faults.
 */

/** One line of text without blanks around it: the app shows it as it stands. */
const sentence = z.string().check(z.regex(/^\S(?:.*\S)?$/));
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const letter = z.string().check(z.regex(/^[A-Z]$/));

/** 校種. 中等教育学校 stands beside 高等学校 in the plan's note on indicators. */
export const SchoolType = z.enum(['elementary', 'lowerSecondary', 'upperSecondary', 'secondary', 'specialNeeds']);
export type SchoolType = z.infer<typeof SchoolType>;

/** Units inside a school that some □ are meant for: 特別支援学級, 院内学級, 高校情報科. */
export const SchoolUnit = z.enum(['specialNeedsClass', 'hospitalClass', 'informatics']);
export type SchoolUnit = z.infer<typeof SchoolUnit>;

/** 新規・継続・拡充. */
export const Continuation = z.enum(['new', 'continued', 'expanded']);
export type Continuation = z.infer<typeof Continuation>;

/** 達成時期: 夏頃 (8/31), 年内 (12/31), 年度内 (3/31). */
export const Deadline = z.enum(['summer', 'yearEnd', 'fiscalYearEnd']);
export type Deadline = z.infer<typeof Deadline>;

/** The marks of 評価, best first. Their words come with the edition. */
export const Rating = z.enum(['excellent', 'good', 'insufficient']);
export type Rating = z.infer<typeof Rating>;

/**
 * Where the printed table's text layer had to be read as a person would, the text as it stands in the source.
 * Every `sourceText` is logged with its reason in seeds/README.md.
 */
const sourceText = z.optional(sentence);
/** The same for the number in front of a title. */
const sourceLabel = z.optional(sentence);

/**
 * Whom a □ is for. An absent key means "no limit". Inside a key any one of the listed is enough; two keys must both hold:
 * `schoolTypes: [upperSecondary, secondary]` with `units: [informatics]` = a high school (either kind) that has 情報科.
 * A unit says nothing about the school type: 院内学級 and 特別支援学級 stand in some elementary and lower secondary
 * schools, so such a □ carries `units` alone, and the school's profile says whether it has the unit.
 */
export const Scope = z.strictObject({
	schoolTypes: z.optional(z.array(SchoolType).check(z.minLength(1))),
	units: z.optional(z.array(SchoolUnit).check(z.minLength(1))),
	/** 管理職: the □ applies to every school, and names who does it. */
	actor: z.optional(z.literal('management')),
	/** The heading over the □, or words of the □ or its goal, that this scope was read from; as printed. */
	basis: z.optional(sentence),
});
export type Scope = z.infer<typeof Scope>;

/** How often, in the plan's own words: 年1回, 年1回以上, 週1回以上, 定期的, 適宜. */
export const Cadence = z.discriminatedUnion('per', [
	z.strictObject({
		per: z.enum(['year', 'week']),
		times: z.int().check(z.positive()),
		/** true for 「以上」. */
		orMore: z.boolean(),
		/** The words as printed, for the screen. */
		words: sentence,
	}),
	/** 定期的・適宜 name no count: occurrences are shown and never judged. */
	z.strictObject({ per: z.literal('asNeeded'), words: sentence }),
]);
export type Cadence = z.infer<typeof Cadence>;

/**
 * Measures of the same area that have no ● or □ of their own because the printed cell of this one runs on beside them.
 * Each counts once, under the measure whose id it carries.
 */
const alsoBeside = z.optional(z.array(id).check(z.minLength(1)));

/** An action of an earlier edition that this one continues. */
export const Descent = z.strictObject({
	action: id,
	relation: z.enum(['same', 'reworded', 'merged', 'split']),
});
export type Descent = z.infer<typeof Descent>;

/** □ 学校の取組. */
export const SchoolAction = z.strictObject({
	/** Unique among all editions: `<edition>-<policy>-<area>-<measure>-<n>`; never reused, never renumbered. */
	id,
	text: sentence,
	sourceText,
	/** Letters of the goals of this measure that it serves. */
	goals: z.array(letter).check(z.minLength(1)),
	alsoBeside,
	scope: z.optional(Scope),
	cadence: z.optional(Cadence),
	continuation: z.optional(Continuation),
	/** The part of the app that records this □ or gives the evidence for it: ours, not printed in the plan. */
	tool: z.optional(z.enum(['networkMeasurement', 'staffChecklist'])),
	/** `'new'` says that nothing of the earlier edition leads here; `'first'` that there is no earlier edition as data. */
	descendsFrom: z.union([z.literal('new'), z.literal('first'), z.array(Descent).check(z.minLength(1))]),
});
export type SchoolAction = z.infer<typeof SchoolAction>;

/** ● 教育委員会の取組. */
export const BoardAction = z.strictObject({
	id,
	text: sentence,
	sourceText,
	goals: z.array(letter).check(z.minLength(1)),
	alsoBeside,
	continuation: z.optional(Continuation),
});
export type BoardAction = z.infer<typeof BoardAction>;

/** What the board reported of the year before (進捗・評価). Only some editions print it. */
export const Progress = z.strictObject({
	fiscalYear: z.int(),
	achievement: z.optional(sentence),
	continuation: z.optional(Continuation),
	/** 達成時期 of the board's goal. */
	deadline: z.optional(Deadline),
	/** 実績・課題. */
	resultAndIssue: z.optional(sentence),
	rating: z.optional(Rating),
	sourceText,
});
export type Progress = z.infer<typeof Progress>;

/** 令和9年度までの目標 A〜G. */
export const Goal = z.strictObject({
	letter,
	text: sentence,
	sourceText,
	/** 担当課. */
	divisions: z.array(sentence).check(z.minLength(1)),
	progress: z.optional(Progress),
	/** Letter of the goal above whose cells of 進捗・評価 run on beside this one; what `progress` lacks stands there. */
	progressSharedWith: z.optional(letter),
	/** 新規・継続・拡充 printed beside this goal although the cell of 教育委員会 has no words here. */
	continuation: z.optional(Continuation),
});
export type Goal = z.infer<typeof Goal>;

/** 項目 1-(1)-①. */
export const Measure = z.strictObject({
	/** `1-1-1` */
	id,
	/** `1-(1)-①` */
	label: sentence,
	sourceLabel,
	title: sentence,
	/** 概要. */
	summary: sentence,
	goals: z.array(Goal).check(z.minLength(1)),
	boardActions: z.array(BoardAction),
	schoolActions: z.array(SchoolAction),
	/** Printed cells of this measure that say nothing to do (－), in order, so that nothing of the source is lost. */
	sourceText,
});
export type Measure = z.infer<typeof Measure>;

export const Area = z.strictObject({
	id,
	/** `1-(1)` */
	label: sentence,
	sourceLabel,
	title: sentence,
	measures: z.array(Measure).check(z.minLength(1)),
});
export type Area = z.infer<typeof Area>;

/** 基本方針. `shortTitle` is ours, for headings over a narrow column. */
export const BasicPolicy = z.strictObject({
	id,
	number: z.int(),
	title: sentence,
	shortTitle: sentence,
	areas: z.array(Area).check(z.minLength(1)),
});
export type BasicPolicy = z.infer<typeof BasicPolicy>;

/** A target for one school type: rates in percent, 0 to 100. */
export const IndicatorTarget = z.strictObject({
	schoolType: SchoolType,
	current: z.strictObject({ fiscalYear: z.int(), rate: z.number() }),
	target: z.strictObject({ fiscalYear: z.int(), rate: z.number() }),
});

/** 場面ごとの端末活用目標: one scene of class. */
export const Indicator = z.strictObject({
	id,
	/** ① to ⑤ */
	label: sentence,
	text: sentence,
	targets: z.array(IndicatorTarget).check(z.minLength(1)),
	/** 国KPI. */
	nationalKpi: z.strictObject({ fiscalYear: z.int(), rate: z.number() }),
});
export type Indicator = z.infer<typeof Indicator>;

/** Data the sources do not print carries `origin: 'masume'` until a board writes its own. */
const Origin = z.enum(['plan', 'board', 'masume']);

/** 評価の尺度: marks with the words of this edition. */
export const RatingScale = z.strictObject({
	origin: Origin,
	steps: z
		.array(z.strictObject({ rating: Rating, mark: z.enum(['◎', '○', '△']), word: sentence, criterion: sentence }))
		.check(z.length(3)),
});
export type RatingScale = z.infer<typeof RatingScale>;

const MonthDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** 長期休業: inclusive ranges of `MM-DD` within a fiscal year; a week that has no school day outside them is not a school week. */
export const SchoolCalendar = z.strictObject({
	origin: Origin,
	breaks: z.array(z.strictObject({ name: sentence, from: MonthDay, to: MonthDay })),
});
export type SchoolCalendar = z.infer<typeof SchoolCalendar>;

export const PlanEdition = z.strictObject({
	format: z.literal('masume-plan'),
	version: z.literal(1),
	/** `sendai-2025` */
	id,
	municipality: sentence,
	/** The plan that this edition belongs to, and the edition's own title, as printed. */
	plan: sentence,
	title: sentence,
	/** Printed under the title, in order. */
	mottoes: z.array(sentence),
	fiscalYear: z.int(),
	/** Where the texts were taken from. */
	source: z.strictObject({ publisher: sentence, title: sentence, file: sentence }),
	policies: z.array(BasicPolicy).check(z.minLength(1)),
	indicators: z.array(Indicator),
	indicatorNotes: z.array(sentence),
	ratingScale: RatingScale,
	schoolCalendar: SchoolCalendar,
});
export type PlanEdition = z.infer<typeof PlanEdition>;
