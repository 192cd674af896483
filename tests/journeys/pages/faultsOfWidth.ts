/**
 * What does not fit the window: the page scrolls sideways, something reaches past the right edge (`.main` clips, so
 * nothing would scroll), or a text is wider than the box that hides its overflow. Runs inside the page.
 */
export function faultsOfWidth(): string[] {
	const root = document.documentElement;
	const faults = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
	const describe = (element: Element) =>
		`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} 「${(element.textContent ?? '').slice(0, 20)}」`;
	// Some things scroll by design: the row of filters on a phone.
	const scrollsItself = (element: Element): boolean => {
		for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
			if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
		}
		return false;
	};
	for (const element of document.body.querySelectorAll('*')) {
		if (!element.checkVisibility() || element.closest('.vh, .skip, symbol, defs')) continue;
		const { right, left, width } = element.getBoundingClientRect();
		if (width <= 1) continue;
		if ((right > root.clientWidth + 1 || left < -1) && !scrollsItself(element)) {
			faults.push(`${describe(element)} reaches from ${Math.round(left)} to ${Math.round(right)}`);
		}
		const { overflowX } = getComputedStyle(element);
		// A field of one line scrolls what is typed into it.
		if (element instanceof HTMLInputElement || !(element instanceof HTMLElement)) continue;
		if (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) {
			faults.push(`${describe(element)} cuts ${element.scrollWidth - element.clientWidth} px`);
		}
	}
	return faults.slice(0, 8);
}
