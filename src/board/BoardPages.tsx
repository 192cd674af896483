import { useEffect, useRef, useState } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import { SetupPage } from './account/SetupPage.tsx';
import { SignInPage } from './account/SignInPage.tsx';
import { BoardFrame } from './BoardFrame.tsx';
import type { BoardApi } from './boardApi.ts';
import { SignedIn } from './SignedIn.tsx';
import { type Standing, useStanding } from './useStanding.ts';

/** What the pages need of the browser. */
export interface BoardDevice {
	/** Where this site was opened: `https://masume.example.jp`. */
	readonly origin: string;
	/** What stood behind the `#`: the secret of the one-time link. */
	readonly fragment: string;
	/** Hands a file to the person. `type` is its MIME type. */
	readonly save: (name: string, text: string, type: string) => void;
	readonly print: () => void;
}

interface BoardPagesProps {
	api: BoardApi;
	device: BoardDevice;
}

/** The pages of the board of education: they need a connection and keep nothing on this device. */
export function BoardPages({ api, device }: BoardPagesProps) {
	return (
		<LocationProvider scope="/board">
			<Gate api={api} device={device} />
		</LocationProvider>
	);
}

function Gate({ api, device }: BoardPagesProps) {
	const { path, route } = useLocation();
	const settingUp = path === '/board/setup';
	const { standing, watched, visit, stuck, ask, enter, leave } = useStanding(api, !settingUp);
	const session = 'session' in standing ? standing.session : undefined;
	useArrival(path, standing.at);

	if (settingUp) {
		return (
			<BoardFrame session={undefined} path={path} onSignOut={leave}>
				<SetupPage
					api={api}
					secret={device.fragment}
					onDone={(made) => {
						enter(made);
						route('/board', true);
					}}
				/>
			</BoardFrame>
		);
	}
	return (
		<BoardFrame session={standing.at === 'in' ? session : undefined} path={path} onSignOut={leave}>
			{stuck && (
				<p class="problem board-gap" role="alert">
					まだログアウトしていません。{stuck}
				</p>
			)}
			{standing.at === 'trouble' && <Trouble sentence={standing.sentence} retry={ask} />}
			{(standing.at === 'out' || standing.at === 'lost') && (
				<SignInPage api={api} lost={standing.at === 'lost' ? standing.session : undefined} onDone={enter} />
			)}
			{session && (
				<div hidden={standing.at === 'lost'}>
					<SignedIn key={session.municipality} {...{ api: watched, device, session, visit }} />
				</div>
			)}
		</BoardFrame>
	);
}

function Trouble({ sentence, retry }: { sentence: string; retry: () => void }) {
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>開けませんでした</h1>
			</div>
			<p class="problem board-gap" role="alert">
				{sentence}
			</p>
			<button type="button" class="btn" onClick={retry}>
				もう一度開く
			</button>
		</>
	);
}

/** After a change of page its heading gets the focus and names the window, as a page load would. */
const useArrival = (path: string, standing: Standing['at']) => {
	const place = `${path} ${standing}`;
	const [first] = useState(place);
	const from = useRef(path);
	useEffect(() => {
		if (from.current !== path) window.scrollTo(0, 0);
		from.current = path;
		const headings = [...document.querySelectorAll<HTMLElement>('main h1')];
		const heading = headings.find((each) => !each.closest('[hidden]'));
		document.title = heading ? `${heading.textContent} ｜ 教育委員会 ｜ ます目` : '教育委員会 ｜ ます目';
		if (place !== first) heading?.focus({ preventScroll: true });
	}, [place]);
};
