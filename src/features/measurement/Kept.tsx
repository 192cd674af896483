import type { KeptMeasurement } from '../../domain/record/networkMeasurement.ts';
import { measuringAction } from '../../domain/record/networkMeasurement.ts';
import type { Session } from '../../session/session.ts';
import { clockWord, dayWord } from '../../ui/words.ts';

interface KeptProps {
	session: Session;
	kept: readonly KeptMeasurement[];
	save: (name: string, text: string) => void;
}

/** The year's measurements, newest first, and the file for the board. Mended and deleted where the □ keeps them. */
export function Kept({ session, kept, save }: KeptProps) {
	if (kept.length === 0) return <p class="small quiet">まだ記録した測定はありません。</p>;
	const school = session.profile.value?.name ?? '';
	const write = async () => {
		const { measurementCsv, measurementCsvName } = await import('../../files/measurementCsv.ts');
		save(measurementCsvName(session.fiscalYear, school), measurementCsv(kept, school));
	};
	return (
		<div class="kept">
			<table>
				<thead>
					<tr>
						<th scope="col">日時</th>
						<th scope="col">場所</th>
						<th scope="col">使用台数</th>
						<th scope="col">
							往復 <span class="quiet">ミリ秒</span>
						</th>
						<th scope="col">
							下り <span class="quiet">Mbps</span>
						</th>
						<th scope="col">
							上り <span class="quiet">Mbps</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{[...kept].reverse().map(({ id, date, place, measured }) => (
						<tr key={id}>
							<th scope="row" class="num">
								{dayWord(date)} {clockWord(measured.at)}
							</th>
							<td data-name="場所">{place || <span class="quiet">—</span>}</td>
							<td data-name="使用台数" class="num">
								{measured.devices === null ? <span class="quiet">数えていない</span> : `${measured.devices}台`}
							</td>
							<td data-name="往復" data-unit="ミリ秒" class="num">
								{measured.roundTripMs}
							</td>
							<td data-name="下り" data-unit="Mbps" class="num">
								{measured.downMbps}
							</td>
							<td data-name="上り" data-unit="Mbps" class="num">
								{measured.upMbps}
							</td>
						</tr>
					))}
				</tbody>
			</table>
			<div class="row">
				<button type="button" class="btn" onClick={() => void write()}>
					今年度の測定をCSVにする
				</button>
				<a class="measurement-link" href={`/actions/${measuringAction(session.edition)}#record`}>
					実施記録で直す・消す
				</a>
			</div>
			<p class="small quiet">教育委員会への報告に使えます。Excelなどの表計算ソフトで開けます。</p>
		</div>
	);
}
