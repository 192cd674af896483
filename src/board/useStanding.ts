import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SessionAnswer } from '../domain/exchange/board.ts';
import type { BoardApi } from './boardApi.ts';
import { saysSignedOut, watchSession } from './watchSession.ts';

/** Whether somebody is signed in here, as far as is known. */
export type Standing =
	| { readonly at: 'asking' }
	| { readonly at: 'trouble'; readonly sentence: string }
	| { readonly at: 'out' }
	| { readonly at: 'in'; readonly session: SessionAnswer }
	/** Was signed in; what stood on the page is kept out of sight. */
	| { readonly at: 'lost'; readonly session: SessionAnswer };

/** Asks who is signed in once `needed`, and follows it from there. */
export function useStanding(api: BoardApi, needed: boolean) {
	const [standing, setStanding] = useState<Standing>({ at: 'asking' });
	const [visit, setVisit] = useState(0);
	const [stuck, setStuck] = useState<string>();

	const ask = async () => {
		const answer = await api.session();
		if (answer.ok) setStanding({ at: 'in', session: answer.value });
		else if (saysSignedOut(answer.refusal)) setStanding({ at: 'out' });
		else setStanding({ at: 'trouble', sentence: answer.refusal.sentence });
	};
	useEffect(() => {
		if (needed && standing.at === 'asking') void ask();
	}, [needed]);

	const lose = () => setStanding((now) => ('session' in now ? { at: 'lost', session: now.session } : { at: 'out' }));
	const enter = (session: SessionAnswer) => {
		setStanding({ at: 'in', session });
		setVisit((before) => before + 1);
	};
	const leave = async () => {
		const answer = await api.signOut();
		const isOut = answer.ok || saysSignedOut(answer.refusal);
		if (isOut) setStanding({ at: 'out' });
		// Somebody who walks away believing to be signed out would leave the schools to the next person at this PC.
		setStuck(isOut ? undefined : answer.refusal.sentence);
	};
	return {
		standing,
		/** The API for the pages behind the sign-in. */
		watched: useMemo(() => watchSession(api, lose), [api]),
		/** Counts the times somebody signed in, for the pages to ask again for what they show. */
		visit,
		/** Why signing out did not work. */
		stuck,
		ask,
		enter,
		leave,
	};
}
