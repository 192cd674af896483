import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { type LineageKind, lineageKinds } from '../../domain/plan/lineage.ts';
import type { TurnItem } from '../../domain/record/yearTurn.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { NewYearBefore } from './NewYearBefore.tsx';
import { kindWords, NewYearItem } from './NewYearItem.tsx';
import type { StepProps } from './NewYearWizard.tsx';

interface NewYearLineageProps extends StepProps {
	onChoose: (chosen: ReadonlySet<string>) => void;
	onNext: () => void;
}

/** Step 2: each □ of the new year beside what it descends from. Nothing is chosen beforehand. */
export function NewYearLineage({ found, chosen, onChoose, onNext }: NewYearLineageProps) {
	const all = [...found.items, ...found.own];
	const unfinished = all.filter((item) => item.offer && item.unfinished);
	const toggle = (id: string, isChosen: boolean) => {
		const next = new Set(chosen);
		if (isChosen) next.add(id);
		else next.delete(id);
		onChoose(next);
	};
	const list = (items: readonly TurnItem[]) => (
		<ul class="turn-list">
			{items.map((item) => (
				<NewYearItem key={item.id} item={item} found={found} chosen={chosen.has(item.id)} onChoose={toggle} />
			))}
		</ul>
	);
	return (
		<section class="turn-section">
			<h2 tabIndex={-1}>{labelOf(found.turn.to)}へ引き継ぐ□</h2>
			<p class="turn-lead">
				えらんだ□に、昨年度の状態・次年度への言葉・主担当が付きます。今年度の状態は未着手のままで、評価や達成には数えません。
			</p>
			<KindCounts found={found} />
			{found.begun && (
				<p class="note">{labelOf(found.turn.to)}の記録はもう始まっています。空いているところだけに書き足します。</p>
			)}
			<div class="row turn-tools">
				<button
					type="button"
					class="btn"
					onClick={() => onChoose(new Set([...chosen, ...unfinished.map(({ id }) => id)]))}
				>
					未完了をすべて選ぶ（{unfinished.length}件）
				</button>
				{chosen.size > 0 && (
					<button type="button" class="btn btn-line" onClick={() => onChoose(new Set())}>
						すべて外す
					</button>
				)}
			</div>
			{found.later.policies.map(({ id, number, title }) => {
				const items = found.items.filter(({ entry }) => entry?.measure.id.startsWith(`${id}-`));
				if (items.length === 0) return null;
				return (
					<section key={id} class="turn-policy">
						<h3 class="plan">
							{number} {title}
						</h3>
						{list(items)}
					</section>
				);
			})}
			{found.own.length > 0 && (
				<section class="turn-policy">
					<h3>学校独自の□</h3>
					{list(found.own)}
				</section>
			)}
			<Ended found={found} />
			<div class="turn-foot">
				<p class="num" role="status">
					{chosen.size}件を引き継ぎます
				</p>
				<button type="button" class="btn btn-go btn-wide" onClick={onNext}>
					確かめる
				</button>
			</div>
		</section>
	);
}

/** How much of the plan has changed, before anybody reads it line by line. */
function KindCounts({ found }: Pick<StepProps, 'found'>) {
	const count = (kind: LineageKind) => found.items.filter(({ entry }) => entry?.kind === kind).length;
	const counts = [
		...lineageKinds.map((kind) => [kindWords(kind, found), count(kind)] as const),
		['続きなし', found.ended.length] as const,
	].filter(([, number]) => number > 0);
	return (
		<ul class="turn-counts small num">
			{counts.map(([words, number]) => (
				<li key={words}>
					{words} <b>{number}</b>
				</li>
			))}
		</ul>
	);
}

function Ended({ found }: Pick<StepProps, 'found'>) {
	const { ended, endedStates } = found;
	if (ended.length === 0) return null;
	return (
		<section class="turn-policy">
			<h3>
				{labelOf(found.later.fiscalYear)}版に続きのない□ <span class="num">{ended.length}件</span>
			</h3>
			<p class="small quiet">
				記録は{labelOf(found.turn.from)}に残ります。続けるときは、取組一覧で学校独自の□として足せます。
			</p>
			<ul class="turn-list">
				{ended.map(({ action, measure }, index) => (
					<li key={action.id} class="turn-item">
						<div>
							<p class="turn-code">
								<span class="code">{measure.label}</span>
								<b>続きなし</b>
							</p>
							<p class="plan turn-text">
								<PlanText text={action.text} />
							</p>
						</div>
						<NewYearBefore found={found} states={endedStates.slice(index, index + 1)} sentences={false} />
					</li>
				))}
			</ul>
		</section>
	);
}
