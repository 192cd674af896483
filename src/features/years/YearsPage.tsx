import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import type { YearView } from '../../domain/record/yearsCompared.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { YearsChoice } from './YearsChoice.tsx';
import { YearsList, YearsTable } from './YearsTable.tsx';
import { YearsTrend } from './YearsTrend.tsx';
import { factsOf } from './yearsFacts.tsx';
import { chosenOf, type Kind, kinds, type Option, optionsOf } from './yearsOptions.ts';
import { useYearViews } from './yearsRead.ts';
import { compareYears, type Subject } from './yearsSubject.ts';
import '../../ui/facts.css';
import './years.css';

interface YearsPageProps {
	session: Session;
	years: Years;
}

/** 年度をならべる: the plan, a 方針, a 項目, a □ or a scene over the years of the plan's period. */
export function YearsPage({ session, years }: YearsPageProps) {
	const views = useYearViews(session, years);
	const [first, last] = [views?.[0], views?.at(-1)];
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>年度をならべる</h1>
				{first && last && (
					<p class="num">
						{labelOf(first.fiscalYear)}から{labelOf(last.fiscalYear)}まで
					</p>
				)}
			</div>
			{views ? (
				<Compared views={views} open={session.fiscalYear} onOpen={years.open} />
			) : (
				<p role="status">年度ごとの記録を読んでいます</p>
			)}
			<p class="small years-turn">
				年度がかわったら、<a href="/new-year">新しい年度を始める</a>から引き継ぎます。
			</p>
		</>
	);
}

interface ComparedProps {
	views: readonly YearView[];
	open: number;
	onOpen: (fiscalYear: number) => void;
}

/** What is chosen stands in the address, so that going back finds it again. */
function Compared({ views, open, onOpen }: ComparedProps) {
	const { query, route } = useLocation();
	const wide = useWide();
	const kind = kinds.find(({ value }) => value === query.kind)?.value ?? 'plan';
	const options = useMemo(() => optionsOf(views, kind), [views, kind]);
	const chosen = chosenOf(options, query.id);
	const subject = kind === 'plan' ? ({ kind } as const) : chosen?.subject;
	const choose = (next: Kind, id?: string) =>
		route(`/years?${new URLSearchParams({ kind: next, ...(id !== undefined && { id }) })}`, true);
	return (
		<>
			<YearsChoice {...{ kind, options, chosen }} onKind={(next) => choose(next)} onChoose={(id) => choose(kind, id)} />
			<Named chosen={chosen} />
			{subject ? (
				<Drawn {...{ views, open, onOpen, subject, wide }} />
			) : (
				<p class="note">この版の計画には、ならべるものがありません。</p>
			)}
		</>
	);
}

/** The chosen thing in its own words, whole. */
function Named({ chosen }: { chosen: Option | undefined }) {
	if (!chosen) return null;
	return (
		<p class="years-named" id="years-named">
			<span class="code">{chosen.code}</span>
			<span class={chosen.subject.kind === 'own' ? undefined : 'plan'}>
				<PlanText text={chosen.text} />
			</span>
		</p>
	);
}

function Drawn({ views, open, onOpen, subject, wide }: ComparedProps & { subject: Subject; wide: boolean }) {
	const compared = compareYears(views, subject);
	const shown = { compared, facts: factsOf(subject), open, onOpen };
	return (
		<div class="years">
			<YearsTrend compared={compared} subject={subject} />
			{wide ? <YearsTable {...shown} /> : <YearsList {...shown} />}
		</div>
	);
}

const wideEnough = '(min-width: 960px)';

/** A column for each year needs room; without it years stand one under the other. */
function useWide(): boolean {
	const [wide, setWide] = useState(() => matchMedia(wideEnough).matches);
	useEffect(() => {
		const query = matchMedia(wideEnough);
		const look = () => setWide(query.matches);
		look();
		query.addEventListener('change', look);
		return () => query.removeEventListener('change', look);
	}, []);
	return wide;
}
