import { useMemo, useRef } from 'preact/hooks';
import type { SchoolsAnswer } from '../../domain/exchange/board.ts';
import type { ReviewsAnswer } from '../../domain/exchange/review.ts';
import type { Result } from '../../domain/result.ts';
import { usePortion } from '../usePortion.tsx';
import { countWord } from '../words.ts';
import { type Decision, ReviewsTable } from './ReviewsTable.tsx';
import { ReviewTools } from './ReviewTools.tsx';
import { isShown, type ReviewFilter, reviewRows, shownRows } from './reviewFilter.ts';

interface ReviewListProps {
	schools: SchoolsAnswer;
	answer: ReviewsAnswer;
	open: Decision | undefined;
	filter: ReviewFilter;
	onFilter: (change: Partial<ReviewFilter>) => void;
	onOpen: (decision: Decision) => void;
	onCancel: () => void;
	decide: (decision: Decision, reason: string) => Promise<Result<unknown>>;
}

/** The schools that the filter lets through, and the one about which something is being decided. */
export function ReviewList({ schools, answer, open, filter, onFilter, onOpen, onCancel, decide }: ReviewListProps) {
	const all = useMemo(() => reviewRows(schools.schools, answer.schools), [schools, answer]);
	const shown = useMemo(() => shownRows(all, filter), [all, filter]);
	// What is being decided stays in sight whatever the filter says.
	const held = open && shown.every(({ school }) => school.code !== open.school);
	const listed = held ? [...all.filter(({ school }) => school.code === open.school), ...shown] : shown;
	const { rows, more } = usePortion(listed);
	const opener = useRef<HTMLElement | null>(null);
	return (
		<>
			<ReviewTools rows={all} filter={filter} shown={shown.length} onChange={onFilter} />
			{listed.length > 0 ? (
				<ReviewsTable
					{...{ rows, open, decide }}
					now={answer.now}
					onOpen={(decision) => {
						opener.current = document.activeElement as HTMLElement | null;
						onOpen(decision);
					}}
					onCancel={() => {
						onCancel();
						opener.current?.focus();
					}}
				/>
			) : (
				<p class="nothing-shown">
					{emptyWords(filter, all.filter((row) => isShown('waiting', row)).length)}
					{filter.show !== 'all' && (
						<button type="button" class="btn btn-line btn-inline" onClick={() => onFilter({ show: 'all' })}>
							すべての学校を表示する
						</button>
					)}
				</p>
			)}
			{more}
		</>
	);
}

function emptyWords({ query, show }: ReviewFilter, waiting: number): string {
	if (query) return `「${query}」にあてはまる学校はありません。`;
	if (show === 'waiting' && waiting === 0) return '受理を待っている学校はありません。';
	return `あてはまる学校はありません。受理待ちは${countWord(waiting)}校です。`;
}
