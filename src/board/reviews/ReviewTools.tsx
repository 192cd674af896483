import { ListTools } from '../ListTools.tsx';
import { isShown, type ReviewFilter, type ReviewRow, type Show } from './reviewFilter.ts';

const showWord: Readonly<Record<Show, string>> = {
	all: 'すべて',
	waiting: '受理待ち',
	changed: '承認後に変更あり',
};

interface ReviewToolsProps {
	rows: readonly ReviewRow[];
	filter: ReviewFilter;
	/** How many are shown now. */
	shown: number;
	onChange: (change: Partial<ReviewFilter>) => void;
}

/** Search and filters of 提出状況. */
export function ReviewTools({ rows, filter, shown, onChange }: ReviewToolsProps) {
	const shows = (Object.keys(showWord) as Show[]).map((show) => ({
		show,
		word: showWord[show],
		count: rows.filter((row) => isShown(show, row)).length,
	}));
	return <ListTools id="review-search" {...filter} shows={shows} shown={shown} onChange={onChange} />;
}
