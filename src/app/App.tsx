import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { schoolTypeWord } from '../domain/plan/applicability.ts';
import type { SchoolType } from '../domain/plan/edition.ts';
import { labelOf, westernLabelOf } from '../domain/plan/fiscalYear.ts';
import { ChecklistPage } from '../features/checklist/ChecklistPage.tsx';
import { HomePage } from '../features/home/HomePage.tsx';
import { InstallCard } from '../features/home/InstallCard.tsx';
import { JoinFlow } from '../features/join/JoinFlow.tsx';
import { StartPage } from '../features/start/StartPage.tsx';
import type { Session } from '../session/session.ts';
import { ReadOnly } from '../ui/ReadOnly.tsx';
import { SquareSymbols } from '../ui/Square.tsx';
import { Toast } from '../ui/Toast.tsx';
import { Frame, Subnav } from './Frame.tsx';
import { Later } from './Later.tsx';
import { OtherYear } from './OtherYear.tsx';
import { SavingWords } from './SavingWords.tsx';
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
const YearsPage = lazy(() => import('../features/years/YearsPage.tsx').then((module) => module.YearsPage));
const NewYearPage = lazy(() => import('../features/years/NewYearPage.tsx').then((module) => module.NewYearPage));
const HandoverPage = lazy(() => import('../features/handover/HandoverPage.tsx').then((module) => module.HandoverPage));
const JoinPage = lazy(() => import('../features/join/JoinPage.tsx').then((module) => module.JoinPage));
interface AppProps {
	/** Undefined while the edition is still on its way: the first start can already be read and used. */
	session: Signal<Session | undefined>;
	wiring: Wiring;
}

export function App({ session, wiring }: AppProps) {
	const current = session.value;
	// A device that enrols here belongs to its school before the record has come: the first start stays until then.
	const atFirstStart = useRef(true);
	if (current?.profile.value && !wiring.join.enrolling.value) atFirstStart.current = false;
	return (
		<LocationProvider>
			<SquareSymbols />
			{current && !atFirstStart.current ? (
				<Pages session={current} wiring={wiring} />
			) : (
				<FirstStart session={session} wiring={wiring} />
			)}
		</LocationProvider>
	);
}

function FirstStart({ session, wiring }: AppProps) {
	const { path, route } = useLocation();
	const begin = async (schoolType: SchoolType) => {
		const started = session.value ?? (await wiring.session);
		void started.begin(schoolType);
		if (path === '/' || path === '/join') route('/plan', true);
	};
	const restore = async (file: File) => {
		const [{ restoreBackup }, started] = await Promise.all([
			import('../features/settings/restoreBackup.ts'),
			session.value ?? wiring.session,
		]);
		const answer = await restoreBackup(started, wiring.backup, await file.text(), await wiring.device.store());
		return answer.ok ? undefined : answer.refusal.sentence;
	};
	return (
		<StartPage
			register={<JoinFlow deps={wiring.join} atJoin={path === '/join'} />}
			onTry={(schoolType) => void begin(schoolType)}
			onRestore={restore}
		/>
	);
}

function Pages({ session, wiring }: { session: Session; wiring: Wiring }) {
	const { path } = useLocation();
	const profile = session.profile.value;
	const routes = useMemo(() => routesOf(session, wiring), [session, wiring]);
	useEffect(nameWindow, []);
	return (
		<>
			<Frame
				path={path}
				year={
					<>
						{labelOf(session.fiscalYear)}
						<span class="western">（{westernLabelOf(session.fiscalYear)}）</span>
						{!session.exact && (
							<span class="year-note">計画は{labelOf(session.edition.fiscalYear).replace('令和', '')}版</span>
						)}
					</>
				}
				school={profile?.name || `${profile ? schoolTypeWord(profile.schoolType) : ''}（お試し）`}
				saving={<SavingWords session={session} status={wiring.exchange.status} />}
			>
				<Trouble session={session} reload={wiring.reload} />
				<Update wiring={wiring} />
				<OtherYear session={session} years={wiring.years} />
				<Ended wiring={wiring} />
				<Subnav path={path} />
				<WhenRead session={session}>
					<Router onRouteChange={arrive} onLoadEnd={nameWindow}>
						<Route path="/" component={routes.Home} />
						<Route path="/plan" component={routes.Checklist} />
						<Route path="/actions/:id" component={routes.Action} />
						<Route path="/indicators" component={routes.Indicators} />
						<Route path="/measurement" component={routes.Measurement} />
						<Route path="/staff-survey" component={routes.StaffSurvey} />
						<Route path="/review" component={routes.Review} />
						<Route path="/years" component={routes.Years} />
						<Route path="/new-year" component={routes.NewYear} />
						<Route path="/settings" component={routes.Settings} />
						<Route path="/handover" component={routes.Handover} />
						<Route path="/join" component={routes.Join} />
						<Route default component={NotFound} />
					</Router>
				</WhenRead>
			</Frame>
			<LastStep session={session} />
		</>
	);
}

/** The last visit's picture is of the current year; of another one nothing is shown that might not be so. */
function WhenRead({ session, children }: { session: Session; children: ComponentChildren }) {
	if (!session.isOtherYear || session.ready.value) return <>{children}</>;
	return (
		<div class="page-head">
			<h1 tabIndex={-1}>{labelOf(session.fiscalYear)}の記録を読んでいます</h1>
		</div>
	);
}

/** The pages as components that stay the same: a router takes a new component for a new page and starts it afresh. */
const routesOf = (session: Session, wiring: Wiring) => ({
	Home: () => <HomePage session={session} aside={<Aside session={session} wiring={wiring} />} />,
	Checklist: () => <ChecklistPage session={session} narrow={wiring.isNarrow()} />,
	Measurement: () => <MeasurementRoute session={session} wiring={wiring} />,
	StaffSurvey: () => (
		<ReadOnly closed={session.closed.value}>
			<StaffSurveyPage session={session} years={wiring.years} />
		</ReadOnly>
	),
	Indicators: () => (
		<ReadOnly closed={session.closed.value}>
			<IndicatorsPage session={session} years={wiring.years} save={saveFile} />
		</ReadOnly>
	),
	Action: ({ id = '' }: { id?: string }) => (
		<ActionPage key={id} session={session} id={id} years={wiring.years} exchange={wiring.exchange} />
	),
	Years: () => <YearsPage session={session} years={wiring.years} />,
	Review: () => (
		<ReviewPage
			session={session}
			store={wiring.device.store}
			shelf={wiring.shelf}
			now={wiring.handover.now}
			trial={!wiring.exchange.status.value.enrolment}
		/>
	),
	NewYear: () => <NewYearPage session={session} years={wiring.years} store={wiring.device.store} />,
	Settings: () => <SettingsRoute session={session} wiring={wiring} />,
	Handover: () => <HandoverPage session={session} deps={wiring.handover} />,
	Join: () => <JoinPage deps={wiring.join} />,
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

/** A revoked device hears of it on every page. */
function Ended({ wiring }: { wiring: Wiring }) {
	const { enrolment } = wiring.exchange.status.value;
	if (!enrolment?.ended) return null;
	return (
		<Later
			load={() => import('../features/exchange/EndedBanner.tsx')}
			draw={({ EndedBanner }) => <EndedBanner enrolment={enrolment} />}
		/>
	);
}

const nameWindow = () => {
	const heading = document.querySelector('main h1');
	document.title = heading ? `${heading.textContent} ｜ ます目` : 'ます目';
	if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
};

/** After a change of page its heading gets the focus and names the window, as a page load would. */
const arrive = () => {
	document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
	nameWindow();
};

/** After these only a fresh page can reach the database again; what was typed is kept as a draft. */
const curedByReload = new Set(['connectionLost', 'databaseClosed', 'newerDatabase']);

function Trouble({ session, reload }: { session: Session; reload: () => void }) {
	const trouble = session.trouble.value;
	if (!trouble) return <div role="alert" />;
	return (
		<div class="problem trouble" role="alert">
			<p>{trouble.refusal.sentence}</p>
			<p class="row">
				{trouble.retry && (
					<button type="button" class="btn" onClick={trouble.retry}>
						もう一度保存する
					</button>
				)}
				{curedByReload.has(trouble.refusal.reason) && (
					<button type="button" class="btn" onClick={reload}>
						ページを読み込み直す
					</button>
				)}
			</p>
		</div>
	);
}

function Update({ wiring }: { wiring: Wiring }) {
	const apply = wiring.update.value;
	if (!apply) return null;
	return (
		<p class="update" role="status">
			新しい版のます目が届いています。
			<button type="button" class="btn" onClick={apply}>
				新しい版にする
			</button>
		</p>
	);
}

/** Ctrl+Z takes the last step back, except in a field, where it belongs to the text. */
const useUndoKey = (session: Session) =>
	useEffect(() => {
		const undo = (event: KeyboardEvent) => {
			const inField =
				event.target instanceof Element && event.target.matches('input:not([type=radio]), textarea, select');
			const pressed = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.isComposing;
			const notice = session.notice.peek();
			if (!pressed || inField || !notice?.undo) return;
			event.preventDefault();
			notice.undo();
		};
		document.addEventListener('keydown', undo);
		return () => document.removeEventListener('keydown', undo);
	}, [session]);

function LastStep({ session }: { session: Session }) {
	const notice = session.notice.value;
	useUndoKey(session);
	return (
		<Toast
			words={notice?.words}
			undo={notice?.undo}
			onGone={() => {
				session.notice.value = undefined;
			}}
		/>
	);
}

function NotFound() {
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
