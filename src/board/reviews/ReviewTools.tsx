import { countWord } from '../words.ts';
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

/** Search and filters, as in the list of schools. The search waits for compositions to end. */
export function ReviewTools({ rows, filter, shown, onChange }: ReviewToolsProps) {
	return (
		<search class="school-tools">
			<div class="school-search">
				<label class="label small" for="review-search">
					学校名・学校コード・校種からさがす
				</label>
				<input
					class="field"
					id="review-search"
					type="search"
					autocomplete="off"
					placeholder="例：青葉、中学校"
					defaultValue={filter.query}
					onInput={(event) => !event.isComposing && onChange({ query: event.currentTarget.value.trim() })}
					onCompositionEnd={(event) => onChange({ query: event.currentTarget.value.trim() })}
				/>
			</div>
			<fieldset class="chips" aria-label="表示する学校">
				{(Object.keys(showWord) as Show[]).map((show) => (
					<button
						key={show}
						type="button"
						class="chip num"
						aria-pressed={filter.show === show}
						onClick={() => onChange({ show })}
					>
						{showWord[show]}&nbsp;{countWord(rows.filter((row) => isShown(show, row)).length)}
					</button>
				))}
			</fieldset>
			<p class="vh" role="status">
				{countWord(shown)}校を表示しています
			</p>
		</search>
	);
}
