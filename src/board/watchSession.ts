import { type Refusal, type Result, refuse } from '../domain/result.ts';
import type { BoardApi } from './boardApi.ts';

/** Whether a refusal says that nobody is signed in here. */
export const saysSignedOut = ({ reason }: Refusal): boolean => reason === 'signInFirst' || reason === 'unauthorised';

/** Read after signing in again, on the page that was left. */
const pressAgain = () => refuse('signInFirst', '時間がたってログアウトしていました。もう一度押してください。');

/** The same API, telling `onLost` whenever an answer says that nobody is signed in any more. */
export function watchSession(api: BoardApi, onLost: () => void): BoardApi {
	const watched =
		<Given extends unknown[], Value>(ask: (...given: Given) => Promise<Result<Value>>) =>
		async (...given: Given) => {
			const answer = await ask(...given);
			if (answer.ok || !saysSignedOut(answer.refusal)) return answer;
			onLost();
			return pressAgain();
		};
	return {
		...api,
		schools: watched(api.schools),
		register: watched(api.register),
		makeCodes: watched(api.makeCodes),
		reviews: watched(api.reviews),
		decide: watched(api.decide),
	};
}
