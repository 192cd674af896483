import { useState } from 'preact/hooks';
import { ChangeItem } from './ChangeItem.tsx';
import { draftPlace, readDraft } from './draft.ts';
import type { Item } from './items.ts';
import type { ReviewProps } from './reviewProps.ts';

const usuallyShown = 6;

interface ChangeListProps extends ReviewProps {
	/** Tells this list from another one on the page. */
	list: string;
	items: readonly Item[];
	/** How many are shown before somebody asks for the rest. */
	shown?: number;
}

/** Changes in the order of the plan; the first few, and the rest when asked for. */
export function ChangeList({ list, items, shown = usuallyShown, ...props }: ChangeListProps) {
	const { session, standing, shelf } = props;
	const isBegun = ({ action }: Item) =>
		action !== undefined &&
		readDraft(draftPlace(shelf, { fiscalYear: session.fiscalYear, phase: standing.phase, of: action })) !== '';
	const [whole, setWhole] = useState(() => items.slice(shown).some(isBegun));
	const visible = whole ? items : items.slice(0, shown);
	const rest = items.length - visible.length;
	return (
		<>
			<ol class="changes">
				{visible.map((item, index) => (
					<ChangeItem
						key={item.key}
						{...props}
						list={list}
						item={item}
						first={items.findIndex(({ action }) => action === item.action) === index}
					/>
				))}
			</ol>
			{rest > 0 && (
				<button type="button" class="btn btn-line" onClick={() => setWhole(true)}>
					{visible.length > 0 ? `残り${rest}件を見る` : `${rest}件を見る`}
				</button>
			)}
		</>
	);
}
