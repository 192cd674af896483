import { columnWidth, columnWord } from '../../domain/report/columns.ts';
import type { ColumnKey, ReportRow } from '../../domain/report/model.ts';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import type { PlanPiece } from './sheetFlow.ts';
import type { TornWords } from './sheetMeasure.ts';
import type { Slice } from './sheetPages.ts';

/** These stand once beside all rows of a 項目. */
const beside: readonly ColumnKey[] = ['measure', 'summary'];

/** Narrow columns hold three letters of 12 px in one line. */
const least: Partial<Record<ColumnKey, number>> = { status: 8.5, rating: 8.5, lastRating: 8.5, deadline: 8.5 };

interface SheetTableProps {
	columns: readonly ColumnKey[];
	pieces: readonly PlanPiece[];
	/** Which of them stand here, and of what is higher than a page, which lines. */
	slices: readonly Slice[];
	torn: TornWords;
	/** On the measuring sheet every row has all its cells. */
	measuring?: boolean;
}

/** The big table, or as much of it as stands on one page. */
export function SheetTable({ columns, pieces, slices, torn, measuring }: SheetTableProps) {
	const widths = columns.map((column) => Math.max(columnWidth[column], least[column] ?? 0));
	const sum = widths.reduce((total, width) => total + width, 0);
	return (
		<table class="se-table" data-part="plan">
			<caption class="vh">学校の取組</caption>
			<colgroup>
				{columns.map((column, index) => (
					<col key={column} style={{ width: `${((widths[index] ?? 0) / sum) * 100}%` }} />
				))}
			</colgroup>
			<thead data-head>
				<tr>
					{columns.map((column) => (
						<th key={column} scope="col">
							{columnWord[column]}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{slices.map((slice, index) => {
					const piece = pieces[slice.piece];
					if (piece?.kind === 'heading') return <Heading key={slice.piece} piece={piece} across={columns.length} />;
					if (!piece) return null;
					const words = torn.get(`plan ${slice.piece}`);
					const spans = measuring ? 1 : spanOf(slices, pieces, index);
					return <Row key={`${slice.piece} ${slice.from}`} {...{ columns, row: piece.row, slice, words, spans }} />;
				})}
			</tbody>
		</table>
	);
}

/** How many rows the cells beside stand for: 0 where they stand already. A torn row stands by itself. */
function spanOf(slices: readonly Slice[], pieces: readonly PlanPiece[], index: number): number {
	const runAt = (place: number): string | undefined => {
		const slice = slices[place];
		const piece = slice && pieces[slice.piece];
		if (piece?.kind !== 'row') return undefined;
		return slice?.from === undefined ? piece.run : `${piece.run} ${place}`;
	};
	const run = runAt(index);
	if (runAt(index - 1) === run) return 0;
	let end = index + 1;
	while (end < slices.length && runAt(end) === run) end += 1;
	return end - index;
}

function Heading({ piece, across }: { piece: PlanPiece & { kind: 'heading' }; across: number }) {
	return (
		<tr class="se-group" data-piece="heading">
			<th scope="colgroup" colSpan={across}>
				<span class="se-group-words">
					<span class="plan">{piece.words}</span>
					<span class="num">{piece.tally}</span>
				</span>
			</th>
		</tr>
	);
}

interface RowProps {
	columns: readonly ColumnKey[];
	row: ReportRow;
	slice: Slice;
	words: Readonly<Record<string, readonly string[]>> | undefined;
	spans: number;
}

function Row({ columns, row, slice, words, spans }: RowProps) {
	const wordsOf = (column: ColumnKey): string =>
		slice.from === undefined || !words?.[column]
			? row.cells[column]
			: words[column].slice(slice.from, slice.to).join('');
	return (
		<tr data-piece="row" class={row.status === 'notApplicable' ? 'se-not' : undefined}>
			{columns.map((column) => {
				const isBeside = beside.includes(column);
				if (isBeside && spans === 0) return null;
				return (
					<td key={column} class={`se-${column}`} rowSpan={isBeside && spans > 1 ? spans : undefined}>
						<Cell {...{ column, row, isBeside }} words={wordsOf(column)} begins={!slice.from} />
					</td>
				);
			})}
		</tr>
	);
}

interface CellProps {
	column: ColumnKey;
	row: ReportRow;
	words: string;
	isBeside: boolean;
	/** Not the later part of a torn row. */
	begins: boolean;
}

function Cell({ column, row, words, isBeside, begins }: CellProps) {
	const rating = column === 'rating' ? row.rating : column === 'lastRating' ? row.lastRating : null;
	if (rating) {
		return (
			<div data-cell={column}>
				{begins && <RatingMark rating={rating} />}
				<span class="vh">{words}</span>
			</div>
		);
	}
	return (
		<div data-cell={isBeside ? 'beside' : column}>
			{column === 'action' && begins && <Square status={row.status} />}
			<span data-words>{words}</span>
		</div>
	);
}
