import { columnWidth } from '../../domain/report/columns.ts';
import type { ColumnKey, ReportRow } from '../../domain/report/model.ts';

/** Narrow columns hold their words in one line of 12 px. */
const narrow: Partial<Record<ColumnKey, number>> = { status: 8.5, rating: 7.5, lastRating: 8, deadline: 11 };
/** 該当なし with its reason wants more room than the other states, beside as many columns as the board's. */
const reason = { letters: 6, width: 13, beside: 10 };
const goals = 26;
/** What nobody has filled in gives its room to the others. */
const unused = 9;
const longHead = 13;
/** Much text in one cell takes room from the other wide columns. */
const longText = { letters: 300, factor: 1.6 };

interface Width {
	readonly base: number;
	readonly grown: number;
	readonly isNarrow: boolean;
}

function widthOf(column: ColumnKey, letters: number, beside: number): Width {
	const fixed = narrow[column];
	if (fixed !== undefined) {
		const withReason = column === 'status' && letters > reason.letters && beside > reason.beside;
		const base = withReason ? reason.width : fixed;
		return { base, grown: base, isNarrow: true };
	}
	const usual = column === 'goals' ? goals : columnWidth[column];
	const base = letters > 0 ? usual : Math.min(usual, column === 'resultAndIssue' ? longHead : unused);
	return { base, grown: letters > longText.letters ? base * longText.factor : base, isNarrow: false };
}

/** How wide each column of the sheet's table is, in % of it, given the words of all its rows. */
export function widthsOf(columns: readonly ColumnKey[], rows: readonly ReportRow['cells'][]): readonly number[] {
	const widths = columns.map((column) =>
		widthOf(column, Math.max(0, ...rows.map((cells) => cells[column].length)), columns.length),
	);
	const sum = (of: (width: Width) => number) => widths.reduce((total, width) => total + of(width), 0);
	const whole = sum(({ base }) => base);
	const forWide = 1 - sum(({ base, isNarrow }) => (isNarrow ? base : 0)) / whole;
	const wide = sum(({ grown, isNarrow }) => (isNarrow ? 0 : grown));
	return widths.map(({ base, grown, isNarrow }) => 100 * (isNarrow ? base / whole : (grown / wide) * forWide));
}
