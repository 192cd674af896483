import { useEffect, useState } from 'preact/hooks';
import { schoolTypeWord } from '../../domain/plan/applicability.ts';
import type { SchoolAction } from '../../domain/plan/edition.ts';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import type { Session } from '../../session/session.ts';
import type { CityCases } from '../../sync/sync.ts';
import { dayWord, momentWord } from '../../ui/words.ts';
import { casesBeside, type NeighbourCase } from './citysCases.ts';
import type { CityExchange } from './sharing.ts';
import './sharedCases.css';

interface SharedCasesProps {
	session: Session;
	action: SchoolAction;
	exchange: CityExchange;
}

/** How many stand open; the others unfold. */
const shownAtOnce = 3;

/** 市内の学校の事例: what other schools share of this very □, this year and last. */
export function SharedCases({ session, action, exchange }: SharedCasesProps) {
	const { enrolment, offline } = exchange.status.value;
	const here = enrolment !== undefined;
	const [known, setKnown] = useState<readonly (CityCases | undefined)[]>();
	const { fiscalYear } = session;
	useEffect(() => {
		let current = true;
		if (!here) return;
		void readBoth(exchange, fiscalYear).then((read) => current && setKnown(read));
		return () => {
			current = false;
		};
	}, [here, offline, fiscalYear]);
	if (!here || !known) return null;
	const [now, before] = known;
	const cases = casesBeside(action, [
		[fiscalYear, now],
		[fiscalYear - 1, before],
	]);
	return (
		<section aria-label="市内の学校の事例">
			<h2>市内の学校の事例</h2>
			{now && !now.current && (
				<p class="small quiet">いまはつながっていません。{momentWord(now.readAt)}に読んだものです。</p>
			)}
			{!now && <p class="small quiet">いまは読めません。つながるところで開くと、ここに出ます。</p>}
			{now && cases.length === 0 && (
				<p class="small quiet">この□の事例は、まだありません。実施記録の「共有する」から、この学校の事例を出せます。</p>
			)}
			<Cases cases={cases.slice(0, shownAtOnce)} thisYear={fiscalYear} />
			{cases.length > shownAtOnce && (
				<details class="unfolding">
					<summary>ほかの事例 {cases.length - shownAtOnce}件</summary>
					<Cases cases={cases.slice(shownAtOnce)} thisYear={fiscalYear} />
				</details>
			)}
		</section>
	);
}

const readBoth = async ({ sync }: CityExchange, fiscalYear: number): Promise<readonly (CityCases | undefined)[]> => {
	const loaded = await sync().catch(() => undefined);
	if (!loaded) return [];
	return Promise.all([loaded.cases(fiscalYear), loaded.cases(fiscalYear - 1)]);
};

function Cases({ cases, thisYear }: { cases: readonly NeighbourCase[]; thisYear: number }) {
	if (cases.length === 0) return null;
	return (
		<ul class="cases">
			{cases.map(({ key, title, schoolName, schoolType, grade, date, fiscalYear, what, link }) => (
				<li key={key}>
					<h3>{title}</h3>
					<p class="meta num">
						<span>{schoolName}</span>
						<span>{[schoolTypeWord(schoolType), grade].filter(Boolean).join(' ')}</span>
						<span>
							{fiscalYear !== thisYear && labelOf(fiscalYear)} {dayWord(date)}
						</span>
					</p>
					<p class="case-what">{what}</p>
					{/^https?:\/\//.test(link) && (
						<a class="small" href={link} target="_blank" rel="noopener noreferrer">
							資料を開く<span class="vh">：{title}（新しいタブで開く）</span>
						</a>
					)}
				</li>
			))}
		</ul>
	);
}
