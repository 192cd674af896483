import { actionById } from '../../domain/plan/find.ts';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { progressOf } from '../../domain/record/progress.ts';
import { readReview, stateHeld, stepHeld } from '../../domain/record/review/readReview.ts';
import { reviewStateWord } from '../../domain/record/review/rules.ts';
import { type Phase, phases, rankOf } from '../../domain/record/review/states.ts';
import { roleWord } from '../../domain/record/role.ts';
import { Square } from '../../ui/Square.tsx';
import { momentWord, statusesInOrder, statusWord } from '../../ui/words.ts';
import '../../ui/facts.css';
import type { StepProps } from './NewYearWizard.tsx';

const phaseWord: Record<Phase, string> = { midyear: '中間', final: '最終' };

interface NewYearStandingProps extends Omit<StepProps, 'chosen' | 'session'> {
	/** The fiscal year that today lies in. */
	current: number;
	onNext: () => void;
}

/** Step 1: how last year stands, said plainly; nothing here has to be put right first. */
export function NewYearStanding({ found, current, onNext }: NewYearStandingProps) {
	const { turn, states } = found;
	const [from, to] = [labelOf(turn.from), labelOf(turn.to)];
	const plan = progressOf(states.filter(({ entity }) => entity.startsWith('action/')).map(({ status }) => status));
	const own = states.filter(({ entity }) => entity.startsWith('own/'));
	const conflicts = states.filter((state) => state.conflicts.length > 0).length;
	const returned = states.filter(({ comments }) => comments.some(({ open }) => open)).length;
	return (
		<section class="turn-section">
			<h2 tabIndex={-1}>{from}のようす</h2>
			<p class="num turn-sum">
				{plan.applicable}のうち <b>{plan.achieved} 達成</b>
			</p>
			<ul class="turn-counts num">
				{statusesInOrder.map((status) => (
					<li key={status}>
						<Square status={status} small /> {statusWord[status]} {plan[status]}
					</li>
				))}
				{own.length > 0 && <li>ほかに学校独自の□ {own.length}</li>}
			</ul>
			<dl class="facts">
				{phases.map((phase) => (
					<ReviewLine key={phase} found={found} phase={phase} />
				))}
				{conflicts > 0 && (
					<>
						<dt>食い違い</dt>
						<dd>{conflicts}件の□で、入力が食い違ったままです。</dd>
					</>
				)}
				{returned > 0 && (
					<>
						<dt>差戻し</dt>
						<dd>{returned}件の□が、差し戻されたままです。</dd>
					</>
				)}
			</dl>
			<Unfinished found={found} />
			<p class="note">このまま先へ進めます。締めくくったあとも、{from}を開き直せば、直したり承認したりできます。</p>
			{!found.hasEdition && (
				<p class="note">
					{to}版の行動計画は、まだ公開されていません。{labelOf(found.later.fiscalYear)}
					版の□のまま始めます。公開されると、記録は続きの□に引き継がれます。
				</p>
			)}
			{turn.to < current && (
				<p class="note">
					{from}の次は{to}です。年度は1つずつ進めます。{to}を始めたあと、続けて{labelOf(turn.to + 1)}へ進めます。
				</p>
			)}
			<p class="row">
				<button type="button" class="btn btn-go btn-wide" onClick={onNext}>
					引き継ぐ□をえらぶ
				</button>
			</p>
		</section>
	);
}

function ReviewLine({ found, phase }: Pick<StepProps, 'found'> & { phase: Phase }) {
	const review = readReview(found.before, phase);
	const [state, step] = [stateHeld(review), stepHeld(review)];
	const open = rankOf(state) < rankOf('approved');
	return (
		<>
			<dt>{phaseWord[phase]}の確認</dt>
			<dd>
				{reviewStateWord(state)}
				{step && (
					<span class="small quiet num">
						（{momentWord(step.at)} {roleWord(step.by)}）
					</span>
				)}
				{open && `：${phaseWord[phase]}は承認されていません。`}
			</dd>
		</>
	);
}

/** What is left, folded: the next step shows each of them. */
function Unfinished({ found }: Pick<StepProps, 'found'>) {
	const open = found.states.filter(({ status }) => status === 'notStarted' || status === 'inProgress');
	if (open.length === 0) return null;
	return (
		<details class="turn-open">
			<summary>終わっていない□ {open.length}件を見る</summary>
			<ul>
				{open.map(({ id, status }) => (
					<li key={id}>
						<Square status={status} small label={statusWord[status]} />
						<Named found={found} id={id} />
					</li>
				))}
			</ul>
		</details>
	);
}

function Named({ found, id }: Pick<StepProps, 'found'> & { id: string }) {
	const placed = actionById(found.earlier, id);
	if (!placed) return <span>{found.own.find((own) => own.id === id)?.text}</span>;
	return (
		<span>
			<span class="code">{placed.measure.label}</span> <span class="plan">{placed.action.text}</span>
		</span>
	);
}
