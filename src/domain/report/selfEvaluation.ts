import type { PlanEdition } from '../plan/edition.ts';
import { dayWithin, formalDay, labelOf, westernLabelOf } from '../plan/fiscalYear.ts';
import { typedText } from '../record/fields.ts';
import { progressOf } from '../record/progress.ts';
import { readField } from '../record/readField.ts';
import { readReview } from '../record/review/readReview.ts';
import type { Phase } from '../record/review/states.ts';
import { approvalWords } from './approval.ts';
import { cellsOf } from './cells.ts';
import { columnsFor } from './columns.ts';
import { indicatorTable } from './figures.ts';
import { fileNameOf } from './fileName.ts';
import type {
	ReportEntries,
	ReportGroup,
	ReportHead,
	ReportPassage,
	ReportRequest,
	ReportRow,
	ReportSource,
	SelfEvaluation,
} from './model.ts';
import { omissionsOf } from './omissions.ts';
import { audienceWord, phaseWord } from './requestWords.ts';
import { staffTable } from './staffTable.ts';
import { type Reported, reportedActions } from './states.ts';
import { typed } from './typed.ts';

/** Makes the report once; preview, print, Excel, CSV and the rest write these rows and words and add none. */
export function selfEvaluation(source: ReportSource, request: ReportRequest): SelfEvaluation {
	const reported = reportedActions(source, request.phase);
	const ofPlan = reported.filter(({ action }) => action !== undefined);
	const shown = reported.filter((each) => !request.short || isInShort(each));
	const row = (each: Reported) => rowOf(each, source.edition, request);
	return {
		request,
		head: headOf(source, request, ofPlan),
		columns: columnsFor(request.audience),
		groups: groupsOf(source.edition, ofPlan, shown, row),
		own: shown.filter(({ action }) => action === undefined).map(row),
		tables: [indicatorTable(source, request.audience), staffTable(source)].filter((table) => table !== undefined),
		passages: passagesOf(source, request),
		omissions: request.audience === 'public' ? omissionsOf(source, reported) : [],
		fileName: fileNameOf(source, request),
	};
}

/** △, what stands otherwise than last year, and what is to be 拡充. */
const isInShort = ({ rating, lastRating, next }: Reported): boolean =>
	rating === 'insufficient' || next === 'expanded' || (rating !== null && lastRating !== null && rating !== lastRating);

function rowOf(reported: Reported, edition: PlanEdition, { audience, phase }: ReportRequest): ReportRow {
	const { state, rating, lastRating, action } = reported;
	return {
		action: state.id,
		entity: state.entity,
		own: action === undefined,
		...{ status: state.status, rating, lastRating },
		entries: audience === 'board' ? entriesOf(reported) : publicEntriesOf(reported, phase),
		conflicts: audience === 'board' ? reported.conflicts : [],
		cells: cellsOf(reported, edition, audience),
	};
}

const entriesOf = ({ state: { texts, ratings, continuation } }: Reported): ReportEntries => ({
	result: texts.result.value,
	issue: texts.issue.value,
	improvement: texts.improvement.value,
	nextYear: texts.nextYear.value,
	ratingMidyear: ratings.ratingMidyear.value,
	ratingFinal: ratings.ratingFinal.value,
	continuation: continuation.value,
});

/** Only what the public version shows: the rating of its phase, and none of what is 該当なし. */
const publicEntriesOf = (reported: Reported, phase: Phase): ReportEntries => ({
	...entriesOf(reported),
	ratingMidyear: phase === 'midyear' ? reported.rating : null,
	ratingFinal: phase === 'final' ? reported.rating : null,
});

function groupsOf(
	edition: PlanEdition,
	all: readonly Reported[],
	shown: readonly Reported[],
	row: (reported: Reported) => ReportRow,
): ReportGroup[] {
	return edition.policies.flatMap((policy) =>
		policy.areas.flatMap((area) => {
			const inArea = ({ action, measure }: Reported) =>
				action !== undefined && area.measures.some(({ id }) => id === measure?.id);
			const rows = shown.filter(inArea).map(row);
			if (rows.length === 0) return [];
			return [
				{
					policy: `基本方針${policy.number} ${policy.title}`,
					area: `${area.label} ${area.title}`,
					rows,
					tally: tallyOf(all.filter(inArea)),
				},
			];
		}),
	);
}

function tallyOf(reported: readonly Reported[]): string {
	const { achieved, applicable } = progressOf(reported.map(({ state }) => state.status));
	return applicable === 0 ? '本校にあたる□はありません' : `${applicable}のうち ${achieved} 達成`;
}

function headOf(source: ReportSource, { phase, audience }: ReportRequest, ofPlan: readonly Reported[]): ReportHead {
	const { edition, fiscalYear, profile, today, fold } = source;
	const { total, notApplicable } = progressOf(ofPlan.map(({ state }) => state.status));
	return {
		plan: `${edition.plan} ${edition.title}`,
		title: `${labelOf(fiscalYear)} 教育の情報化に関する自己評価書（${phaseWord[phase]}）`,
		school: typed(profile.name) || '（学校名が未入力です）',
		year: `${labelOf(fiscalYear)}（${westernLabelOf(fiscalYear)}）`,
		phase: phaseWord[phase],
		audience: audienceWord[audience],
		tally: `${tallyOf(ofPlan)}（計画の□ ${total}、該当なし ${notApplicable}）`,
		asOf: `${formalDay(dayWithin(fiscalYear, today))}現在`,
		approval: approvalWords(fold, readReview(fold, phase)),
		legend: edition.ratingScale.steps.map(({ mark, word, criterion }) => `${mark} ${word}：${criterion}`),
	};
}

const passages = [
	{ key: 'focus', title: '重点目標' },
	{ key: 'improvement', title: '改善策' },
	{ key: 'stakeholders', title: '学校関係者評価' },
] as const;

const passagesOf = ({ fold }: ReportSource, { phase }: ReportRequest): ReportPassage[] =>
	passages.map(({ key, title }) => ({
		...{ key, title },
		text: typed(readField(fold, `evaluation/${phase}`, key, typedText).value),
	}));
