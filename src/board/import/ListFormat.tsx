import { schoolListTemplate, schoolListTemplateName } from '../../files/schoolListTemplate.ts';
import type { BoardDevice } from '../BoardPages.tsx';

const columns = [
	['学校コード', '英数字。全国の学校コードか、市で使っているもの', 'E001'],
	['学校名', '学校の端末にそのまま出ます', '○○市立○○小学校'],
	['校種', '小学校・中学校・高等学校・中等教育学校・特別支援学校', '小学校'],
	['特別支援学級', 'ある・なし', 'ある'],
	['院内学級', 'ある・なし', 'なし'],
] as const;

/** What the list of schools has to look like, with a file to begin from. */
export function ListFormat({ save }: { save: BoardDevice['save'] }) {
	return (
		<div class="list-format">
			<table class="list-table format-table">
				<caption class="label">一覧の列</caption>
				<thead>
					<tr>
						<th scope="col">見出し</th>
						<th scope="col">入れるもの</th>
						<th scope="col">例</th>
					</tr>
				</thead>
				<tbody>
					{columns.map(([heading, meaning, example]) => (
						<tr key={heading}>
							<th scope="row">{heading}</th>
							<td>{meaning}</td>
							<td data-label="例">{example}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p class="small quiet">
				列の順番は自由です。「小」「中」「高」や「○」「×」でも読みます。高等学校と中等教育学校は「情報科あり」になります。
			</p>
			<button
				type="button"
				class="btn"
				onClick={() => save(schoolListTemplateName, schoolListTemplate, 'text/csv;charset=utf-8')}
			>
				ひな形（CSV）をダウンロード
			</button>
		</div>
	);
}
