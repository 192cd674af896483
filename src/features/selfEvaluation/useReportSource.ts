import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReportSource, ReportYear } from '../../domain/report/model.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';

/** What a report is made from, following the record; undefined until it and the year before are read. */
export function useReportSource(session: Session, years: Years): ReportSource | undefined {
	const before = useYearBefore(session, years);
	const [version, ready, profile] = [session.version.value, session.ready.value, session.profile.value];
	return useMemo(() => {
		if (!ready || !profile || !before) return undefined;
		const { edition, fiscalYear } = session;
		const year = { edition, fiscalYear, fold: session.record(), profile, today: session.today() };
		return before.year ? { ...year, before: before.year } : year;
	}, [session, version, ready, profile, before]);
}

/** undefined until it is known; without `year` where this device holds none. */
function useYearBefore(session: Session, years: Years): { readonly year: ReportYear | undefined } | undefined {
	const [before, setBefore] = useState<{ readonly year: ReportYear | undefined }>();
	useEffect(() => {
		let current = true;
		const none = { year: undefined };
		void readYear(years, session.fiscalYear - 1)
			.catch(() => undefined)
			.then((year) => current && setBefore(year ? { year } : none));
		return () => {
			current = false;
		};
	}, [session, years]);
	return before;
}

async function readYear(years: Years, fiscalYear: number): Promise<ReportYear | undefined> {
	if (!(await years.list()).includes(fiscalYear)) return undefined;
	const [edition, fold] = await Promise.all([years.editionOf(fiscalYear), years.record(fiscalYear)]);
	return edition && fold && { edition, fiscalYear, fold };
}
