import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewsAnswer } from '../../domain/exchange/review.ts';
import type { Result } from '../../domain/result.ts';
import type { BoardApi } from '../boardApi.ts';
import type { Decision } from './ReviewsTable.tsx';

/** Where the reviews of a year stand, and the board's decisions about them. `visit`: another number after each sign-in. */
export function useReviews(api: BoardApi, fiscalYear: number, visit: number) {
	const [answer, setAnswer] = useState<ReviewsAnswer>();
	const [trouble, setTrouble] = useState<string>();
	const wanted = useRef(fiscalYear);
	wanted.current = fiscalYear;
	const load = async () => {
		const next = await api.reviews(fiscalYear);
		// Another year has been chosen meanwhile.
		if (wanted.current !== fiscalYear) return;
		setTrouble(next.ok ? undefined : next.refusal.sentence);
		if (next.ok) setAnswer(next.value);
	};
	useEffect(() => void load(), [api, fiscalYear, visit]);

	/** What was decided stands in the list at once; where it was refused, the list was out of date. */
	async function decide({ school, phase, event }: Decision, reason: string): Promise<Result<unknown>> {
		const shown = answer?.schools.find((each) => each.school === school)?.[phase].approval?.content ?? null;
		const request = { phase, event, ...(reason !== '' && { reason }), ...(event === 'accept' && { content: shown }) };
		const decided = await api.decide(school, fiscalYear, request);
		if (!decided.ok) {
			if (decided.refusal.reason === 'reviewRefused') void load();
			return decided;
		}
		const { now, ...standings } = decided.value;
		setAnswer((before) => {
			if (!before || before.fiscalYear !== fiscalYear) return before;
			return { ...before, now, schools: [...before.schools.filter((each) => each.school !== school), standings] };
		});
		return decided;
	}
	return { answer: answer?.fiscalYear === fiscalYear ? answer : undefined, trouble, load, decide };
}
