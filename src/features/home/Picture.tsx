import type { Area, BasicPolicy, Measure } from '../../domain/plan/edition.ts';
import { actionsBeside } from '../../domain/plan/find.ts';
import { isDueNow } from '../../session/season.ts';
import type { Session } from '../../session/session.ts';
import { tallyWords, useTally } from '../../session/tally.ts';
import { Square, squareWords } from '../../ui/Square.tsx';
import { shortened } from '../../ui/words.ts';
import './picture.css';

interface PictureProps {
	session: Session;
}

/** ます目: every □ of the plan as one square, hung by 項目 under a black rule. */
export function Picture({ session }: PictureProps) {
	return (
		<div class="masu" id="masu">
			{session.edition.policies.map((policy) => (
				<PolicyColumns key={policy.id} session={session} policy={policy} />
			))}
		</div>
	);
}

function PolicyColumns({ session, policy }: PictureProps & { policy: BasicPolicy }) {
	const ids = policy.areas.flatMap(({ measures }) =>
		measures.flatMap(({ schoolActions }) => schoolActions.map(({ id }) => id)),
	);
	const tally = useTally(session, ids);
	return (
		<section class="masu-policy">
			<h3 title={policy.title}>
				<b>{policy.number}</b>
				{policy.shortTitle}
			</h3>
			<p>{ids.length === 0 ? '学校の□なし' : tallyWords(tally)}</p>
			<div class="masu-areas">
				{policy.areas.map((area) => (
					<AreaColumns key={area.id} session={session} area={area} />
				))}
			</div>
		</section>
	);
}

function AreaColumns({ session, area }: PictureProps & { area: Area }) {
	return (
		<div class="masu-area">
			<p>{area.label}</p>
			<ul class="masu-columns">
				{area.measures.map((measure) => (
					<MeasureColumn key={measure.id} session={session} measure={measure} />
				))}
			</ul>
		</div>
	);
}

function MeasureColumn({ session, measure }: PictureProps & { measure: Measure }) {
	const own = session.own.value.filter((action) => action.measure === measure.id);
	const number = measure.label.slice(-1);
	if (measure.schoolActions.length + own.length === 0) {
		return (
			<li class="masu-column masu-board-only">
				<span aria-hidden="true">{number}</span>
				<i />
				<span class="vh">
					{measure.label} {measure.title}：{noneWords(session, measure)}
				</span>
			</li>
		);
	}
	return (
		<li class="masu-column">
			<span aria-hidden="true">{number}</span>
			{measure.schoolActions.map(({ id, text }) => (
				<SquareLink key={id} session={session} id={id} label={`${measure.label} ${shortened(text)}`} />
			))}
			{own.map(({ id, text }) => (
				<SquareLink key={id} session={session} id={id} label={`${measure.label} 学校独自 ${shortened(text)}`} />
			))}
		</li>
	);
}

const noneWords = (session: Session, measure: Measure): string => {
	const [beside] = actionsBeside(session.edition, measure.id);
	return beside ? `□は${beside.measure.label}と共通` : '市の取組だけ';
};

function SquareLink({ session, id, label }: PictureProps & { id: string; label: string }) {
	const row = session.row(id).value;
	const due = isDueNow(row, session.fiscalYear, session.today());
	const words = `${label} ${squareWords(row.status, row.conflict, row.returned)}${due ? '、今の時期' : ''}`;
	return (
		<a class="cell masu-cell" href={`/actions/${id}`} data-due={due || undefined} aria-label={words}>
			<Square status={row.status} conflict={row.conflict} returned={row.returned} />
		</a>
	);
}
