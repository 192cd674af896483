import { useEffect, useState } from 'preact/hooks';
import type { PlanEdition } from '../../domain/plan/edition.ts';
import { periodOf } from '../../domain/plan/period.ts';
import type { RecordFold } from '../../domain/record/fold.ts';
import { viewYear, type YearView, yearsShown } from '../../domain/record/yearsCompared.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';

/** Every year to show, with what this device holds of it. */
interface YearRead {
	readonly fiscalYear: number;
	readonly edition: PlanEdition | undefined;
	/** Undefined for the open year: the session has it. */
	readonly record: RecordFold | undefined;
	/** There is a record, and it cannot be read now. */
	readonly unreadable: boolean;
}

/** The years side by side, oldest first; undefined until they are read. Follows the open year. */
export const useYearViews = (session: Session, years: Years): readonly YearView[] | undefined => {
	const [read, setRead] = useState<readonly YearRead[]>();
	useEffect(() => {
		let current = true;
		void readYears(session, years).then((found) => current && setRead(found));
		return () => {
			current = false;
		};
	}, [session, years]);
	// What changes in the open year, a tick in another tab say, is seen here too.
	session.version.value;
	if (!read || !session.ready.value) return undefined;
	return read.map(({ fiscalYear, record, ...rest }) =>
		viewYear({
			...{ ...rest, fiscalYear, profile: session.profile.value, today: years.today() },
			record: fiscalYear === session.fiscalYear ? session.record() : record,
		}),
	);
};

async function readYears(session: Session, years: Years): Promise<readonly YearRead[]> {
	const listed: readonly number[] = await years.list().catch(() => []);
	const known = [...new Set([...listed, session.fiscalYear, years.current()])];
	const latest = await editionOf(session, years, years.current());
	const shown = yearsShown(periodOf(session.edition) ?? (latest && periodOf(latest)), known);
	return Promise.all(
		shown.map(async (fiscalYear) => {
			const begun = fiscalYear <= years.current() || known.includes(fiscalYear);
			const wanted = listed.includes(fiscalYear) && fiscalYear !== session.fiscalYear;
			const [edition, record] = await Promise.all([
				begun ? editionOf(session, years, fiscalYear) : undefined,
				wanted ? years.record(fiscalYear).catch(() => undefined) : undefined,
			]);
			return { fiscalYear, edition, record, unreadable: wanted && record === undefined };
		}),
	);
}

const editionOf = async (session: Session, years: Years, fiscalYear: number): Promise<PlanEdition | undefined> =>
	fiscalYear === session.fiscalYear ? session.edition : years.editionOf(fiscalYear).catch(() => undefined);
