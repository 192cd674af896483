import { daysUntil, deadlineWord, dueDate } from '../../domain/plan/deadline.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { Square, squareWords } from '../../ui/Square.tsx';
import { dayWord } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';

/** The □ itself: its square, its sentence, and where it stands in the plan. */
export function ActionHead({ session, state, place }: SectionProps) {
	const { policy, area, measure } = place;
	const ids = session.ids();
	const index = ids.indexOf(state.id);
	const conflict = state.conflicts.length > 0;
	const returned = state.comments.some(({ open }) => open);
	const deadline = state.deadline.value ?? 'fiscalYearEnd';
	const due = dueDate(deadline, session.fiscalYear);
	const late = state.status !== 'achieved' && state.status !== 'notApplicable' && daysUntil(due, session.today()) < 0;
	return (
		<>
			<nav class="crumb" aria-label="位置">
				<ol>
					<li>
						<a href="/plan">取組一覧</a>
					</li>
					<li>
						<a href={`/plan#policy-${policy.number}`}>基本方針{policy.number}</a>
					</li>
					<li>
						<a href={`/plan#policy-${policy.number}`}>
							{area.label} {area.title}
						</a>
					</li>
				</ol>
				<span class="crumb-steps">
					{index > 0 && (
						<a href={`/actions/${ids[index - 1]}`} aria-label="前の□">
							←<span class="wide-word"> 前の□</span>
						</a>
					)}
					{index < ids.length - 1 && (
						<a href={`/actions/${ids[index + 1]}`} aria-label="次の□">
							<span class="wide-word">次の□ </span>→
						</a>
					)}
				</span>
			</nav>
			<header class="lead">
				<Square
					status={state.status}
					conflict={conflict}
					returned={returned}
					label={squareWords(state.status, conflict, returned)}
				/>
				<p class="code">
					{measure.label}
					<span>{measure.title}</span>
					{!place.action && <span>学校独自の□</span>}
				</p>
				<h1 tabIndex={-1} class={place.action ? 'plan' : undefined}>
					<PlanText text={place.text} />
				</h1>
				<p class="meta">
					<span>
						<b>{deadlineWord(deadline)}</b>（{dayWord(due)}まで{late && '・過ぎています'}）
					</span>
					{state.owner.value && <span>主担当 {state.owner.value}</span>}
					{place.action?.cadence && <span>計画の文に「{place.action.cadence.words}」</span>}
					<span>入力は自動で保存</span>
				</p>
				{state.carriedFrom.length > 0 && (
					<p class="note small">
						前の年度版の□に入れた記録を引き継いで表示しています。ここで入れ直すと、こちらが優先されます。
					</p>
				)}
			</header>
		</>
	);
}
