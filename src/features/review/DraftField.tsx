import { type DraftPlace, keepDraft, readDraft } from './draft.ts';

interface DraftFieldProps {
	id: string;
	label: string;
	place: DraftPlace;
	onText: (text: string) => void;
	describedBy?: string;
}

/** Words that are said with a button. Until then they outlive the page; what an IME is composing is not touched. */
export function DraftField({ id, label, place, onText, describedBy }: DraftFieldProps) {
	const keep = (text: string) => {
		keepDraft(place, text);
		onText(text);
	};
	return (
		<>
			<label class="label small" for={id}>
				{label}
			</label>
			<textarea
				class="field"
				id={id}
				name="words"
				rows={2}
				maxLength={1000}
				aria-describedby={describedBy}
				defaultValue={readDraft(place)}
				onInput={(event) => !event.isComposing && keep(event.currentTarget.value)}
				onCompositionEnd={(event) => keep(event.currentTarget.value)}
			/>
		</>
	);
}
