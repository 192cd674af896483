import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { daysUntil, deadlineWord, dueDate } from '../../domain/plan/deadline.ts';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { seasonView } from '../../session/season.ts';
import type { Session } from '../../session/session.ts';
import { tallyOf, tallyWords, useTally } from '../../session/tally.ts';
import { dayWord, shortDay } from '../../ui/words.ts';
import { describer } from './describe.ts';
import { Key } from './Key.tsx';
import { Picture } from './Picture.tsx';
import { Returned } from './Returned.tsx';
import { AwaitedReview, ReviewNotes } from './ReviewNotes.tsx';
import { TaskList } from './TaskList.tsx';
import './home.css';

const nowShown = 12;
const laterShown = 5;

interface HomePageProps {
	session: Session;
	/** Install card and the like, put beside the tasks by the app. */
	aside?: ComponentChildren;
}

/** 今やること: how the year stands as a picture, and what this season asks for. */
export function HomePage({ session, aside }: HomePageProps) {
	const [unfolded, setUnfolded] = useState(false);
	const today = session.today();
	const tally = useTally(
		session,
		session.actions.map(({ id }) => id),
	);
	const conflicts = useComputed(() => session.ids().filter((id) => session.row(id).value.conflict).length).value;
	const returned = useComputed(() => session.ids().filter((id) => session.row(id).value.returned).length).value;
	const own = useComputed(() =>
		tallyOf(
			session,
			session.own.value.map(({ id }) => id),
		),
	).value;
	// What was sent back stands under a heading of its own.
	const tasks = session
		.ids()
		.map((id) => ({ id, row: session.row(id).value }))
		.filter(({ row }) => !row.returned);
	const view = seasonView(tasks, session.fiscalYear, today);
	const until = dueDate(view.season, session.fiscalYear);
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>今やること</h1>
				<p class="num home-today" hidden={session.isOtherYear}>
					{dayWord(today)}
					<b class="home-until">
						{deadlineWord(view.season)}の区切りまで あと{daysUntil(until, today)}日
					</b>
				</p>
			</div>
			<AwaitedReview session={session} />
			<div class={unfolded ? 'fold fold-open' : 'fold'}>
				<div class="hero">
					<p class="sum num">
						<span>{tally.applicable}のうち</span>
						<b>{tally.achieved}</b>
						<i>達成</i>
						{own.total > 0 && <span class="sum-own small quiet">ほかに学校独自 {tallyWords(own)}</span>}
					</p>
					<button
						type="button"
						class="btn btn-line fold-button"
						aria-expanded={unfolded}
						aria-controls="masu"
						onClick={() => setUnfolded(!unfolded)}
					>
						{unfolded ? 'ます目をたたむ' : 'ます目を見る'}
					</button>
					<p class="sum-rest small num">
						実施中 {tally.inProgress}・未着手 {tally.notStarted}・該当なし {tally.notApplicable}
						{returned > 0 && (
							<>
								・<a href="/plan?show=returned">差戻し {returned}</a>
							</>
						)}
						{conflicts > 0 && (
							<>
								・<a href="/plan?show=conflict">食い違い {conflicts}</a>
							</>
						)}
					</p>
					<Key tally={tally} returned={returned} conflicts={conflicts} />
				</div>
				<h2 class="vh">ます目</h2>
				<Picture session={session} />
			</div>
			<div class="home-columns">
				{!session.closed.value && <Tasks session={session} view={view} until={until} returned={returned} />}
				<div class="home-side">
					<MissingEdition session={session} />
					{aside}
				</div>
			</div>
		</>
	);
}

function MissingEdition({ session }: { session: Session }) {
	if (session.exact) return null;
	return (
		<section class="band">
			<h2>{labelOf(session.fiscalYear)}版を待っています</h2>
			<p class="small">
				{labelOf(session.fiscalYear)}の行動計画はまだ公開されていません。{labelOf(session.edition.fiscalYear)}
				版の□で記録しています。公開されると、記録は続きの□に引き継がれます。
			</p>
		</section>
	);
}

interface TasksProps {
	session: Session;
	/** Without what was sent back. */
	view: ReturnType<typeof seasonView>;
	until: string;
	/** How many □ were sent back. */
	returned: number;
}

function Tasks({ session, view, until, returned }: TasksProps) {
	const describe = describer(session);
	const season = deadlineWord(view.season);
	const laterHeading = view.season === 'fiscalYearEnd' ? 'そのあと' : '年度内にすること';
	const none = view.now.length === 0;
	return (
		<div class="home-tasks">
			<Returned session={session} />
			<ReviewNotes session={session} />
			{!none && (
				<section class="band">
					<div class="cap">
						<h2>
							{season}にすること <span class="home-count">あと{view.now.length}件</span>
						</h2>
						<p class="small quiet num">{shortDay(until)}まで。ます目では下線つき</p>
					</div>
					<TaskList session={session} tasks={view.now.slice(0, nowShown)} describe={describe} />
					{view.now.length > nowShown && (
						<a class="btn btn-line" href="/plan?show=season">
							今の時期の□をすべて見る
						</a>
					)}
				</section>
			)}
			{none && view.later.length === 0 && returned === 0 && (
				<section class="band">
					<h2>残っている□はありません</h2>
					<p class="small quiet">すべての□が「達成」か「該当なし」です。</p>
				</section>
			)}
			{view.later.length > 0 && (
				<section class={none ? 'band' : 'home-later'}>
					<div class="cap">
						<h2>
							{laterHeading} <span class="home-count">あと{view.later.length}件</span>
						</h2>
						<p class="small quiet">
							{none ? `${season}を目安にした□はありません。目安は□ごとに決められます` : '回数の決まっている□から'}
						</p>
					</div>
					<TaskList session={session} tasks={view.later.slice(0, laterShown)} describe={describe} />
					{view.later.length > laterShown && (
						<a class="btn btn-line" href="/plan?show=open">
							未完了の□をすべて見る
						</a>
					)}
				</section>
			)}
		</div>
	);
}
