import { progressOf } from '../../domain/record/progress.ts';
import type { Progress, Status } from '../../domain/record/reading.ts';
import { tallyWords } from '../../session/tally.ts';
import { PlanPicture } from '../../ui/PlanPicture.tsx';
import { Square, squareWords } from '../../ui/Square.tsx';
import { statusWord } from '../../ui/words.ts';
import { actionsOf, type Item } from './items.ts';
import type { ReviewProps } from './reviewProps.ts';

interface OverviewProps extends Pick<ReviewProps, 'session' | 'standing'> {
	/** What changed since the last look; undefined at the first. */
	items: readonly Item[] | undefined;
}

/** How many things changed, and ます目 with a frame around each □ among them. */
export function Overview({ session, standing, items }: OverviewProps) {
	const states = new Map(standing.states.map((state) => [state.id, state]));
	const changed = actionsOf(items ?? []);
	const statusesOf = (ids: readonly string[]) => ids.map((id) => states.get(id)?.status ?? 'notStarted');
	const tally = progressOf(statusesOf(session.actions.map(({ id }) => id)));
	return (
		<>
			<div class="review-hero">
				<Sum tally={tally} items={items} />
				<Key standing={standing} tally={tally} items={items} />
			</div>
			<h2 class="vh">ます目</h2>
			<PlanPicture
				edition={session.edition}
				own={session.own.value}
				tally={(ids) => <PolicyWords tally={progressOf(statusesOf(ids))} changed={countIn(ids, changed)} />}
				cell={(id, label) => {
					const state = states.get(id);
					if (!state) return null;
					const conflict = state.conflicts.length > 0;
					const returned = state.comments.some(({ open }) => open);
					const words = `${label} ${squareWords(state.status, conflict, returned)}`;
					return (
						<a
							key={id}
							class="cell masu-cell"
							href={`/actions/${id}`}
							aria-label={changed.has(id) ? `${words}、前回から変更` : words}
						>
							<Square status={state.status} conflict={conflict} returned={returned} changed={changed.has(id)} />
						</a>
					);
				}}
			/>
		</>
	);
}

const countIn = (ids: readonly string[], changed: ReadonlySet<string>): number =>
	ids.filter((id) => changed.has(id)).length;

function Sum({ tally, items }: { tally: Progress; items: readonly Item[] | undefined }) {
	if (!items) {
		return (
			<p class="sum num">
				<span>{tally.applicable}のうち</span>
				<b>{tally.achieved}</b>
				<i>達成</i>
			</p>
		);
	}
	return (
		<p class="sum num">
			<span>前回から</span>
			<b>{items.length}</b>
			<i>件 変わりました</i>
		</p>
	);
}

function PolicyWords({ tally, changed }: { tally: Progress; changed: number }) {
	return (
		<>
			{tallyWords(tally)}
			{changed > 0 && `・変更 ${changed}`}
		</>
	);
}

const keyOrder: readonly Status[] = ['achieved', 'inProgress', 'notStarted', 'notApplicable'];

interface KeyProps extends Pick<OverviewProps, 'standing' | 'items'> {
	tally: Progress;
}

/** What each square means, how many there are, and how many more than at the last look. */
function Key({ standing: { states }, tally, items }: KeyProps) {
	const returned = states.filter(({ comments }) => comments.some(({ open }) => open)).length;
	const conflicts = states.filter((state) => state.conflicts.length > 0).length;
	return (
		<ul class="key" aria-label="ます目の読み方">
			{keyOrder.map((status) => (
				<li key={status}>
					<span>
						<Square status={status} small />
						{statusWord[status]} <b class="num">{tally[status]}</b>
						{moreWords(items, status)}
					</span>
				</li>
			))}
			{returned > 0 && (
				<li>
					<span>
						<Square status="notStarted" returned small />
						差戻し中 <b class="num">{returned}</b>
					</span>
				</li>
			)}
			{conflicts > 0 && (
				<li>
					<span>
						<Square status="notStarted" conflict small />
						食い違い <b class="num">{conflicts}</b>
					</span>
				</li>
			)}
			{items && items.length > 0 && (
				<li>
					<span>
						<Square status="notStarted" changed small />
						前回から変更
					</span>
				</li>
			)}
		</ul>
	);
}

/** 「（＋3）」, of the plan's □. */
function moreWords(items: readonly Item[] | undefined, status: Status): string {
	const changes = (items ?? [])
		.flatMap((item) => item.changes)
		.filter(({ kind, entity, beside }) => kind === 'status' && !beside && entity.startsWith('action/'));
	const more = changes.reduce(
		(sum, { before, after }) => sum + Number(after === status) - Number(before === status),
		0,
	);
	if (more === 0) return '';
	return more > 0 ? `（＋${more}）` : `（−${-more}）`;
}
