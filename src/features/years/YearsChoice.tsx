import { useState } from 'preact/hooks';
import { Choice } from '../../ui/Choice.tsx';
import { found, type Kind, kinds, type Option } from './yearsOptions.ts';

interface YearsChoiceProps {
	kind: Kind;
	options: readonly Option[];
	chosen: Option | undefined;
	onKind: (kind: Kind) => void;
	onChoose: (id: string) => void;
}

const listWord: Record<Exclude<Kind, 'plan'>, string> = {
	policy: '方針をえらぶ',
	measure: '項目をえらぶ',
	action: '□をえらぶ',
	indicator: '場面をえらぶ',
};

/** What is laid side by side: a kind, then one of it; the long lists can be searched. */
export function YearsChoice({ kind, options, chosen, onKind, onChoose }: YearsChoiceProps) {
	const [query, setQuery] = useState('');
	const searchable = kind === 'action' || kind === 'measure';
	const shown = searchable ? found(options, query) : options;
	return (
		<search class="years-choice">
			<Choice name="yearsKind" look="segments" label="ならべるもの" chosen={kind} onChoose={onKind} options={kinds} />
			{searchable && (
				<div>
					<label class="label small" for="years-search">
						計画の文からさがす
					</label>
					<input
						class="field"
						id="years-search"
						type="search"
						autocomplete="off"
						placeholder="例：ﾀﾌﾞﾚｯﾄ、1人1台、情報モラル"
						onInput={(event) => !event.isComposing && setQuery(event.currentTarget.value.trim())}
						onCompositionEnd={(event) => setQuery(event.currentTarget.value.trim())}
					/>
					<p class="vh" role="status">
						{query !== '' && `${shown.length}件みつかりました`}
					</p>
				</div>
			)}
			{kind !== 'plan' && (
				<div>
					<label class="label small" for="years-subject">
						{listWord[kind]}
					</label>
					<Listed options={shown} chosen={chosen} onChoose={onChoose} />
				</div>
			)}
		</search>
	);
}

function Listed({ options, chosen, onChoose }: Pick<YearsChoiceProps, 'options' | 'chosen' | 'onChoose'>) {
	const groups = [...new Set(options.map(({ group }) => group))];
	const isListed = options.some((option) => option === chosen);
	const draw = ({ subject, label }: Option) => (
		<option key={subject.id} value={subject.id}>
			{label}
		</option>
	);
	return (
		<select
			class="field"
			id="years-subject"
			value={isListed ? chosen?.subject.id : ''}
			onChange={({ currentTarget }) => currentTarget.value && onChoose(currentTarget.value)}
		>
			{!isListed && <option value="">{options.length > 0 ? `${options.length}件からえらぶ` : 'みつかりません'}</option>}
			{groups.map((group) =>
				group ? (
					<optgroup key={group} label={group}>
						{options.filter((option) => option.group === group).map(draw)}
					</optgroup>
				) : (
					options.map(draw)
				),
			)}
		</select>
	);
}
