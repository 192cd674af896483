import { useState } from 'preact/hooks';
import type { Area, BasicPolicy, Measure } from '../../domain/plan/edition.ts';
import { actionsBeside } from '../../domain/plan/find.ts';
import type { Session } from '../../session/session.ts';
import { tallyWords, useTally } from '../../session/tally.ts';
import { ActionRow } from './ActionRow.tsx';
import { OwnActionForm } from './OwnActionForm.tsx';

interface Shown {
	session: Session;
	/** Ids let through by the filter. */
	visible: ReadonlySet<string>;
	/** Nothing is filtered out: 項目 without □ are shown, too, and own □ can be added. */
	whole: boolean;
}

/** One 基本方針 with its areas, in the plan's own order, wording and numbering. */
export function PolicySection({ policy, ...shown }: Shown & { policy: BasicPolicy }) {
	const ids = policy.areas.flatMap((area) =>
		area.measures.flatMap((measure) => measure.schoolActions.map(({ id }) => id)),
	);
	const areas = policy.areas.filter((area) => shown.whole || area.measures.some((measure) => standsIn(shown, measure)));
	if (areas.length === 0) return null;
	return (
		<section class="policy" id={`policy-${policy.number}`} aria-labelledby={`policy-${policy.number}-title`}>
			<div class="policy-head">
				<p class="small quiet num">
					<b aria-hidden="true">{policy.number}</b>
					{ids.length === 0 ? '学校の□なし' : <PolicyTally session={shown.session} ids={ids} />}
				</p>
				<h2 id={`policy-${policy.number}-title`} class="plan" tabIndex={-1}>
					<span class="vh">基本方針{policy.number} </span>
					{policy.title}
				</h2>
			</div>
			{areas.map((area) => (
				<AreaSection key={area.id} area={area} {...shown} />
			))}
		</section>
	);
}

/** Follows every tick by itself, so that the section need not. */
function PolicyTally({ session, ids }: { session: Session; ids: readonly string[] }) {
	return <>{tallyWords(useTally(session, ids))}</>;
}

const standsIn = ({ session, visible }: Shown, measure: Measure): boolean =>
	measure.schoolActions.some(({ id }) => visible.has(id)) ||
	session.own.value.some((own) => own.measure === measure.id && visible.has(own.id));

function AreaSection({ area, ...shown }: Shown & { area: Area }) {
	return (
		<>
			<h3 class="area-head">
				<span class="num">{area.label}</span>
				<span>{area.title}</span>
			</h3>
			{area.measures
				.filter((measure) => shown.whole || standsIn(shown, measure))
				.map((measure) => (
					<MeasureSection key={measure.id} measure={measure} {...shown} />
				))}
		</>
	);
}

function MeasureSection({ measure, session, visible, whole }: Shown & { measure: Measure }) {
	const [adding, setAdding] = useState(false);
	const actions = measure.schoolActions.filter(({ id }) => visible.has(id));
	const own = session.own.value.filter((action) => action.measure === measure.id && visible.has(action.id));
	return (
		<div class="measure">
			<div class="measure-head">
				<h4>
					<span class="code">{measure.label}</span>
					{measure.title}
				</h4>
				{whole && !adding && !session.closed.value && (
					<button
						type="button"
						class="own-add"
						aria-label={`${measure.label}に学校独自の□を足す`}
						onClick={() => setAdding(true)}
					>
						学校独自の□を足す
					</button>
				)}
			</div>
			<div>
				<ul>
					{actions.map(({ id, text }) => (
						<ActionRow key={id} session={session} id={id} code={measure.label} text={text} />
					))}
					{own.map(({ id, text }) => (
						<ActionRow key={id} session={session} id={id} code={measure.label} text={text} own />
					))}
					{measure.schoolActions.length + own.length === 0 && (
						<li class="small quiet measure-none">{noneWords(session, measure)}</li>
					)}
				</ul>
				{adding && !session.closed.value && (
					<OwnActionForm session={session} measure={measure} onDone={() => setAdding(false)} />
				)}
			</div>
		</div>
	);
}

/** In the printed table a cell of □ may run on beside the next 項目; then that 項目 is not without a school's part. */
const noneWords = (session: Session, measure: Measure): string => {
	const beside = [...new Set(actionsBeside(session.edition, measure.id).map((placed) => placed.measure.label))];
	return beside.length > 0 ? `この項目の□は、${beside.join('・')}の□と共通です` : '学校の□はありません（市の取組 ●）';
};
