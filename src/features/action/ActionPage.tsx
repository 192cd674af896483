import { useMemo } from 'preact/hooks';
import type { Area, BasicPolicy, Measure, SchoolAction } from '../../domain/plan/edition.ts';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import type { ActionState } from '../../domain/record/reading.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';
import { ReadOnly } from '../../ui/ReadOnly.tsx';
import { ActionHead } from './ActionHead.tsx';
import { Carried } from './Carried.tsx';
import { Comments } from './Comments.tsx';
import { Evidence } from './Evidence.tsx';
import { History } from './History.tsx';
import { LastYear } from './LastYear.tsx';
import { NextYear } from './NextYear.tsx';
import { Occurrences } from './Occurrences.tsx';
import { OwnText } from './OwnText.tsx';
import { PlanContext } from './PlanContext.tsx';
import { Planning } from './Planning.tsx';
import { Ratings } from './Ratings.tsx';
import { SharedCases } from './SharedCases.tsx';
import { StatusSection } from './StatusSection.tsx';
import type { CityExchange } from './sharing.ts';
import { Texts } from './Texts.tsx';
import { Tool } from './Tool.tsx';
import './action.css';

/** Where a □ stands in the plan. `action` is undefined for a □ of the school's own. */
export interface Place {
	readonly policy: BasicPolicy;
	readonly area: Area;
	readonly measure: Measure;
	readonly action?: SchoolAction;
	readonly text: string;
}

/** What every section of the page is handed. */
export interface SectionProps {
	readonly session: Session;
	readonly state: ActionState;
	readonly place: Place;
}

interface ActionPageProps {
	session: Session;
	id: string;
	years: Years;
	exchange: CityExchange;
}

/** 取組: everything about one □, with the plan beside it. */
export function ActionPage({ session, id, years, exchange }: ActionPageProps) {
	const state = useMemo(() => session.state(id), [session, id]).value;
	const own = session.own.value;
	const place = useMemo(() => placeOf(session, id), [session, id, own]);
	if (!place) return session.ready.value ? <Unknown /> : <Waiting />;
	if (!state) return <Waiting text={place.text} />;
	if (state.liveness === 'deleted') return <Unknown />;
	const section = { session, state, place };
	return (
		<>
			<ActionHead {...section} />
			<div class="desk">
				<ReadOnly closed={session.closed.value} why={closedWords(session)} extraClass="work">
					<Comments {...section} />
					<Carried {...section} />
					<StatusSection {...section} />
					<Tool {...section} />
					<Occurrences {...section} exchange={exchange} />
					<Ratings {...section} />
					<Texts {...section} fields={['result', 'issue']} />
					<Evidence {...section} />
					<Texts {...section} fields={['improvement', 'nextYear']} />
					<NextYear {...section} />
					<Planning {...section} />
					{!place.action && <OwnText {...section} />}
				</ReadOnly>
				<aside class="context" aria-label="計画と昨年度">
					{place.action && <LastYear {...section} action={place.action} years={years} />}
					{place.action && <SharedCases session={session} action={place.action} exchange={exchange} />}
					<PlanContext {...section} />
					<History {...section} />
				</aside>
			</div>
		</>
	);
}

const closedWords = ({ fiscalYear }: Session): string =>
	`${labelOf(fiscalYear)}は締めくくられています。この□の記録は読むだけで、書きかえられません。`;

const placeOf = (session: Session, id: string): Place | undefined => {
	const own = session.own.peek().find((candidate) => candidate.id === id);
	for (const policy of session.edition.policies) {
		for (const area of policy.areas) {
			for (const measure of area.measures) {
				const action = measure.schoolActions.find((candidate) => candidate.id === id);
				if (action) return { policy, area, measure, action, text: action.text };
				if (own?.measure === measure.id) return { policy, area, measure, text: own.text };
			}
		}
	}
	return undefined;
};

function Waiting({ text }: { text?: string }) {
	return (
		<div class="page-head">
			<h1 tabIndex={-1} class={text ? 'plan' : undefined}>
				{text ?? '記録を読んでいます'}
			</h1>
		</div>
	);
}

function Unknown() {
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>この□はありません</h1>
			</div>
			<p class="note">
				計画の年度版が変わったか、学校独自の□が消されています。<a href="/plan">取組一覧</a>から選び直してください。
			</p>
		</>
	);
}
