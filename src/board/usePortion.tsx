import { useState } from 'preact/hooks';
import { countWord } from './words.ts';

/** What is drawn at once: every city fits in, a whole prefecture is asked for. */
const portionSize = 400;

/** The first rows of a long list, and the button that shows the others. */
export function usePortion<Row>(rows: readonly Row[]) {
	const [whole, setWhole] = useState(false);
	const rest = whole ? 0 : Math.max(0, rows.length - portionSize);
	const more = rest > 0 && (
		<p class="board-gap">
			<button type="button" class="btn" onClick={() => setWhole(true)}>
				残りの{countWord(rest)}校も表示する
			</button>
		</p>
	);
	return { rows: rest > 0 ? rows.slice(0, portionSize) : rows, more };
}
