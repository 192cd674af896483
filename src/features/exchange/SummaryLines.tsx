import type { Rating } from '../../domain/plan/edition.ts';
import { allMeasures, allSchoolActions } from '../../domain/plan/find.ts';
import type { ActionSummary, Summary } from '../../domain/summary/schema.ts';
import type { Session } from '../../session/session.ts';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { shortened, statusWord } from '../../ui/words.ts';
import { CaseLines, IndicatorLines, ReviewLines } from './SummaryParts.tsx';

interface SummaryLinesProps {
	summary: Summary;
	session: Session;
}

interface Place {
	readonly code: string;
	readonly text: string;
}

/** Everything a summary says, in the plan's words: □ by □, the 場面, the review, and the cases that are shared. */
export function SummaryLines({ summary, session }: SummaryLinesProps) {
	const places = new Map<string, Place>(
		allSchoolActions(session.edition).map(({ action, measure }) => [
			action.id,
			{ code: measure.label, text: action.text },
		]),
	);
	return (
		<>
			<ul class="summary-lines" aria-label="集計の□ごとの内容">
				{summary.actions.map((action) => (
					<Line key={action.action} session={session} action={action} place={places.get(action.action)} />
				))}
			</ul>
			<IndicatorLines summary={summary} session={session} />
			<ReviewLines summary={summary} />
			<CaseLines summary={summary} session={session} />
			<p class="small num summary-part">
				学校独自の□は数だけ：{ownWords(summary, session)}
				。ほかに、学校コード、校種、計画の版、記録の件数と端末ごとの通し番号が入ります。
			</p>
		</>
	);
}

function Line({ session, action, place }: { session: Session; action: ActionSummary; place: Place | undefined }) {
	return (
		<li>
			<Square status={action.status} conflict={action.conflicting} small />
			<div>
				<p class="small">
					<span class="num nb">{place?.code ?? action.action}</span>{' '}
					{place && <span class="plan">{shortened(place.text, 40)}</span>}
				</p>
				<p class="meta num">
					<b>
						{statusWord[action.status]}
						{action.conflicting && '（食い違い）'}
					</b>
					<Mark session={session} phase="中間" rating={action.midyear} />
					<Mark session={session} phase="最終" rating={action.final} />
					<span>実施記録 {action.occurrences}件</span>
					<span>根拠資料 {action.evidence}件</span>
				</p>
			</div>
		</li>
	);
}

function Mark({ session, phase, rating }: { session: Session; phase: string; rating: Rating | null }) {
	return (
		<span class="nb">
			{phase} {rating ? <RatingMark rating={rating} /> : '未入力'} {rating && session.ratingWord(rating)}
		</span>
	);
}

function ownWords({ own }: Summary, session: Session): string {
	const labels = new Map(allMeasures(session.edition).map(({ id, label }) => [id, label]));
	const words = own.map(
		({ measure, count, achieved }) => `${labels.get(measure) ?? measure} ${count}件（達成 ${achieved}）`,
	);
	return words.length > 0 ? words.join('、') : 'なし';
}
