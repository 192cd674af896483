import type { Frequency } from '../../domain/record/fields.ts';
import type { Observation } from '../../domain/record/indicators.ts';
import { frequencyWord } from '../../domain/record/words.ts';
import { Choice } from '../../ui/Choice.tsx';

interface FrequencyFieldProps {
	name: string;
	label: string;
	look: 'segments' | 'chips';
	options: readonly Frequency[];
	chosen: Frequency | null;
	onChoose: (frequency: Frequency | null) => void;
}

/** How often, or nothing said: what was chosen can be taken back. */
export function FrequencyField({ name, label, look, options, chosen, onChoose }: FrequencyFieldProps) {
	const clear = (field: HTMLElement | null | undefined) => {
		onChoose(null);
		// The button goes with what it took back.
		field?.querySelector('input')?.focus();
	};
	return (
		<div class="frequency-field">
			<div class="row">
				<span class="label" id={name}>
					{label}
				</span>
				{chosen !== null && (
					<button
						type="button"
						class="btn btn-line small"
						onClick={({ currentTarget }) => clear(currentTarget.closest<HTMLElement>('.frequency-field'))}
					>
						えらんだ頻度を取り消す
					</button>
				)}
			</div>
			<Choice
				name={name}
				look={look}
				{...(look === 'segments' && { extraClass: 'frequency-choice' })}
				labelledBy={name}
				chosen={chosen ?? undefined}
				onChoose={onChoose}
				options={options.map((value) => ({ value, content: frequencyWord[value] }))}
			/>
		</div>
	);
}

interface ClassesFieldProps {
	from: Observation['classes'] | undefined;
	/** `aria-invalid` and what describes it, where the numbers were refused. */
	fault: { readonly 'aria-invalid'?: boolean; readonly 'aria-describedby'?: string };
}

/** n of N classes, both typed. */
export function ClassesField(props: ClassesFieldProps) {
	return (
		<fieldset>
			<legend class="label">週3回以上使った学級（分かるときだけ）</legend>
			<div class="row num">
				<CountField words="全部で" name="of" {...props} />
				<CountField words="のうち" name="count" {...props} />
			</div>
		</fieldset>
	);
}

function CountField({ words, name, from, fault }: ClassesFieldProps & { words: string; name: 'count' | 'of' }) {
	return (
		<label class="row">
			{words}
			<input
				class="field count-field"
				// Tells an empty one from a filled one in CSS; nothing is to be seen of it.
				placeholder=" "
				name={name}
				inputMode="numeric"
				autocomplete="off"
				maxLength={8}
				defaultValue={from ? String(from[name]) : ''}
				{...fault}
			/>
			学級
		</label>
	);
}
