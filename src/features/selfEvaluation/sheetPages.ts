/** What stands on the sheet one under the other and is never torn: heights in px as the device draws them. */
export interface Piece {
	readonly height: number;
	/** A heading: it goes to the next page with what it is over, and stands again where that goes on. */
	readonly keepsNext?: true;
	/**
	 * Cells that stand once beside several rows with the same key (項目, in it 目標), the wider run first. On every page
	 * they stand again.
	 */
	readonly beside?: readonly { readonly key: string; readonly height: number }[];
	/** Only of what is higher than a page: its lines, one of them, and what is around them. */
	readonly lines?: { readonly count: number; readonly height: number; readonly around: number };
}

/** Pieces that share a head; the head stands again on every page that has one of them. */
export interface Part {
	readonly key: string;
	readonly head: number;
	readonly pieces: readonly Piece[];
}

/** A piece on a page, or the lines `from` to before `to` of one that is higher than a page. */
export interface Slice {
	readonly piece: number;
	readonly from?: number;
	readonly to?: number;
	/** A heading that stands here because what it is over goes on. */
	readonly again?: true;
}

export interface PagePart {
	readonly key: string;
	readonly slices: readonly Slice[];
}

export type SheetPage = readonly PagePart[];

/** Fewer lines than these are not left alone at the end of a page. */
const fewestLines = 3;

/** Breaks parts into pages of `room` px: no heading alone at the end, no row torn unless it is higher than a page. */
export function pagesOf(parts: readonly Part[], room: number): readonly SheetPage[] {
	const desk = new Desk(room);
	for (const part of parts) {
		desk.begin(part);
		part.pieces.forEach((piece, index) => {
			if (piece.lines) desk.placeLines(part, index, piece.lines);
			else desk.place(part, index);
		});
	}
	return desk.pages.filter((page) => page.length > 0);
}

/** Rows under one another are as high as they are, or as the cell beside them is. */
function heightOfRows(rows: readonly Piece[], depth = 0): number {
	let height = 0;
	for (let begin = 0; begin < rows.length; ) {
		const cell = rows[begin]?.beside?.[depth];
		if (!cell) {
			height += rows[begin]?.height ?? 0;
			begin += 1;
			continue;
		}
		let end = begin;
		while (rows[end]?.beside?.[depth]?.key === cell.key) end += 1;
		height += Math.max(cell.height, heightOfRows(rows.slice(begin, end), depth + 1));
		begin = end;
	}
	return height;
}

class Desk {
	readonly pages: { key: string; slices: Slice[] }[][] = [[]];
	private readonly room: number;
	private left: number;
	/** The part whose head stands on this page already. */
	private open: string | undefined;
	/** Rows on this page that the cells beside may stand for. */
	private rows: readonly Piece[] = [];
	/** The heading over what is being placed. */
	private heading: number | undefined;

	constructor(room: number) {
		this.room = room;
		this.left = room;
	}

	begin({ key, head, pieces }: Part): void {
		this.rows = [];
		this.heading = undefined;
		// A part without pieces is its head alone.
		if (pieces.length > 0) return;
		if (head > this.left) this.turn();
		this.pages.at(-1)?.push({ key, slices: [] });
		this.left -= head;
	}

	place(part: Part, index: number): void {
		const piece = part.pieces[index];
		if (piece?.keepsNext) this.heading = undefined;
		if (this.needed(part, index) > this.left && !this.isFresh()) this.turn();
		this.put(part, { piece: index }, this.cost(part, index));
		if (piece?.keepsNext) this.heading = index;
		this.rows = piece?.beside ? [...this.rows, piece] : [];
	}

	placeLines(part: Part, index: number, { count, height, around }: NonNullable<Piece['lines']>): void {
		const beside = Math.max(0, ...(part.pieces[index]?.beside ?? []).map((cell) => cell.height));
		for (let from = 0; from < count; ) {
			this.rows = [];
			const fits = Math.floor((this.left - this.headOf(part) - around) / height);
			if ((fits < Math.min(fewestLines, count - from) || beside > this.left - this.headOf(part)) && !this.isFresh()) {
				this.turn();
				continue;
			}
			const to = Math.min(count, from + Math.max(1, fits));
			const cost = Math.max(around + (to - from) * height, beside);
			this.put(part, { piece: index, from, to }, this.headOf(part) + cost);
			from = to;
		}
	}

	/** What has to have room from here on, so that nothing stands alone. */
	private needed(part: Part, index: number): number {
		const piece = part.pieces[index];
		const next = part.pieces[index + 1];
		if (!piece?.keepsNext || !next) return this.cost(part, index);
		const { lines } = next;
		const least = lines ? lines.around + lines.height * Math.min(lines.count, fewestLines) : next.height;
		return this.headOf(part) + piece.height + heightOfRows([{ ...next, height: least }]);
	}

	private cost(part: Part, index: number): number {
		const piece = part.pieces[index];
		if (!piece) return 0;
		return this.headOf(part) + heightOfRows([...this.rows, piece]) - heightOfRows(this.rows);
	}

	private put({ key }: Part, slice: Slice, cost: number): void {
		const again: Slice[] = this.heading === undefined ? [] : [{ piece: this.heading, again: true }];
		const page = this.pages.at(-1);
		const last = page?.at(-1);
		if (this.open === key && last?.key === key) last.slices.push(slice);
		else page?.push({ key, slices: [...again, slice] });
		this.open = key;
		this.left -= cost;
	}

	/** What stands on this page over the next piece and does not stand there yet. */
	private headOf({ key, head, pieces }: Part): number {
		if (this.open === key) return 0;
		const heading = this.heading === undefined ? undefined : pieces[this.heading];
		return head + (heading?.height ?? 0);
	}
	private isFresh = (): boolean => this.pages.at(-1)?.length === 0;

	private turn(): void {
		this.pages.push([]);
		this.left = this.room;
		this.open = undefined;
		this.rows = [];
	}
}
