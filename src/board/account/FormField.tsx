import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FormFieldProps {
	name: string;
	label: string;
	hint?: ComponentChildren;
	fault?: string | undefined;
	autocomplete: 'organization' | 'username' | 'new-password' | 'current-password';
	maxLength: number;
	/** What stands in it at first. */
	written?: string | undefined;
	/** Latin letters only: no capital at the start, no spelling. */
	latin?: boolean;
	placeholder?: string;
	/** A word that others must not read, with a switch that shows it to whoever types it. */
	secret?: boolean;
}

/** A line of a form: its name above, what is asked for below, what is wrong with it right there. Uncontrolled (IME). */
export function FormField({ name, label, hint, fault, written, latin, secret, ...field }: FormFieldProps) {
	const [shown, setShown] = useState(false);
	const id = `board-${name}`;
	const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
	return (
		<div class="form-field">
			<label class="label" for={id}>
				{label}
			</label>
			{hint && (
				<p class="small quiet" id={`${id}-hint`}>
					{hint}
				</p>
			)}
			<div class="form-line">
				<input
					{...field}
					class="field"
					id={id}
					name={name}
					defaultValue={written}
					{...(secret && !shown ? ({ type: 'password' } as const) : ({ type: 'text' } as const))}
					aria-invalid={fault ? 'true' : undefined}
					aria-describedby={describedBy || undefined}
					autocapitalize={latin || secret ? 'none' : undefined}
					spellcheck={!(latin || secret)}
				/>
				{secret && (
					<button
						type="button"
						class="btn"
						aria-pressed={shown}
						aria-controls={id}
						onClick={() => setShown((now) => !now)}
					>
						表示<span class="vh">：パスワード</span>
					</button>
				)}
			</div>
			{fault && (
				<p class="problem" id={`${id}-fault`}>
					{fault}
				</p>
			)}
		</div>
	);
}
