import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { CodesAnswer, SchoolsAnswer, SchoolsChanged, SessionAnswer } from '../domain/exchange/board.ts';
import type { BoardDevice } from './BoardPages.tsx';
import type { BoardApi } from './boardApi.ts';
import { CodesPage } from './codes/CodesPage.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { ReviewsPage } from './reviews/ReviewsPage.tsx';
import { SchoolsPage } from './schools/SchoolsPage.tsx';
import { countWord } from './words.ts';

interface SignedInProps {
	api: BoardApi;
	device: BoardDevice;
	session: SessionAnswer;
	/** Another number each time somebody has signed in. */
	visit: number;
}

/** The pages behind the sign-in, and what they share: the list of schools, and the codes made on this visit. */
export function SignedIn({ api, device, session, visit }: SignedInProps) {
	const { path, route } = useLocation();
	const { answer, trouble, load } = useSchools(api, visit);
	const [done, setDone] = useState<string>();
	const [issued, setIssued] = useState<CodesAnswer['codes']>([]);
	// Codes that nobody can show again must not vanish with a careless reload.
	useLeaveWarning(issued.length > 0);

	if (path === '/board/codes') {
		return (
			<CodesPage
				codes={issued}
				municipalityName={session.municipalityName}
				origin={session.siteOrigin ?? device.origin}
				print={device.print}
				onPutAway={() => {
					setIssued([]);
					route('/board');
				}}
			/>
		);
	}
	if (path === '/board/import') {
		return (
			<ImportPage
				known={answer?.schools}
				trouble={trouble}
				api={api}
				save={device.save}
				retry={load}
				onRegistered={(changed) => {
					setDone(registeredWords(changed));
					void load();
					route('/board');
				}}
			/>
		);
	}
	if (path === '/board/reviews') {
		return <ReviewsPage {...{ api, answer, trouble, visit }} onRenew={() => void load()} />;
	}
	if (path !== '/board' && path !== '/board/') return <NotFound />;
	return (
		<SchoolsPage
			answer={answer}
			trouble={trouble}
			done={done}
			api={api}
			save={device.save}
			onRenew={() => {
				setDone(undefined);
				void load();
			}}
			onIssued={({ codes }) => {
				setIssued(codes);
				setDone(undefined);
				void load();
				route('/board/codes');
			}}
		/>
	);
}

const registeredWords = ({ added, changed }: SchoolsChanged): string =>
	[added > 0 && `${countWord(added)}校を登録しました。`, changed > 0 && `${countWord(changed)}校を変更しました。`]
		.filter(Boolean)
		.join('');

function useSchools(api: BoardApi, visit: number) {
	const [answer, setAnswer] = useState<SchoolsAnswer>();
	const [trouble, setTrouble] = useState<string>();
	const load = async () => {
		const next = await api.schools();
		setTrouble(next.ok ? undefined : next.refusal.sentence);
		if (next.ok) setAnswer(next.value);
	};
	useEffect(() => void load(), [api, visit]);
	return { answer, trouble, load };
}

const useLeaveWarning = (needed: boolean) =>
	useEffect(() => {
		if (!needed) return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener('beforeunload', warn);
		return () => window.removeEventListener('beforeunload', warn);
	}, [needed]);

function NotFound() {
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>ページが見つかりません</h1>
			</div>
			<p class="note">
				アドレスが古いか、まちがっています。<a href="/board">学校の一覧</a>から選び直してください。
			</p>
		</>
	);
}
