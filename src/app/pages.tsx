import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { ChecklistPage } from '../features/checklist/ChecklistPage.tsx';
import { HomePage } from '../features/home/HomePage.tsx';
import { InstallCard } from '../features/home/InstallCard.tsx';
import type { Session } from '../session/session.ts';
import { ReadOnly } from '../ui/ReadOnly.tsx';
import { Later } from './Later.tsx';
import { saveFile } from './saveFile.ts';
import type { Wiring } from './wiring.ts';

const ActionPage = lazy(() => import('../features/action/ActionPage.tsx').then((module) => module.ActionPage));
const SettingsRoute = lazy(() => import('./SettingsRoute.tsx').then((module) => module.SettingsRoute));
const ReviewPage = lazy(() => import('../features/review/ReviewPage.tsx').then((module) => module.ReviewPage));
const IndicatorsPage = lazy(() =>
	import('../features/indicators/IndicatorsPage.tsx').then((module) => module.IndicatorsPage),
);
const MeasurementRoute = lazy(() => import('./MeasurementRoute.tsx').then((module) => module.MeasurementRoute));
const StaffSurveyPage = lazy(() =>
	import('../features/staffSurvey/StaffSurveyPage.tsx').then((module) => module.StaffSurveyPage),
);
const SelfEvaluationPage = lazy(() =>
	import('../features/selfEvaluation/SelfEvaluationPage.tsx').then((module) => module.SelfEvaluationPage),
);
const YearsPage = lazy(() => import('../features/years/YearsPage.tsx').then((module) => module.YearsPage));
const NewYearPage = lazy(() => import('../features/years/NewYearPage.tsx').then((module) => module.NewYearPage));
const HandoverPage = lazy(() => import('../features/handover/HandoverPage.tsx').then((module) => module.HandoverPage));
const JoinPage = lazy(() => import('../features/join/JoinPage.tsx').then((module) => module.JoinPage));

const crosswalk = async (edition: string) => (await import('./crosswalks.ts')).crosswalkOf(edition);

/**
 * Address → page. As components that stay the same: a router takes a new component for a new page and starts it afresh.
 * Only 今やること and 取組一覧 come with the first load.
 */
export const pagesOf = (
	session: Session,
	wiring: Wiring,
): Readonly<Record<string, ComponentType<{ id?: string }>>> => ({
	'/': () => <HomePage session={session} aside={<Aside session={session} wiring={wiring} />} />,
	'/plan': () => <ChecklistPage session={session} narrow={wiring.isNarrow()} />,
	'/measurement': () => <MeasurementRoute session={session} wiring={wiring} />,
	'/staff-survey': () => (
		<ReadOnly closed={session.closed.value}>
			<StaffSurveyPage session={session} years={wiring.years} />
		</ReadOnly>
	),
	'/indicators': () => (
		<ReadOnly closed={session.closed.value}>
			<IndicatorsPage session={session} years={wiring.years} save={saveFile} />
		</ReadOnly>
	),
	'/actions/:id': ({ id = '' }: { id?: string }) => (
		<ActionPage key={id} session={session} id={id} years={wiring.years} exchange={wiring.exchange} />
	),
	'/years': () => <YearsPage session={session} years={wiring.years} />,
	'/review': () => (
		<ReviewPage
			session={session}
			store={wiring.device.store}
			shelf={wiring.shelf}
			now={wiring.handover.now}
			trial={!wiring.exchange.status.value.enrolment}
		/>
	),
	'/self-evaluation': () => (
		<SelfEvaluationPage
			session={session}
			years={wiring.years}
			save={saveFile}
			print={wiring.handover.print}
			crosswalk={crosswalk}
			copy={(words) => navigator.clipboard.writeText(words)}
			registered={wiring.exchange.status.value.enrolment?.school}
		/>
	),
	'/new-year': () => <NewYearPage session={session} years={wiring.years} store={wiring.device.store} />,
	'/settings': () => <SettingsRoute session={session} wiring={wiring} />,
	'/handover': () => <HandoverPage session={session} deps={wiring.handover} />,
	'/join': () => <JoinPage deps={wiring.join} />,
});

/** What stands beside the tasks on 今やること. */
function Aside({ session, wiring }: { session: Session; wiring: Wiring }) {
	const { status } = wiring.exchange;
	return (
		<>
			<InstallCard wiring={wiring.install} />
			<Later
				load={() => import('../features/years/NewYearCard.tsx')}
				draw={({ NewYearCard }) => <NewYearCard session={session} years={wiring.years} />}
			/>
			{status.value.known && (
				<Later
					load={() => import('../features/exchange/HomeSteps.tsx')}
					draw={({ HomeSteps }) => <HomeSteps session={session} status={status} />}
				/>
			)}
		</>
	);
}

/** For every other address. */
export function NotFound() {
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>ページが見つかりません</h1>
			</div>
			<p class="note">
				アドレスが古いか、まちがっています。記録はそのまま残っています。<a href="/plan">取組一覧</a>
				から選び直してください。
			</p>
		</>
	);
}
