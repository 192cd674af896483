import type { Deadline, Rating } from '../domain/plan/edition.ts';
import type { ActionState, Status } from '../domain/record/reading.ts';

/** What a list or a picture shows of one □: small enough to keep all of them ready for the first paint. */
export interface Row {
	readonly status: Status;
	/** The status was set against what the occurrences say. */
	readonly overruled: boolean;
	/** Out of scope by the school's profile: no control in the list. */
	readonly outOfScope: boolean;
	readonly conflict: boolean;
	/** Sent back in review, and nothing done about it yet. */
	readonly returned: boolean;
	readonly reason: string;
	readonly deadline: Deadline;
	readonly owner: string;
	readonly occurrences: number;
	/** Date of the newest occurrence. */
	readonly latest: string;
	/** What a countable cadence still asks for: occurrences this year, or this school week. */
	readonly lacking: { readonly per: 'year' | 'week'; readonly count: number } | null;
	readonly midyear: Rating | null;
	readonly final: Rating | null;
	/** Where it stood last year, where it was carried over from there. */
	readonly carried: Status | null;
}

/** The row of a □ nobody has touched: what a school sees before its first record. */
export const untouchedRow: Row = {
	status: 'notStarted',
	overruled: false,
	outOfScope: false,
	conflict: false,
	returned: false,
	reason: '',
	deadline: 'fiscalYearEnd',
	owner: '',
	occurrences: 0,
	latest: '',
	lacking: null,
	midyear: null,
	final: null,
	carried: null,
};

const lackingOf = ({ judged, status }: ActionState): Row['lacking'] => {
	if (!judged || status === 'notApplicable') return null;
	if (judged.thisWeek !== undefined) return judged.thisWeek ? null : { per: 'week', count: 1 };
	const count = judged.needed - judged.counted;
	return judged.per === 'year' && count > 0 ? { per: 'year', count } : null;
};

export const rowOf = (state: ActionState): Row => ({
	status: state.status,
	overruled: state.overruled,
	outOfScope: state.basis === 'profile',
	conflict: state.conflicts.length > 0,
	returned: state.comments.some(({ open }) => open),
	reason: state.reason.value,
	deadline: state.deadline.value ?? 'fiscalYearEnd',
	owner: state.owner.value,
	occurrences: state.occurrences.length,
	latest: state.occurrences.reduce((latest, { date }) => (date > latest ? date : latest), ''),
	lacking: lackingOf(state),
	midyear: state.ratings.ratingMidyear.value,
	final: state.ratings.ratingFinal.value,
	carried: state.carried?.status ?? null,
});
