import { useEffect, useState } from 'preact/hooks';
import { firstDay, labelOf, lastDay } from '../../domain/plan/fiscalYear.ts';
import { staffCategories } from '../../domain/plan/staffChecklist.ts';
import { dateFault } from '../../domain/record/observationEntry.ts';
import { readStaffSurvey, type StaffSurvey, staffOverview, surveyEntity } from '../../domain/record/staffSurvey.ts';
import { textConflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';
import { ConflictBox } from '../../ui/ConflictBox.tsx';
import { dayWord } from '../../ui/words.ts';
import { CategoryEntry } from './CategoryEntry.tsx';
import { Paste } from './Paste.tsx';
import { Results } from './Results.tsx';
import { Uneven } from './Uneven.tsx';
import '../../ui/parts.css';
import './staffSurvey.css';

interface StaffSurveyPageProps {
	session: Session;
	years: Years;
}

/** 教員のICT活用指導力チェックリスト: how many teachers said what, by item and by category, beside last year's. */
export function StaffSurveyPage({ session, years }: StaffSurveyPageProps) {
	session.version.value;
	const survey = readStaffSurvey(session.record());
	const before = useYearBefore(session, years);
	if (!session.ready.value) return <Head />;
	const { entered, of } = staffOverview(survey);
	return (
		<>
			<Head />
			<p class="survey-intro">
				教員が一人ずつ答えた結果を、学校で人数にまとめて入力します。名前や一人ずつの答えは入れません。
			</p>
			<div class="parts parts-wide survey">
				<section aria-labelledby="survey-results">
					<h2 id="survey-results">結果</h2>
					<div class="survey-stack">
						<p class="num">
							{of}項目のうち{entered}項目を入力
						</p>
						<Results survey={survey} before={before} />
						<Uneven survey={survey} />
					</div>
				</section>
				<section aria-labelledby="survey-day">
					<h2 id="survey-day">調査した日</h2>
					<Day session={session} survey={survey} />
				</section>
				{!session.closed.value && (
					<section aria-labelledby="survey-paste">
						<h2 id="survey-paste">表から入れる</h2>
						<Paste session={session} survey={survey} />
					</section>
				)}
				{staffCategories.map((category) => (
					<CategoryEntry
						key={category.letter}
						session={session}
						category={category}
						survey={survey}
						before={before?.survey}
					/>
				))}
			</div>
			<Source />
		</>
	);
}

const Head = () => (
	<div class="page-head">
		<h1 tabIndex={-1}>
			教員のICT活用指導力
			<wbr />
			チェックリスト
		</h1>
	</div>
);

/** Last year's survey and what to call it; undefined as long as it is not read, or where this device has none. */
export interface YearBefore {
	readonly label: string;
	readonly survey: StaffSurvey;
}

function useYearBefore(session: Session, years: Years): YearBefore | undefined {
	const [before, setBefore] = useState<YearBefore>();
	const fiscalYear = session.fiscalYear - 1;
	useEffect(() => {
		let here = true;
		years.record(fiscalYear).then(
			(fold) => here && fold && setBefore({ label: labelOf(fiscalYear), survey: readStaffSurvey(fold) }),
			() => undefined,
		);
		return () => {
			here = false;
		};
	}, [years, fiscalYear]);
	return before && staffOverview(before.survey).entered > 0 ? before : undefined;
}

function Day({ session, survey }: { session: Session; survey: StaffSurvey }) {
	const { value, seen } = survey.date;
	const [fault, setFault] = useState<string>();
	const write = (date: string) => {
		// While a year is being typed the field says 0002 and the like.
		const found = date === '' ? undefined : dateFault(date, { fiscalYear: session.fiscalYear, today: session.today() });
		setFault(found);
		if (!found) void session.set(surveyEntity, 'date', date, { seen, words: '調査した日を記録しました' });
	};
	return (
		<div>
			<input
				class="field survey-date"
				type="date"
				aria-labelledby="survey-day"
				key={value}
				defaultValue={value}
				min={firstDay(session.fiscalYear)}
				max={lastDay(session.fiscalYear)}
				aria-describedby="survey-day-fault"
				onChange={({ currentTarget }) =>
					currentTarget.value === value ? setFault(undefined) : write(currentTarget.value)
				}
			/>
			<p id="survey-day-fault" role="status" class={fault && 'problem small'}>
				{fault && `${fault}まだ記録していません。`}
			</p>
			<ConflictBox
				conflict={textConflictOf(session, surveyEntity, 'date', '調査した日')}
				shown={(date) => (date ? dayWord(String(date)) : '（空）')}
				until="あとから入力されたほう"
			/>
		</div>
	);
}

function Source() {
	return (
		<p class="small quiet survey-source">
			出典：文部科学省「教員のICT活用指導力チェックリスト」（平成30年6月改訂）。項目の言葉は、ます目が短くしたものです。調査には、文部科学省の様式の文を使ってください。
		</p>
	);
}
