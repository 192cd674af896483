import type { SchoolStanding } from '../boardApi.ts';
import { countWord } from '../words.ts';
import { isShown, type SchoolFilter, type Show } from './schoolFilter.ts';

const showWord: Readonly<Record<Show, string>> = {
	all: 'すべて',
	noDevice: '端末なし',
	openCode: '未使用のコードあり',
};

interface SchoolToolsProps {
	schools: readonly SchoolStanding[];
	filter: SchoolFilter;
	/** How many are shown now. */
	shown: number;
	onChange: (change: Partial<SchoolFilter>) => void;
}

/** Search and filters. The search waits for compositions to end: half-typed kana filters nothing. */
export function SchoolTools({ schools, filter, shown, onChange }: SchoolToolsProps) {
	return (
		<search class="school-tools">
			<div class="school-search">
				<label class="label small" for="school-search">
					学校名・学校コード・校種からさがす
				</label>
				<input
					class="field"
					id="school-search"
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
						{showWord[show]}&nbsp;{countWord(schools.filter((school) => isShown(show, school)).length)}
					</button>
				))}
			</fieldset>
			<p class="vh" role="status">
				{countWord(shown)}校を表示しています
			</p>
		</search>
	);
}
