import { proposedDay } from '../../domain/record/observationEntry.ts';
import type { Session } from '../../session/session.ts';

interface DeviceLogFormatProps {
	session: Session;
	save: (name: string, text: string, type: string) => void;
}

const columns = [
	['日付 または 期間', '調べた日、または「11月」「11/1〜11/30」（終わりの日で記録します）'],
	['場面', '計画の場面の番号：①〜⑤'],
	['週3回以上の学級数・学級数', '学校全体、または学年ごとの数。「使用学級数」「全学級数」でも読みます'],
	['学年・学級、使用日数・授業日数', '学級ごとの表のとき。授業日5日につき3日以上の学級を、週3回以上と数えます'],
	['頻度', 'あれば。ほぼ毎日・週3回以上・週1回以上・月1回以上・月1回未満・未測定'],
] as const;

/** What a summary has to look like, and what must not stand in it. */
export function DeviceLogFormat({ session, save }: DeviceLogFormatProps) {
	const template = async () => {
		const { deviceLogTemplate, deviceLogTemplateName } = await import('../../files/deviceLogTemplate.ts');
		const day = proposedDay({ fiscalYear: session.fiscalYear, today: session.today() });
		save(deviceLogTemplateName, deviceLogTemplate(day), 'text/csv;charset=utf-8');
	};
	return (
		<>
			<p class="note">
				児童生徒の名前、出席番号、ID、メールアドレス、端末の番号の列がある表は、取り込みません。学級ごと・学年ごとに数えてから選んでください。
			</p>
			<table class="plain-table">
				<caption class="label">表の列（順番は自由です）</caption>
				<thead>
					<tr>
						<th scope="col">見出し</th>
						<th scope="col">入れるもの</th>
					</tr>
				</thead>
				<tbody>
					{columns.map(([heading, meaning]) => (
						<tr key={heading}>
							<th scope="row">{heading}</th>
							<td>{meaning}</td>
						</tr>
					))}
				</tbody>
			</table>
			<button type="button" class="btn btn-line" onClick={() => void template()}>
				ひな形（CSV）をダウンロード
			</button>
		</>
	);
}
