/** What has to be put right in one row of a table that was read in. */
export interface RowFault {
	/** As the spreadsheet counts it, from 1; undefined where the table as a whole is meant. */
	readonly row?: number | undefined;
	readonly sentence: string;
}

interface RowFaultsProps {
	caption: string;
	/** Classes of the table, for the page's own look. */
	look: string;
	faults: readonly RowFault[];
	/** How many are shown: beyond that, one correction at a time helps more than a longer list. */
	most: number;
}

/** Row by row, what has to be put right in a table that was read in. */
export function RowFaults({ caption, look, faults, most }: RowFaultsProps) {
	return (
		<>
			<table class={look}>
				<caption class="label">{caption}</caption>
				<thead>
					<tr>
						<th scope="col">行</th>
						<th scope="col">直すこと</th>
					</tr>
				</thead>
				<tbody>
					{faults.slice(0, most).map(({ row, sentence }) => (
						<tr key={`${row} ${sentence}`}>
							<th scope="row" class="num">
								{row === undefined ? '全体' : `${row.toLocaleString('ja')}行目`}
							</th>
							<td>{sentence}</td>
						</tr>
					))}
				</tbody>
			</table>
			{faults.length > most && (
				<p class="small quiet">ほかに{(faults.length - most).toLocaleString('ja')}件あります。</p>
			)}
		</>
	);
}
