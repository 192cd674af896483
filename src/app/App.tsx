import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { schoolTypeWord } from '../domain/plan/applicability.ts';
import type { SchoolType } from '../domain/plan/edition.ts';
import { labelOf, westernLabelOf } from '../domain/plan/fiscalYear.ts';
import { JoinFlow } from '../features/join/JoinFlow.tsx';
import { StartPage } from '../features/start/StartPage.tsx';
import type { Session } from '../session/session.ts';
import { SquareSymbols } from '../ui/Square.tsx';
import { Banners } from './Banners.tsx';
import { Frame, Subnav } from './Frame.tsx';
import { LastStep } from './LastStep.tsx';
import { NotFound, pagesOf } from './pages.tsx';
import { SavingWords } from './SavingWords.tsx';
import type { Wiring } from './wiring.ts';

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
	const cameIn = useRef(false);
	if (atFirstStart.current) cameIn.current = true;
	return (
		<LocationProvider>
			<SquareSymbols />
			{current && !atFirstStart.current ? (
				<Pages session={current} wiring={wiring} cameIn={cameIn.current} />
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

interface PagesProps {
	session: Session;
	wiring: Wiring;
	/** The first start stood here until now, and the focus went away with its button. */
	cameIn: boolean;
}

function Pages({ session, wiring, cameIn }: PagesProps) {
	const { path } = useLocation();
	const profile = session.profile.value;
	const pages = useMemo(() => pagesOf(session, wiring), [session, wiring]);
	useEffect(cameIn ? arrive : nameWindow, []);
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
				<Banners session={session} wiring={wiring} />
				<Subnav path={path} />
				<WhenRead session={session}>
					<Router onRouteChange={arrive} onLoadEnd={nameWindow}>
						{Object.entries(pages).map(([path, page]) => (
							<Route key={path} path={path} component={page} />
						))}
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

const nameWindow = () => {
	const heading = document.querySelector('main h1');
	document.title = heading ? `${heading.textContent} ｜ ます目` : 'ます目';
	if (location.hash) showPart(location.hash.slice(1));
};

/** The part of the page that the address names stands at the top, and the keyboard goes on from its heading. */
function showPart(id: string): void {
	const part = document.getElementById(id);
	part?.scrollIntoView();
	const heading = part?.querySelector('h2');
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
}

/** After a change of page its heading gets the focus and names the window, as a page load would. */
const arrive = () => {
	document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
	nameWindow();
};
