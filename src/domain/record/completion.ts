import { applies } from '../plan/applicability.ts';
import { firstDay, lastDay } from '../plan/fiscalYear.ts';
import { mondayOf, schoolWeeks } from '../plan/schoolWeeks.ts';
import type { ActionState, AnyAction, Judgement, Occurrence, ReadingContext, Status } from './reading.ts';

/** Where a □ stands, and why. */
export interface Completion {
	readonly status: Status;
	readonly basis: ActionState['basis'];
	readonly judged?: Judgement;
	readonly unforced: Status;
	readonly overruled: boolean;
	/** Why the school's profile rules the □ out. */
	readonly outOfScope?: string;
}

type Dated = Pick<Occurrence, 'date'>;

/** What a person said wins; then the school's profile; then the occurrences. */
export function completionOf(
	action: AnyAction,
	said: Status | null,
	occurrences: readonly Dated[],
	context: ReadingContext,
): Completion {
	const judged = judge(action, occurrences, context);
	const scope = applies(action.scope, context.profile);
	const fallback = unforcedCompletion(judged, occurrences, scope);
	const outcome = said === null ? fallback : ({ status: said, basis: 'person' } as const);
	return {
		...outcome,
		...(judged && { judged }),
		unforced: fallback.status,
		overruled: said !== null && judged !== undefined && contradicts(said, judged),
		...(scope !== true && { outOfScope: scope.reason }),
	};
}

/** What the occurrences alone say of a □ whose cadence can be counted; undefined where it cannot. */
export function judge(
	{ cadence }: AnyAction,
	occurrences: readonly Dated[],
	context: ReadingContext,
): Judgement | undefined {
	if (cadence === undefined || cadence.per === 'asNeeded') return undefined;
	const dates = datesSoFar(occurrences, context);
	return cadence.per === 'year' ? judgeYear(cadence.times, dates) : judgeWeeks(cadence.times, dates, context);
}

function judgeYear(times: number, dates: readonly string[]): Judgement {
	return { per: 'year', status: statusOf(dates.length, dates.length >= times), counted: dates.length, needed: times };
}

/** The running week is not held against anybody: it shows as `thisWeek` and is judged once it is over. */
function judgeWeeks(times: number, dates: readonly string[], context: ReadingContext): Judgement {
	const { edition, fiscalYear, today } = context;
	const begun = schoolWeeks(edition.schoolCalendar, fiscalYear, context.since ?? firstDay(fiscalYear), today);
	const running = today <= lastDay(fiscalYear) ? mondayOf(today) : undefined;
	const perWeek = new Map<string, number>();
	for (const date of dates) perWeek.set(mondayOf(date), (perWeek.get(mondayOf(date)) ?? 0) + 1);
	const hasItsTimes = (monday: string) => (perWeek.get(monday) ?? 0) >= times;

	const over = begun.filter((monday) => monday !== running);
	const counted = over.filter(hasItsTimes).length;
	return {
		per: 'week',
		status: statusOf(dates.length, over.length > 0 && counted === over.length),
		counted,
		needed: over.length,
		...(running !== undefined && begun.includes(running) && { thisWeek: hasItsTimes(running) }),
	};
}

const statusOf = (occurrences: number, complete: boolean): Judgement['status'] => {
	if (occurrences === 0) return 'notStarted';
	return complete ? 'achieved' : 'inProgress';
};

/** An occurrence is something done: one dated ahead waits for its day, one of another year counts there. */
function datesSoFar(occurrences: readonly Dated[], { fiscalYear, today }: ReadingContext): string[] {
	return occurrences
		.map(({ date }) => date)
		.filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)))
		.filter((date) => firstDay(fiscalYear) <= date && date <= lastDay(fiscalYear) && date <= today);
}

function unforcedCompletion(
	judged: Judgement | undefined,
	occurrences: readonly Dated[],
	scope: ReturnType<typeof applies>,
): Pick<Completion, 'status' | 'basis'> {
	if (scope !== true) return { status: 'notApplicable', basis: 'profile' };
	if (occurrences.length === 0) return { status: 'notStarted', basis: 'nothing' };
	return { status: judged?.status ?? 'inProgress', basis: 'occurrences' };
}

/** 実施中 before the first occurrence is preparation, and 該当なし without any is no contradiction. */
function contradicts(said: Status, judged: Judgement): boolean {
	if (judged.status === 'notStarted') return said === 'achieved';
	return said !== judged.status;
}
