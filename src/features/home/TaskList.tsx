import { deadlineWord } from '../../domain/plan/deadline.ts';
import type { Task } from '../../session/season.ts';
import type { Session } from '../../session/session.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { Square, squareWords } from '../../ui/Square.tsx';
import { dayWord, shortened } from '../../ui/words.ts';
import type { Described } from './describe.ts';

interface TaskListProps {
	session: Session;
	tasks: readonly Task[];
	describe: (id: string) => Described;
}

/** □ to be done, with the shortest way to record each; none of them is sent back. */
export function TaskList({ session, tasks, describe }: TaskListProps) {
	return (
		<ul class="tasks">
			{tasks.map((task) => (
				<TaskItem key={task.id} session={session} task={task} describe={describe} />
			))}
		</ul>
	);
}

function TaskItem({ task: { id, row }, describe }: Omit<TaskListProps, 'tasks'> & { task: Task }) {
	const { code, text } = describe(id);
	const href = `/actions/${id}`;
	return (
		<li>
			<span class="cell">
				<Square status={row.status} conflict={row.conflict} label={squareWords(row.status, row.conflict, false)} />
			</span>
			<div>
				<a class="plan" href={href}>
					<PlanText text={text} />
				</a>
				<p class="meta">
					<span class="num">{code}</span>
					{row.deadline !== 'fiscalYearEnd' && <span>目安 {deadlineWord(row.deadline)}</span>}
					{row.owner && <span>{row.owner}</span>}
					<span class="num">{recordWords(row.occurrences, row.latest)}</span>
					{row.lacking && <b>{lackingWords(row.lacking)}</b>}
				</p>
			</div>
			<a
				class="btn"
				href={row.conflict ? href : `${href}#record`}
				aria-label={`${row.conflict ? '直す' : '記録する'}：${code} ${shortened(text)}`}
			>
				{row.conflict ? '直す' : '記録する'}
			</a>
		</li>
	);
}

const recordWords = (count: number, latest: string) =>
	count === 0 ? '記録なし' : `記録 ${count}回（最後は${dayWord(latest).replace(/（.）$/, '')}）`;

const lackingWords = ({ per, count }: NonNullable<Task['row']['lacking']>) =>
	per === 'week' ? '今週の記録がまだ' : `今年度 あと${count}回`;
