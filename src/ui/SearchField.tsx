interface SearchFieldProps {
	id: string;
	label: string;
	placeholder: string;
	query: string;
	onQuery: (query: string) => void;
}

/** Searches while somebody types. It waits for compositions to end: half-typed kana find nothing. */
export function SearchField({ id, label, placeholder, query, onQuery }: SearchFieldProps) {
	return (
		<>
			<label class="label small" for={id}>
				{label}
			</label>
			<input
				class="field"
				id={id}
				type="search"
				autocomplete="off"
				placeholder={placeholder}
				defaultValue={query}
				onInput={(event) => !event.isComposing && onQuery(event.currentTarget.value.trim())}
				onCompositionEnd={(event) => onQuery(event.currentTarget.value.trim())}
			/>
		</>
	);
}
