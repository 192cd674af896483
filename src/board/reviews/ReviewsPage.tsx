import { useEffect, useRef, useState } from 'preact/hooks';
import type { SchoolsAnswer } from '../../domain/exchange/board.ts';
import type { ReviewsAnswer } from '../../domain/exchange/review.ts';
import { fiscalYearOf, labelOf, tokyoDate } from '../../domain/plan/fiscalYear.ts';
import type { Result } from '../../domain/result.ts';
import { momentWord } from '../../ui/words.ts';
import type { BoardApi } from '../boardApi.ts';
import { Trouble } from '../Trouble.tsx';
import { ReviewList } from './ReviewList.tsx';
import type { Decision } from './ReviewsTable.tsx';
import { type ReviewFilter, showAll } from './reviewFilter.ts';
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
