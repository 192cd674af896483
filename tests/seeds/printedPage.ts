/** Folds widths, spaces and line breaks; the scan's `<input type="checkbox">` is a □. */
export const fold = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/\s/g, '')
		.replace(/<inputtype="checkbox"\/?>/g, '□');

export type Range = readonly [start: number, end: number];

/** A folded source of which text is struck out piece by piece; nothing is struck twice. */
export class PrintedPage {
	readonly #text: string;
	readonly #struck: boolean[];

	constructor(source: string) {
		this.#text = fold(source);
		this.#struck = Array.from({ length: this.#text.length }, () => false);
	}

	get whole(): Range {
		return [0, this.#text.length];
	}

	/** The first place inside a range where a text stands and nothing of it is struck. */
	find(text: string, [start, end]: Range = this.whole): Range | undefined {
		const needle = fold(text);
		if (needle === '') return undefined;
		for (let at = this.#text.indexOf(needle, start); at >= 0; at = this.#text.indexOf(needle, at + 1)) {
			const found: Range = [at, at + needle.length];
			if (found[1] > end) return undefined;
			if (!this.#struck.slice(...found).includes(true)) return found;
		}
		return undefined;
	}

	/** Strikes a text out at the first place that is free. */
	strike(text: string, range: Range = this.whole): Range | undefined {
		const found = this.find(text, range);
		if (found) this.strikeRange(found);
		return found;
	}

	strikeRange([start, end]: Range): void {
		this.#struck.fill(true, start, end);
	}

	/** What is not struck in a range, joined. */
	rest([start, end]: Range): string {
		return [...Array(end - start).keys()]
			.map((offset) => start + offset)
			.filter((at) => !this.#struck[at])
			.map((at) => this.#text[at])
			.join('');
	}

	/** Runs of text that nothing has struck. */
	leftovers(): string[] {
		const open = this.#text.split('').map((char, at) => (this.#struck[at] ? '\n' : char));
		return open.join('').split(/\n+/).filter(Boolean);
	}
}
