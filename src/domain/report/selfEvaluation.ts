import type { PlanEdition } from '../plan/edition.ts';
import { dayWithin, formalDay, labelOf, westernLabelOf } from '../plan/fiscalYear.ts';
import { progressOf } from '../record/progress.ts';
import { readReview } from '../record/review/readReview.ts';
import { approvalWords } from './approval.ts';
import { cellsOf } from './cells.ts';
import { columnsFor } from './columns.ts';
import { entriesFor } from './entries.ts';
import { indicatorTable } from './figures.ts';
import { fileNameOf } from './fileName.ts';
import type { ReportGroup, ReportHead, ReportRequest, ReportRow, ReportSource, SelfEvaluation } from './model.ts';
import { omissionsOf } from './omissions.ts';
import { passagesOf } from './passages.ts';
import { publicAddresses, publiclyReported } from './publicTexts.ts';
import { audienceWord, excerptWord, phaseWord } from './requestWords.ts';
import { staffTable } from './staffTable.ts';
import { type Reported, reportedActions } from './states.ts';
import { typed } from './typed.ts';

/** Makes the report once; preview, print, Excel, CSV and the rest write these rows and words and add none. */
export function selfEvaluation(source: ReportSource, request: ReportRequest): SelfEvaluation {
	const entered = reportedActions(source, request.phase);
	const open = publicAddresses(entered);
	const isPublic = request.audience === 'public';
	const reported = isPublic ? entered.map((each) => publiclyReported(each, open)) : entered;
	const ofPlan = reported.filter(({ action }) => action !== undefined);
	const shown = reported.filter((each) => !request.short || isInShort(each));
	const row = (each: Reported) => rowOf(each, source.edition, request);
	return {
		request,
		head: headOf(source, request, ofPlan),
		columns: columnsFor(request.audience),
		groups: groupsOf(source.edition, ofPlan, shown, row),
		own: shown.filter(({ action }) => action === undefined).map(row),
		tables: [indicatorTable(source, request.audience, open), staffTable(source, request.audience)].filter(
			(table) => table !== undefined,
		),
		passages: passagesOf(source, request, open),
		omissions: isPublic ? omissionsOf(source, entered, request.phase) : [],
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
		entries: entriesFor(reported, audience, phase),
		conflicts: audience === 'board' ? reported.conflicts : [],
		cells: cellsOf(reported, edition, audience),
	};
}

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

function headOf(
	source: ReportSource,
	{ phase, audience, short }: ReportRequest,
	ofPlan: readonly Reported[],
): ReportHead {
	const { edition, fiscalYear, profile, today, fold } = source;
	const { total, notApplicable } = progressOf(ofPlan.map(({ state }) => state.status));
	return {
		plan: `${edition.plan} ${edition.title}`,
		title: `${labelOf(fiscalYear)} 教育の情報化に関する自己評価書（${phaseWord[phase]}${short ? `・${excerptWord}` : ''}）`,
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
