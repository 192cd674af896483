import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isDueNow } from '../../session/season.ts';
import type { Session } from '../../session/session.ts';
import { useTally } from '../../session/tally.ts';
import { candidatesOf } from './candidates.ts';
import { Filters } from './Filters.tsx';
import { countShown, type Filter, filtered, isShow, type Show } from './filter.ts';
import { PolicySection } from './PolicySection.tsx';
import { roundOf, roundWord } from './round.ts';
import './checklist.css';

interface ChecklistPageProps {
	session: Session;
	/** On a phone the list opens on what is left to do. */
	narrow: boolean;
}

const everyShow: readonly Show[] = [
	'all',
	'open',
	'season',
	'returned',
	'conflict',
	'notStarted',
	'inProgress',
	'achieved',
	'notApplicable',
];

/** 取組一覧: 方針 → 項目 → □, ticked right there. The filter stands in the address, so that going back finds it again. */
export function ChecklistPage({ session, narrow }: ChecklistPageProps) {
	const { query, route } = useLocation();
	const filter: Filter = {
		show: isShow(query.show) ? query.show : narrow ? 'open' : 'all',
		owner: query.owner ?? '',
		policy: query.policy ?? '',
		query: query.q ?? '',
	};
	const dueNow = (row: Parameters<typeof isDueNow>[0]) => isDueNow(row, session.fiscalYear, session.today());
	const own = session.own.value;
	const ready = session.ready.value;
	// Chosen once per filter: what is ticked stays where it is until the filter is chosen anew.
	const visible = useMemo(
		() => filtered(candidatesOf(session, dueNow, filter.query !== ''), filter),
		[session, filter.show, filter.owner, filter.policy, filter.query, own, ready],
	);
	const change = (next: Partial<Filter>) => route(addressOf({ ...filter, ...next }), true);
	const whole = filter.show === 'all' && filter.owner === '' && filter.policy === '' && filter.query === '';
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>取組一覧</h1>
				<Total session={session} />
			</div>
			<LiveFilters session={session} filter={filter} onChange={change} dueNow={dueNow} />
			<PolicyJump session={session} />
			<p class="vh" role="status">
				{visible.size}件の□を表示しています
			</p>
			{visible.size === 0 ? (
				<p class="list-none">
					あてはまる□はありません。
					<button type="button" class="btn btn-line" onClick={() => route('/plan?show=all', true)}>
						すべての□を見る
					</button>
				</p>
			) : (
				<ColumnHeads round={roundWord[roundOf(session.today())]} />
			)}
			{session.edition.policies.map((policy) => (
				<PolicySection key={policy.id} policy={policy} session={session} visible={visible} whole={whole} />
			))}
		</>
	);
}

const addressOf = ({ show, owner, policy, query }: Filter): string => {
	const search = new URLSearchParams({ show });
	if (owner) search.set('owner', owner);
	if (policy) search.set('policy', policy);
	if (query) search.set('q', query);
	return `/plan?${search}`;
};

function Total({ session }: { session: Session }) {
	const tally = useTally(
		session,
		session.actions.map(({ id }) => id),
	);
	return (
		<p class="num">
			{tally.applicable}のうち <b>{tally.achieved} 達成</b>
			<span class="small quiet list-total-more">
				（計画の□は{tally.total}
				{tally.notApplicable > 0 && `、うち該当なし ${tally.notApplicable}`}）
			</span>
		</p>
	);
}

interface LiveFiltersProps {
	session: Session;
	filter: Filter;
	onChange: (change: Partial<Filter>) => void;
	dueNow: (row: Parameters<typeof isDueNow>[0]) => boolean;
}

/** Follows every tick by itself, so that the list need not. */
function LiveFilters({ session, filter, onChange, dueNow }: LiveFiltersProps) {
	const facts = useComputed(() => {
		for (const id of session.ids()) session.row(id).value;
		const candidates = candidatesOf(session, dueNow, false);
		return JSON.stringify({
			counts: everyShow.map((show) => [show, countShown(candidates, show)]),
			owners: [...new Set(candidates.map(({ row }) => row.owner).filter(Boolean))].sort(),
		});
	});
	const { counts, owners } = JSON.parse(facts.value) as { counts: [Show, number][]; owners: string[] };
	return (
		<Filters
			filter={filter}
			counts={Object.fromEntries(counts) as Record<Show, number>}
			owners={owners}
			policies={session.edition.policies}
			onChange={onChange}
		/>
	);
}

/** Sticky on phones: from one 方針 to the next without scrolling through it. */
function PolicyJump({ session }: { session: Session }) {
	return (
		<nav class="policy-jump" aria-label="方針へ移る">
			{session.edition.policies.map(({ id, number, shortTitle }) => (
				<a key={id} href={`#policy-${number}`} aria-label={`方針${number} ${shortTitle}`}>
					<b>{number}</b>
					<span>{shortTitle}</span>
				</a>
			))}
		</nav>
	);
}

function ColumnHeads({ round }: { round: string }) {
	return (
		<div class="column-heads" aria-hidden="true">
			<span>項目</span>
			<span>学校の□</span>
			<span class="column-heads-meta">
				<span>目安</span>
				<span>主担当</span>
				<span>記録</span>
				<span>{round}</span>
			</span>
		</div>
	);
}
