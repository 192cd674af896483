import { SearchField } from '../ui/SearchField.tsx';
import { countWord } from './words.ts';

interface ListToolsProps<Show extends string> {
	id: string;
	query: string;
	show: Show;
	/** What can be shown, in words, and how many schools that would be. */
	shows: readonly { readonly show: Show; readonly word: string; readonly count: number }[];
	/** How many are shown now. */
	shown: number;
	onChange: (change: { readonly query: string } | { readonly show: Show }) => void;
}

/** Search and filters over a list of schools. */
export function ListTools<Show extends string>({ id, query, show, shows, shown, onChange }: ListToolsProps<Show>) {
	return (
		<search class="school-tools">
			<div class="school-search">
				<SearchField
					id={id}
					label="学校名・学校コード・校種からさがす"
					placeholder="例：青葉、中学校"
					query={query}
					onQuery={(typed) => onChange({ query: typed })}
				/>
			</div>
			<fieldset class="chips" aria-label="表示する学校">
				{shows.map((each) => (
					<button
						key={each.show}
						type="button"
						class="chip num"
						aria-pressed={show === each.show}
						onClick={() => onChange({ show: each.show })}
					>
						{each.word}&nbsp;{countWord(each.count)}
					</button>
				))}
			</fieldset>
			<p class="vh" role="status">
				{countWord(shown)}校を表示しています
			</p>
		</search>
	);
}
