import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface Option<Value extends string> {
	readonly value: Value;
	readonly content: ComponentChildren;
}

interface ChoiceProps<Value extends string> {
	name: string;
	options: readonly Option<Value>[];
	chosen: Value | undefined;
	/** Resolves to false where the choice could not be kept: the chosen one before it is shown again. */
	onChoose: (value: Value) => unknown;
	label?: string;
	labelledBy?: string;
	describedBy?: string;
	/** `segments`: joined, all in sight. `chips`: apart, wrapping. */
	look: 'segments' | 'chips';
	extraClass?: string;
}

/** One of several, as radio buttons: arrow keys, one tab stop, the chosen one framed, tinted and bold. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
	const { name, options, chosen, onChoose, label, labelledBy, describedBy, look, extraClass } = props;
	const [, redraw] = useState(0);
	const choose = async (value: Value) => {
		if ((await onChoose(value)) === false) redraw((times) => times + 1);
	};
	return (
		<div
			class={extraClass ? `${look} ${extraClass}` : look}
			role="radiogroup"
			aria-label={label}
			aria-labelledby={labelledBy}
			aria-describedby={describedBy}
		>
			{options.map(({ value, content }) => (
				<label key={value} class={look === 'chips' ? 'chip' : undefined}>
					<input
						type="radio"
						name={name}
						value={value}
						checked={value === chosen}
						onChange={() => void choose(value)}
					/>
					{content}
				</label>
			))}
		</div>
	);
}
