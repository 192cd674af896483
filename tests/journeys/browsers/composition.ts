/**
 * What an IME does to the focused field, as events: the text under composition stands in the field, its events say
 * `isComposing`, and the confirmed text replaces it. For browsers whose driver cannot reach the real input method.
 * Both functions run inside the page.
 */
export function composeByEvents(text: string): void {
	const field = document.activeElement as (HTMLInputElement | HTMLTextAreaElement) & { composing?: string };
	const before = field.composing;
	if (before === undefined) field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, data: '' }));
	const kept = before ? field.value.slice(0, -before.length) : field.value;
	field.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: text }));
	field.value = kept + text;
	field.composing = text;
	field.dispatchEvent(
		new InputEvent('input', { bubbles: true, isComposing: true, inputType: 'insertCompositionText', data: text }),
	);
}

export function confirmByEvents(text: string): void {
	const field = document.activeElement as (HTMLInputElement | HTMLTextAreaElement) & { composing?: string };
	const before = field.composing ?? '';
	field.value = (before ? field.value.slice(0, -before.length) : field.value) + text;
	delete field.composing;
	// As in Safari, no input event follows compositionend.
	field.dispatchEvent(
		new InputEvent('input', { bubbles: true, isComposing: true, inputType: 'insertFromComposition', data: text }),
	);
	field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: text }));
}
