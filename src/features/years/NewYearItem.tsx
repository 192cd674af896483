import { useMemo } from 'preact/hooks';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import type { LineageKind } from '../../domain/plan/lineage.ts';
import type { TurnItem } from '../../domain/record/yearTurn.ts';
import { changedText } from '../../ui/difference.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { shortened, statusWord } from '../../ui/words.ts';
import { NewYearBefore } from './NewYearBefore.tsx';
import type { FoundTurn } from './newYearFound.ts';

interface NewYearItemProps {
	item: TurnItem;
	found: FoundTurn;
	chosen: boolean;
	onChoose: (id: string, chosen: boolean) => void;
}

/** One □ of the new year, last year beside it, and the question whether it goes over. */
export function NewYearItem({ item, found, chosen, onChoose }: NewYearItemProps) {
	const { id, entry, code, text, before } = item;
	const isNew = entry?.kind === 'new';
	return (
		<li class="turn-item">
			<div>
				<p class="turn-code">
					<span class="code">{code}</span>
					<b>{entry ? kindWords(entry.kind, found) : '学校独自'}</b>
				</p>
				<p class={entry ? 'plan turn-text' : 'turn-text'}>
					<Sentence item={item} />
				</p>
				{item.offer ? (
					<label class="turn-check">
						<input
							type="checkbox"
							data-id={id}
							checked={chosen}
							onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
						/>
						<span>
							引き継ぐ
							<span class="vh">
								：{code} {shortened(text)}
							</span>
						</span>
					</label>
				) : (
					!isNew && <p class="small quiet">{whyNotWords(item)}</p>
				)}
			</div>
			{before.length > 0 && (
				<NewYearBefore
					found={found}
					states={before}
					sentences={entry !== undefined && before.length + Number(entry.kind === 'split') > 1}
				/>
			)}
		</li>
	);
}

/** How a □ came from last year's plan, in the words of the screen. */
export const kindWords = (kind: LineageKind, { later }: FoundTurn): string =>
	({
		same: '同じ文',
		reworded: '文が変わりました',
		merged: '2つ以上の□が1つになりました',
		split: '1つの□が分かれました',
		new: `${labelOf(later.fiscalYear)}版で加わりました`,
	})[kind];

const whyNotWords = ({ carried, before }: TurnItem): string => {
	if (carried) return `引き継ぎました（昨年度から：${statusWord[carried.status]}）`;
	if (before.every(({ status }) => status === 'notApplicable')) return '昨年度は該当なしでした。';
	return 'この学校の□ではないか、新しい年度で消されています。';
};

/** Where one sentence became another, what went and what came is marked. */
function Sentence({ item: { entry, text } }: { item: TurnItem }) {
	const [only] = entry?.kind === 'reworded' ? entry.ancestors : [];
	const old = only?.action.text;
	const pieces = useMemo(() => (old === undefined ? undefined : changedText(old, text)), [old, text]);
	if (!pieces) return <PlanText text={text} />;
	return (
		<>
			{pieces.map((piece, index) => {
				const key = `${index}${piece.text}`;
				if (piece.how === 'kept') return piece.text;
				return piece.how === 'added' ? <ins key={key}>{piece.text}</ins> : <del key={key}>{piece.text}</del>;
			})}
		</>
	);
}
