import * as z from 'zod/mini';
import type { PlanEdition } from './edition.ts';
import { allMeasures } from './find.ts';

/**
 * Which □ of an edition answer which items of the questionnaires that a school fills in besides (seeds/crosswalk). Of the
 * questionnaires only titles, each with its source. Brings zod with it: the device takes types only.
 */

const words = z.string().check(z.regex(/^\S(?:.*\S)?$/));

const Answer = z.strictObject({
	/** 項目 of the edition. */
	measure: z.string(),
	/** One □ of it; absent where only the city's own part of the 項目 answers. */
	action: z.optional(z.string()),
	/** Plainly about the same thing. Where it is not, the page says that the correspondence is a guide. */
	certain: z.boolean(),
});

const Item = z.strictObject({
	title: words,
	/** The title that was announced for later, where another was. */
	announced: z.optional(words),
	/** The title is known to have stood so, and nothing was heard of a change. */
	certain: z.boolean(),
	/** Empty where nothing of the plan clearly answers. */
	answers: z.array(Answer),
});

const Questionnaire = z.strictObject({
	key: z.string().check(z.regex(/^[a-z][A-Za-z]*$/)),
	title: words,
	publisher: words,
	/** As of when the titles were read, in words. */
	asOf: words,
	/** What is missing here. */
	note: words,
	sources: z.array(words).check(z.minLength(1)),
	/** A part without a title: it is not known how the items are parted. */
	parts: z.array(z.strictObject({ title: z.optional(words), items: z.array(Item).check(z.minLength(1)) })),
});

export const Crosswalk = z.strictObject({
	format: z.literal('masume-crosswalk'),
	version: z.literal(1),
	/** The edition whose 項目 and □ answer. */
	edition: z.string(),
	/** Who says what corresponds: this app, until a board does. */
	origin: z.enum(['masume', 'board']),
	questionnaires: z.array(Questionnaire),
});
export type Crosswalk = z.infer<typeof Crosswalk>;
export type Questionnaire = Crosswalk['questionnaires'][number];
export type QuestionnaireItem = Questionnaire['parts'][number]['items'][number];

/** Where a crosswalk speaks of something that its edition does not have, as sentences; none where all is well. */
export function crosswalkFaults({ edition: id, questionnaires }: Crosswalk, edition: PlanEdition): string[] {
	if (id !== edition.id) return [`speaks of the edition ${id}, not of ${edition.id}`];
	const measures = new Map(allMeasures(edition).map((measure) => [measure.id, measure]));
	const items = questionnaires.flatMap(({ parts }) => parts.flatMap((part) => part.items));
	return items.flatMap(({ title, answers }) =>
		answers.flatMap(({ measure: measureId, action }) => {
			const measure = measures.get(measureId);
			if (!measure) return [`${title}: no 項目 ${measureId}`];
			if (action === undefined) return measure.schoolActions.length === 0 ? [] : [`${title}: ${measureId} has □`];
			return measure.schoolActions.some((each) => each.id === action) ? [] : [`${title}: no □ ${action}`];
		}),
	);
}
