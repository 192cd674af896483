import type { ComponentChildren } from 'preact';
import type { Area, BasicPolicy, Measure, PlanEdition } from '../domain/plan/edition.ts';
import { actionsBeside } from '../domain/plan/find.ts';
import './planPicture.css';
import { shortened } from './words.ts';

interface PlanPictureProps {
	edition: PlanEdition;
	/** The school's own □, hung under their 項目. */
	own: readonly { readonly id: string; readonly measure: string; readonly text: string }[];
	/** What is said of a 方針 above its squares, given the ids of its □; not asked where it has none. */
	tally: (ids: readonly string[]) => ComponentChildren;
	/** One square, given its □ and 「1-(1)-① …文…」. */
	cell: (id: string, label: string) => ComponentChildren;
}

/** ます目: every □ of the plan as one square, hung by 項目 under a black rule. */
export function PlanPicture(props: PlanPictureProps) {
	return (
		<div class="masu" id="masu">
			{props.edition.policies.map((policy) => (
				<PolicyColumns key={policy.id} policy={policy} {...props} />
			))}
		</div>
	);
}

function PolicyColumns({ policy, ...picture }: PlanPictureProps & { policy: BasicPolicy }) {
	const ids = policy.areas.flatMap(({ measures }) =>
		measures.flatMap(({ schoolActions }) => schoolActions.map(({ id }) => id)),
	);
	return (
		<section class="masu-policy">
			<h3 title={policy.title}>
				<b>{policy.number}</b>
				{policy.shortTitle}
			</h3>
			<p>{ids.length === 0 ? '学校の□なし' : picture.tally(ids)}</p>
			<div class="masu-areas">
				{policy.areas.map((area) => (
					<AreaColumns key={area.id} area={area} {...picture} />
				))}
			</div>
		</section>
	);
}

function AreaColumns({ area, ...picture }: PlanPictureProps & { area: Area }) {
	return (
		<div class="masu-area">
			<p>{area.label}</p>
			<ul class="masu-columns">
				{area.measures.map((measure) => (
					<MeasureColumn key={measure.id} measure={measure} {...picture} />
				))}
			</ul>
		</div>
	);
}

function MeasureColumn({ measure, edition, own, cell }: PlanPictureProps & { measure: Measure }) {
	const ofSchool = own.filter((action) => action.measure === measure.id);
	const number = measure.label.slice(-1);
	if (measure.schoolActions.length + ofSchool.length === 0) {
		return (
			<li class="masu-column masu-board-only">
				<span aria-hidden="true">{number}</span>
				<i />
				<span class="vh">
					{measure.label} {measure.title}：{noneWords(edition, measure)}
				</span>
			</li>
		);
	}
	return (
		<li class="masu-column">
			<span aria-hidden="true">{number}</span>
			{measure.schoolActions.map(({ id, text }) => cell(id, `${measure.label} ${shortened(text)}`))}
			{ofSchool.map(({ id, text }) => cell(id, `${measure.label} 学校独自 ${shortened(text)}`))}
		</li>
	);
}

const noneWords = (edition: PlanEdition, measure: Measure): string => {
	const [beside] = actionsBeside(edition, measure.id);
	return beside ? `□は${beside.measure.label}と共通` : '市の取組だけ';
};
