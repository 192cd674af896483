import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SchoolsAnswer } from '../../domain/exchange/board.ts';
import type { ReviewsAnswer } from '../../domain/exchange/review.ts';
import { fiscalYearOf, labelOf, tokyoDate } from '../../domain/plan/fiscalYear.ts';
import type { Result } from '../../domain/result.ts';
import { momentWord } from '../../ui/words.ts';
import type { BoardApi } from '../boardApi.ts';
import { usePortion } from '../usePortion.tsx';
import { countWord } from '../words.ts';
import { type Decision, ReviewsTable } from './ReviewsTable.tsx';
import { ReviewTools } from './ReviewTools.tsx';
import { isShown, type ReviewFilter, reviewRows, showAll, shownRows } from './reviewFilter.ts';
import { doneWords, phaseWord } from './reviewWords.ts';
import { useReviews } from './useReviews.ts';
import '../schools/schools.css';
import './reviews.css';

interface ReviewsPageProps {
	api: BoardApi;
	/** The registered schools; undefined until they have come. */
	answer: SchoolsAnswer | undefined;
	trouble: string | undefined;
	visit: number;
	onRenew: () => void;
}

/** 提出状況: where every school's 中間 and 最終 stand, and the board's 受理. */
export function ReviewsPage({ answer, trouble, onRenew, ...rest }: ReviewsPageProps) {
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>提出状況</h1>
			</div>
			<p class="quiet">
				学校が提出し、校長が承認した自己評価を受理します。ここで見られるのは状況だけです。学校の記録の中身は見られません。
			</p>
			<Trouble sentence={trouble} retry={onRenew} />
			{!answer && !trouble && <p class="quiet board-gap">読み込んでいます…</p>}
			{answer?.schools.length === 0 && (
				<p class="note board-gap">
					まだ学校が登録されていません。<a href="/board">学校</a>のページから登録してください。
				</p>
			)}
			{answer && answer.schools.length > 0 && <Reviews {...rest} schools={answer} />}
		</>
	);
}

function Trouble({ sentence, retry }: { sentence: string | undefined; retry: () => void }) {
	return (
		<div role="alert">
			{sentence && (
				<p class="problem board-gap">
					{sentence}
					<button type="button" class="btn btn-line btn-inline" onClick={retry}>
						もう一度読み込む
					</button>
				</p>
			)}
		</div>
	);
}

/** What the list says was just decided. */
interface Done extends Decision {
	readonly name: string;
}

interface ReviewsProps extends Pick<ReviewsPageProps, 'api' | 'visit'> {
	schools: SchoolsAnswer;
}

function Reviews({ api, visit, schools }: ReviewsProps) {
	const current = fiscalYearOf(tokyoDate(Date.parse(schools.now)));
	const [year, setYear] = useState(current);
	const [filter, setFilter] = useState<ReviewFilter>(showAll);
	const [open, setOpen] = useState<Decision>();
	const [done, setDone] = useState<Done>();
	const { answer, trouble, load, decide } = useReviews(api, year, visit);

	const decided = async (decision: Decision, reason: string): Promise<Result<unknown>> => {
		const result = await decide(decision, reason);
		if (result.ok) {
			setOpen(undefined);
			setDone({ ...decision, name: schools.schools.find(({ code }) => code === decision.school)?.name ?? '' });
		}
		return result;
	};
	const openWith = (decision: Decision) => {
		setDone(undefined);
		setOpen(decision);
	};
	return (
		<>
			<div class="review-years board-gap">
				<fieldset class="chips" aria-label="年度">
					{[current, current - 1].map((each) => (
						<button
							key={each}
							type="button"
							class="chip num"
							aria-pressed={year === each}
							onClick={() => {
								setYear(each);
								setOpen(undefined);
								setDone(undefined);
							}}
						>
							{labelOf(each)}
						</button>
					))}
				</fieldset>
				{answer && <At answer={answer} onRenew={() => void load()} />}
			</div>
			<DoneWords done={done} onReopen={openWith} />
			<Trouble sentence={trouble} retry={() => void load()} />
			{!answer && !trouble && <p class="quiet board-gap">読み込んでいます…</p>}
			{answer && (
				<ReviewList
					{...{ schools, answer, open, filter }}
					onFilter={(next) => setFilter((before) => ({ ...before, ...next }))}
					onOpen={openWith}
					onCancel={() => setOpen(undefined)}
					decide={decided}
				/>
			)}
		</>
	);
}

function At({ answer: { now }, onRenew }: { answer: ReviewsAnswer; onRenew: () => void }) {
	return (
		<p class="small quiet num">
			{momentWord(now)} 現在
			<button type="button" class="btn btn-line btn-inline" onClick={onRenew}>
				最新にする
			</button>
		</p>
	);
}

/** What was done, and the way back: reopening is the only one there is. */
function DoneWords({ done, onReopen }: { done: Done | undefined; onReopen: (decision: Decision) => void }) {
	const words = useRef<HTMLParagraphElement>(null);
	useEffect(() => {
		if (done) words.current?.focus();
	}, [done]);
	return (
		<div role="status">
			{done && (
				<p class="done" tabIndex={-1} ref={words}>
					<b>
						{done.name}の{phaseWord[done.phase]}
					</b>
					を{doneWords[done.event]}
					{done.event === 'accept' && (
						<button
							type="button"
							class="btn btn-line btn-inline"
							onClick={() => onReopen({ ...done, event: 'reopen' })}
						>
							まちがえたときは開き直す…
						</button>
					)}
				</p>
			)}
		</div>
	);
}

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

function ReviewList({ schools, answer, open, filter, onFilter, onOpen, onCancel, decide }: ReviewListProps) {
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
