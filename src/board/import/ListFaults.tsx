import type { ListFault } from '../../files/schoolList.ts';
import { countWord } from '../words.ts';

/** Beyond this, one correction at a time helps more than a longer list. */
const mostShown = 100;

/** What has to be put right before anything of a list can be registered. */
export function ListFaults({ faults }: { faults: readonly ListFault[] }) {
	return (
		<>
			<p class="problem board-gap">
				直すところがあるので、まだ何も登録していません。元の表を直して、もう一度読み込んでください。
			</p>
			<table class="list-table faults-table">
				<caption class="label">直すところ</caption>
				<thead>
					<tr>
						<th scope="col">行</th>
						<th scope="col">直すこと</th>
					</tr>
				</thead>
				<tbody>
					{faults.slice(0, mostShown).map(({ row, sentence }) => (
						<tr key={`${row} ${sentence}`}>
							<th scope="row" class="num">
								{row === undefined ? '全体' : `${countWord(row)}行目`}
							</th>
							<td>{sentence}</td>
						</tr>
					))}
				</tbody>
			</table>
			{faults.length > mostShown && <p class="small quiet">ほかに{countWord(faults.length - mostShown)}件あります。</p>}
		</>
	);
}
