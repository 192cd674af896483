import type { Target } from './browserPage.ts';

/**
 * Finds the one visible control of that role and name. Runs inside the page, in every browser alike, so it stands on
 * its own. Names are computed as accname does for what our pages use; a name that fits two controls is an error.
 */
export function locate({ role, name, within }: Target): Element | null {
	const selectors: Record<Target['role'], string> = {
		link: 'a[href]',
		button: 'button:not([role])',
		checkbox: '[role=checkbox], input[type=checkbox]',
		radio: 'input[type=radio]',
		textbox: 'textarea, input:not([type=checkbox], [type=radio], [type=file])',
		combobox: 'select',
		file: 'input[type=file]',
		summary: 'summary',
	};
	const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
	const words = (node: Node): string => {
		if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
		if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
		if (node.matches('input, select, textarea')) return '';
		return node.getAttribute('aria-label') ?? [...node.childNodes].map(words).join('');
	};
	const nameOf = (control: Element): string => {
		const labelledBy = control.getAttribute('aria-labelledby')?.split(' ');
		if (labelledBy) return labelledBy.map((id) => words(document.getElementById(id) ?? control)).join(' ');
		const label = control.getAttribute('aria-label');
		if (label) return label;
		const labels = control instanceof HTMLElement && 'labels' in control ? (control.labels as NodeList | null) : null;
		return labels?.length ? [...labels].map(words).join(' ') : words(control);
	};
	const area = within === undefined ? document : document.querySelector(within);
	const named = [...(area?.querySelectorAll(selectors[role]) ?? [])]
		.filter((control) => control.checkVisibility())
		.map((control) => ({ control, is: tidy(nameOf(control)) }));
	const exact = named.filter(({ is }) => is === name);
	const found = exact.length > 0 ? exact : named.filter(({ is }) => is.includes(name));
	if (found.length > 1) throw new Error(`several ${role} fit 「${name}」: ${found.map(({ is }) => is).join(' / ')}`);
	return found[0]?.control ?? null;
}
