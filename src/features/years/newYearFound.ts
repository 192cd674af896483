import type { PlanEdition } from '../../domain/plan/edition.ts';
import { closingOf } from '../../domain/record/closing.ts';
import type { RecordFold } from '../../domain/record/fold.ts';
import type { Edit, Operation } from '../../domain/record/operation.ts';
import { readProfile } from '../../domain/record/readSchool.ts';
import { readTurn, type TurnOfYear, type TurnSource, turnAmong } from '../../domain/record/yearTurn.ts';
import { type Refusal, refuse } from '../../domain/result.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';

/** A year before the current one, as this device holds it. */
export interface EarlierYear {
	readonly fiscalYear: number;
	/** The operation that closed it; undefined while it is open. */
	readonly closing: Operation | undefined;
}

/** A turn of the year that lies before the school, with all there is to show of it. */
export interface FoundTurn extends TurnSource, TurnOfYear {
	/** The new year is recorded against its own edition. */
	readonly hasEdition: boolean;
	/** Something was recorded in the new year already. */
	readonly begun: boolean;
}

export interface Found {
	/** Newest first. */
	readonly earlier: readonly EarlierYear[];
	readonly turn: FoundTurn | undefined;
	/** There is a turn, and something that it needs could not be read. */
	readonly unreadable: boolean;
}

/** Reads the years before the current one. What cannot be read, this device does not hold. */
export async function findTurn(session: Session, years: Years): Promise<Found> {
	const list = await years.list();
	const records = new Map<number, RecordFold>();
	for (const year of list.filter((each) => each < years.current())) {
		const fold = await years.record(year);
		if (fold) records.set(year, fold);
	}
	const earlier = [...records].map(([fiscalYear, fold]) => ({ fiscalYear, closing: closingOf(fold) })).reverse();
	const turn = turnAmong([...records.keys()], years.current());
	const before = turn && records.get(turn.from);
	if (!turn || !before || closingOf(before)) return { earlier, turn: undefined, unreadable: false };
	const after = await years.record(turn.to);
	const editions = await editionsOf(years, turn.from, turn.to);
	const profile = readProfile(before) ?? session.profile.peek();
	if (!after || !editions || !profile) return { earlier, turn: undefined, unreadable: true };
	const source = { turn, before, after, profile, ...editions };
	const hasEdition = editions.later.fiscalYear === turn.to;
	return { earlier, turn: { ...source, ...readTurn(source), hasEdition, begun: after.size > 0 }, unreadable: false };
}

async function editionsOf(
	years: Years,
	from: number,
	to: number,
): Promise<{ readonly earlier: PlanEdition; readonly later: PlanEdition } | undefined> {
	const [earlier, later] = await Promise.all([years.editionOf(from), years.editionOf(to)]).catch(() => []);
	return earlier && later && { earlier, later };
}

interface Writing {
	readonly words: string;
	readonly edits: (fold: RecordFold) => readonly Edit[];
}

/** Writes into a year, be it the open one or not; answers why it could not. */
export async function writeInto(
	session: Session,
	years: Years,
	fiscalYear: number,
	{ words, edits }: Writing,
): Promise<Refusal | undefined> {
	if (fiscalYear !== session.fiscalYear) {
		const written = await years.write(fiscalYear, edits);
		return written.ok ? undefined : written.refusal;
	}
	// Taken back by the way that the page itself offers, not in passing.
	if (await session.take({ words, lasting: true, edits })) return undefined;
	return session.trouble.peek()?.refusal ?? notWritten.refusal;
}

const notWritten = refuse('notWritten', '書き込めませんでした。記録はそのままです。もう一度押してください。');
