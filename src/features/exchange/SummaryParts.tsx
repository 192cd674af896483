import { schoolTypeWord } from '../../domain/plan/applicability.ts';
import { actionById } from '../../domain/plan/find.ts';
import { reviewStateWord } from '../../domain/record/review/rules.ts';
import { frequencyWord, sourceWord } from '../../domain/record/words.ts';
import type { CaseSummary, ObservationSummary, ReviewSummary, Summary } from '../../domain/summary/schema.ts';
import type { Session } from '../../session/session.ts';
import { dayWord, momentWord, shortened } from '../../ui/words.ts';

interface PartProps {
	summary: Summary;
	session: Session;
}

/** 場面ごとの端末活用: every look that goes. */
export function IndicatorLines({ summary, session }: PartProps) {
	const scenes = new Map(session.edition.indicators.map(({ id, label, text }) => [id, { label, text }]));
	return (
		<>
			<h3 class="summary-part">場面ごとの端末活用</h3>
			<ul class="summary-parts num">
				{(summary.indicators ?? []).map(({ indicator, observations }) => (
					<li key={indicator}>
						<p class="small">
							{scenes.get(indicator)?.label ?? indicator}{' '}
							<span class="plan">{shortened(scenes.get(indicator)?.text ?? '', 40)}</span>
						</p>
						<p class="meta">
							{observations.length === 0 && <span>入力なし</span>}
							{observations.map((each, place) => (
								<span key={`${each.date} ${place}`}>{observationWords(each)}</span>
							))}
						</p>
					</li>
				))}
			</ul>
		</>
	);
}

const observationWords = ({ date, frequency, classes, source }: ObservationSummary): string =>
	[
		dayWord(date),
		frequency && frequencyWord[frequency],
		classes && `${classes.of}学級のうち ${classes.count}学級`,
		source && `（${sourceWord[source]}）`,
	]
		.filter(Boolean)
		.join(' ');

const phaseWord: Readonly<Record<ReviewSummary['phase'], string>> = { midyear: '中間', final: '最終' };

/** 校長確認: where each phase stands. */
export function ReviewLines({ summary }: Pick<PartProps, 'summary'>) {
	return (
		<>
			<h3 class="summary-part">校長確認</h3>
			<ul class="summary-parts num">
				{(summary.review ?? []).map(({ phase, state, at, approved, changedAfterApproval }) => (
					<li key={phase}>
						<p class="meta">
							<b>
								{phaseWord[phase]}：{reviewStateWord(state)}
							</b>
							{at && <span>{momentWord(at)}</span>}
							{approved && <span>承認した内容の番号 {`${approved.slice(0, 4)}-${approved.slice(4, 8)}`}</span>}
							{changedAfterApproval && <b>承認後に変更あり</b>}
						</p>
					</li>
				))}
			</ul>
		</>
	);
}

/** 市内で共有する事例, whole: the only words of people in a summary. */
export function CaseLines({ summary, session }: PartProps) {
	const cases = summary.cases ?? [];
	return (
		<>
			<h3 class="summary-part">市内で共有する事例</h3>
			{cases.length === 0 ? (
				<p class="small quiet">ありません。取組の実施記録から、事例として選んだものだけが入ります。</p>
			) : (
				<ul class="summary-parts num">
					{cases.map((each) => (
						<CaseLine key={JSON.stringify(each)} session={session} told={each} />
					))}
				</ul>
			)}
		</>
	);
}

function CaseLine({ session, told }: { session: Session; told: CaseSummary }) {
	const { action, date, schoolType, title, grade, what, link } = told;
	return (
		<li>
			<p>
				<b>{title}</b>
			</p>
			<p class="meta">
				<span>{actionById(session.edition, action)?.measure.label ?? action}</span>
				<span>{dayWord(date)}</span>
				<span>{[schoolTypeWord(schoolType), grade].filter(Boolean).join(' ')}</span>
			</p>
			<p class="summary-words">{what}</p>
			{link && <p class="small">リンク：{link}</p>}
		</li>
	);
}
