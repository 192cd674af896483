import { columnWord } from '../../domain/report/columns.ts';
import type { ColumnKey, ReportRow } from '../../domain/report/model.ts';
import { RatingMark } from '../../ui/RatingMark.tsx';
import { Square } from '../../ui/Square.tsx';
import { besideColumns, type PlanPiece } from './sheetFlow.ts';
import type { TornWords } from './sheetMeasure.ts';
import type { Slice } from './sheetPages.ts';
import { widthsOf } from './sheetWidths.ts';

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
	const widths = widthsOf(
		columns,
		pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.row.cells] : [])),
	);
	return (
		<table class="se-table" data-part="plan">
			<caption class="vh">学校の取組</caption>
			<colgroup>
				{columns.map((column, index) => (
					<col key={column} style={{ width: `${widths[index]}%` }} />
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
					if (piece?.kind === 'heading') {
						return (
							<Heading
								key={slice.piece}
								{...{ piece, again: slice.again ?? false, measuring }}
								across={columns.length}
							/>
						);
					}
					if (!piece) return null;
					const words = torn.get(`plan ${slice.piece}`);
					const spans = besideColumns.map((_, depth) => (measuring ? 1 : spanOf(slices, pieces, index, depth)));
					return <Row key={`${slice.piece} ${slice.from}`} {...{ columns, row: piece.row, slice, words, spans }} />;
				})}
			</tbody>
		</table>
	);
}

/** How many rows the cells beside stand for: 0 where they stand already. A torn row stands by itself. */
function spanOf(slices: readonly Slice[], pieces: readonly PlanPiece[], index: number, depth: number): number {
	const runAt = (place: number): string | undefined => {
		const slice = slices[place];
		const piece = slice && pieces[slice.piece];
		if (piece?.kind !== 'row') return undefined;
		const run = piece.runs[depth];
		return slice?.from === undefined ? run : `${run} ${place}`;
	};
	const run = runAt(index);
	if (runAt(index - 1) === run) return 0;
	let end = index + 1;
	while (end < slices.length && runAt(end) === run) end += 1;
	return end - index;
}

interface HeadingProps {
	piece: PlanPiece & { kind: 'heading' };
	/** What it is over began on an earlier page. */
	again: boolean;
	measuring: boolean | undefined;
	across: number;
}

/** Measured with its longest words, so that it is never higher on a page than it was when pages were broken. */
function Heading({ piece, again, measuring, across }: HeadingProps) {
	return (
		<tr class="se-group" data-piece="heading">
			<th scope="colgroup" colSpan={across}>
				<span class="se-group-words">
					<span class="plan">
						{piece.words}
						{(again || measuring) && '（つづき）'}
					</span>
					{!again && <span class="num">{piece.tally}</span>}
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
	/** Of the cells beside, the wider run first. */
	spans: readonly number[];
}

function Row({ columns, row, slice, words, spans }: RowProps) {
	const wordsOf = (column: ColumnKey): string =>
		slice.from === undefined || !words?.[column]
			? row.cells[column]
			: words[column].slice(slice.from, slice.to).join('');
	return (
		<tr data-piece="row" class={row.status === 'notApplicable' ? 'se-not' : undefined}>
			{columns.map((column) => {
				const depth = besideColumns.findIndex((each) => each.includes(column));
				const span = spans[depth] ?? 1;
				if (span === 0) return null;
				return (
					<td key={column} class={`se-col-${column}`} rowSpan={span > 1 ? span : undefined}>
						<Cell {...{ column, row }} words={wordsOf(column)} begins={!slice.from} />
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
	/** Not the later part of a torn row. */
	begins: boolean;
}

function Cell({ column, row, words, begins }: CellProps) {
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
		<div data-cell={column}>
			{column === 'action' && begins && <Square status={row.status} />}
			<span data-words>{words}</span>
		</div>
	);
}
