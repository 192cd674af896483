import { useEffect, useRef } from 'preact/hooks';
import { SearchField } from '../../ui/SearchField.tsx';
import { statusWord } from '../../ui/words.ts';
import type { Filter, Show } from './filter.ts';
import './filters.css';

interface FiltersProps {
	filter: Filter;
	counts: Readonly<Record<Show, number>>;
	owners: readonly string[];
	policies: readonly { id: string; number: number; shortTitle: string }[];
	onChange: (change: Partial<Filter>) => void;
}

const always: readonly Show[] = ['all', 'open', 'season'];

/** Offered while there are any. */
const sometimes: readonly Show[] = ['returned', 'conflict'];

const showWord: Record<Show, string> = {
	all: 'すべて',
	open: '未完了',
	season: '今の時期',
	returned: '差戻し',
	conflict: '食い違い',
	...statusWord,
};

/** Search and filters over the list. The search listens to compositions, so that half-typed kana filters nothing. */
export function Filters({ filter, counts, owners, policies, onChange }: FiltersProps) {
	const chips = useRef<HTMLFieldSetElement>(null);
	// On a phone the row of filters is longer than the screen; whoever comes by a link sees which one is chosen.
	useEffect(() => {
		const row = chips.current;
		const chosen = row?.querySelector('[aria-pressed=true]')?.getBoundingClientRect();
		const seen = row?.getBoundingClientRect();
		if (row && chosen && seen && chosen.right > seen.right) row.scrollLeft += chosen.right - seen.right;
	}, []);
	const shows = [...new Set([...always, ...sometimes.filter((show) => counts[show] > 0), filter.show])];
	return (
		<search class="tools">
			<div class="tools-search">
				<SearchField
					id="search"
					label="計画の文・項目・記録からさがす"
					placeholder="例：ﾀﾌﾞﾚｯﾄ、1人1台、情報モラル"
					query={filter.query}
					onQuery={(query) => onChange({ query })}
				/>
			</div>
			<div class="tools-filters">
				<fieldset class="chips tools-chips" ref={chips} aria-label="表示する□">
					{shows.map((show) => (
						<button
							key={show}
							type="button"
							class="chip num"
							aria-pressed={filter.show === show}
							onClick={() => onChange({ show })}
						>
							{showWord[show]}&nbsp;{counts[show]}
						</button>
					))}
				</fieldset>
				<div class="tools-selects">
					<Select
						extraClass="select-policy"
						label="方針"
						value={filter.policy}
						onChange={(policy) => onChange({ policy })}
						options={policies.map(({ id, number, shortTitle }) => [id, `${number} ${shortTitle}`])}
					/>
					{owners.length > 0 && (
						<Select
							label="主担当"
							value={filter.owner}
							onChange={(owner) => onChange({ owner })}
							options={owners.map((owner) => [owner, owner])}
						/>
					)}
				</div>
			</div>
		</search>
	);
}

interface SelectProps {
	label: string;
	value: string;
	options: readonly (readonly [string, string])[];
	onChange: (value: string) => void;
	extraClass?: string;
}

function Select({ label, value, options, onChange, extraClass = '' }: SelectProps) {
	return (
		<label class={`select small ${extraClass}`}>
			{label}
			<select class="field" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
				<option value="">すべて</option>
				{options.map(([key, words]) => (
					<option key={key} value={key}>
						{words}
					</option>
				))}
			</select>
		</label>
	);
}
