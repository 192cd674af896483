import type { ReportHead, ReportPassage, ReportTable } from '../../domain/report/model.ts';
import type { TornWords } from './sheetMeasure.ts';
import type { Slice } from './sheetPages.ts';

/** Plan, title, school, how it stands, who approved it, and room for whoever looks at it from outside. */
export function SheetHead({ head }: { head: ReportHead }) {
	return (
		<header class="se-head" data-part="head">
			<div data-head>
				<div class="se-head-row">
					<div>
						<p>{head.plan}</p>
						<h2 class="se-title">{head.title}</h2>
						<p class="num se-facts">
							{head.school && <b>{head.school}</b>}
							<span>{head.year}</span>
							<span>{head.tally}</span>
							<span>{head.asOf}</span>
							<span>{head.audience}</span>
						</p>
					</div>
					<dl class="se-boxes num">
						<div>
							<dt>校長確認</dt>
							<dd>{head.approval}</dd>
						</div>
						<div>
							<dt>関係者評価</dt>
							<dd />
						</div>
					</dl>
				</div>
				<p class="se-legend">
					{head.legend.map((step) => (
						<span key={step}>{step}</span>
					))}
				</p>
			</div>
		</header>
	);
}

interface PassageProps {
	passage: ReportPassage;
	partKey: string;
	slices: readonly Slice[];
	torn: TornWords;
}

/** A heading and what the school wrote under it. */
export function SheetPassage({ passage, partKey, slices, torn }: PassageProps) {
	return (
		<section class={`se-passage se-passage-${passage.key}`} data-part={partKey}>
			<h3 data-head>{passage.title}</h3>
			{slices.map(({ piece, from, to }) => {
				const lines = from === undefined ? undefined : torn.get(`${partKey} ${piece}`)?.text;
				return (
					<div key={`${piece} ${from}`} data-piece="text" class="se-passage-text">
						<div data-cell="text">
							<span data-words>{lines ? lines.slice(from, to).join('') : passage.text || '―'}</span>
						</div>
					</div>
				);
			})}
		</section>
	);
}

interface SmallTableProps {
	table: ReportTable;
	partKey: string;
	slices: readonly Slice[];
}

/** A small table beside the plan's. Its heading and heads stand again where it goes on. */
export function SmallTable({ table, partKey, slices }: SmallTableProps) {
	return (
		<section class="se-part" data-part={partKey}>
			<div data-head>
				<h3>{table.title}</h3>
				<p>{table.note}</p>
			</div>
			<table class="se-small num">
				<caption class="vh">{table.title}</caption>
				<thead data-head>
					<tr>
						{table.columns.map((column) => (
							<th key={column} scope="col">
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{slices.map(({ piece }) => (
						<tr key={piece} data-piece="row">
							{table.rows[piece]?.map((words, column) => (
								<td key={table.columns[column]}>
									<div data-cell={column}>{words}</div>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
