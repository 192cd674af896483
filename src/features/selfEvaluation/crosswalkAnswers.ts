import type { Crosswalk, QuestionnaireItem } from '../../domain/plan/crosswalk.ts';
import type { Measure, PlanEdition } from '../../domain/plan/edition.ts';
import { allMeasures } from '../../domain/plan/find.ts';
import type { Phase } from '../../domain/record/review/states.ts';
import type { ReportRow, ReportSource } from '../../domain/report/model.ts';
import { selfEvaluation } from '../../domain/report/selfEvaluation.ts';
import { statusWord } from '../../ui/words.ts';

export type Answer = QuestionnaireItem['answers'][number];

/** What the school's year has to say to a questionnaire. */
export interface Found {
	/** By the □'s id, as they stand in the report to the board. */
	readonly rows: ReadonlyMap<string, ReportRow>;
	readonly measures: ReadonlyMap<string, Measure>;
	readonly ratingWord: (row: ReportRow) => string;
}

/** The rows that a crosswalk speaks of, in the very words of the report. */
export function answersTo(crosswalk: Crosswalk, source: ReportSource, phase: Phase): Found {
	const { groups } = selfEvaluation(source, { phase, audience: 'board', short: false });
	const asked = new Set(
		crosswalk.questionnaires.flatMap(({ parts }) =>
			parts.flatMap((part) => part.items.flatMap(({ answers }) => answers.flatMap(({ action }) => action ?? []))),
		),
	);
	const rows = groups.flatMap((group) => group.rows.filter(({ action }) => asked.has(action)));
	return {
		rows: new Map(rows.map((row) => [row.action, row])),
		measures: new Map(allMeasures(source.edition).map((measure) => [measure.id, measure])),
		ratingWord: (row) => ratingWord(row, source.edition),
	};
}

/** 「◎ 十分」, or 「評価 未入力」; nothing where a □ is not for this school. */
function ratingWord({ rating, status }: ReportRow, { ratingScale }: PlanEdition): string {
	const step = ratingScale.steps.find((each) => each.rating === rating);
	if (step) return `${step.mark} ${step.word}`;
	return status === 'notApplicable' ? '' : '評価 未入力';
}

/** What a person pastes into the answer of an item: of each □ its sentence, where it stands, and what was written. */
export const wordsToCopy = (found: Found, { answers }: QuestionnaireItem): string =>
	answers
		.flatMap(({ action }) => (action && found.rows.get(action)) || [])
		.map((row) =>
			[
				row.cells.action,
				[statusWord[row.status], found.ratingWord(row)].filter(Boolean).join('・'),
				row.cells.resultAndIssue,
			]
				.filter(Boolean)
				.join('\n'),
		)
		.join('\n\n');
