import type { Cell, CellStyle, CellValue, MergeRange, RowDef } from 'hucre';

/** A value with its look, and the formula that Excel keeps it up to date by. */
export interface StyledCell {
	readonly value: string | number;
	readonly style: CellStyle;
	readonly formula?: string;
}

/**
 * Rows of a sheet as they are added, from the first. What a person typed is a string whatever it begins with: only
 * `formula` makes a formula.
 */
export class SheetRows {
	readonly rows: CellValue[][] = [];
	readonly cells = new Map<string, Partial<Cell>>();
	readonly merges: MergeRange[] = [];
	readonly rowDefs = new Map<number, RowDef>();

	/** Rows so far: the index of the next one, and Excel's number of the last. */
	get count(): number {
		return this.rows.length;
	}

	/** Heights are in points; without one, spreadsheets make room for wrapped words themselves. */
	add(cells: readonly StyledCell[], height?: number): void {
		const row = this.count;
		this.rows.push(cells.map(({ value }) => (value === '' ? null : escaped(value))));
		cells.forEach(({ value, style, formula }, column) => {
			const type = typeof value === 'number' ? 'number' : value === '' ? 'empty' : 'string';
			const cell: Partial<Cell> = { value: value === '' ? null : escaped(value), type, style };
			this.cells.set(`${row},${column}`, formula ? { ...cell, formula, formulaResult: value } : cell);
		});
		if (height !== undefined) this.rowDefs.set(row, { height });
	}

	/** One cell over a whole row of `width` columns. A merged cell makes no room for itself, hence the height. */
	addLine(cell: StyledCell, width: number, height: number): void {
		const rest = Array.from({ length: width - 1 }, () => ({ value: '', style: cell.style }));
		this.merges.push({ startRow: this.count, endRow: this.count, startCol: 0, endCol: width - 1 });
		this.add([cell, ...rest], height);
	}
}

/** Spreadsheets read `_x000D_` as the sign of that number, so the words themselves are written as 「_」 and the rest. */
const escaped = (value: string | number): string | number =>
	typeof value === 'string' ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : value;

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
