import type { ComponentChildren } from 'preact';
import './readOnly.css';

interface ReadOnlyProps {
	/** Everything inside can be read, and no control in it does anything. */
	closed: boolean;
	/** Why, in words; said at its beginning where the page does not say it nearby. */
	why?: string;
	extraClass?: string;
	children: ComponentChildren;
}

/** The one place that takes the controls away: a closed year's buttons and forms go, what was chosen and written stays. */
export function ReadOnly({ closed, why, extraClass = '', children }: ReadOnlyProps) {
	return (
		<fieldset class={`read-only ${extraClass}`} disabled={closed}>
			{closed && why && <p class="note read-only-why">{why}</p>}
			{children}
		</fieldset>
	);
}
