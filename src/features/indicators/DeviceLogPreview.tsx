import { type LoggedObservation, type Planned, planLogged } from '../../domain/record/loggedObservations.ts';
import type { DeviceLog } from '../../files/deviceLog.ts';
import type { Session } from '../../session/session.ts';
import { RowFaults } from '../../ui/RowFaults.tsx';
import { dayWord } from '../../ui/words.ts';
import { observationWord } from './indicatorWords.ts';

interface DeviceLogPreviewProps {
	session: Session;
	name: string;
	log: DeviceLog;
	/** The observations, and how many of them the record does not say already. */
	onRecord: (observations: readonly LoggedObservation[], changing: number) => unknown;
}

/** What would be recorded, scene by scene, and which rows could not be read. Nothing is written yet. */
export function DeviceLogPreview({ session, name, log, onRecord }: DeviceLogPreviewProps) {
	const planned = planLogged(session.record(), log.observations);
	const changing = planned.filter(({ kind }) => kind !== 'same').length;
	const labelOf = (indicator: string) => session.edition.indicators.find(({ id }) => id === indicator)?.label ?? '';
	return (
		<>
			<h3 class="num">
				「{name}」{log.rows}行：記録する内容 {planned.length}件、読めない行{' '}
				{new Set(log.faults.map(({ row }) => row)).size}行
			</h3>
			{planned.length > 0 && <PlannedTable planned={planned} labelOf={labelOf} />}
			{log.faults.length > 0 && <Faults log={log} labelOf={labelOf} />}
			{changing > 0 ? (
				<div class="row">
					<button type="button" class="btn btn-go btn-wide" onClick={() => void onRecord(log.observations, changing)}>
						この内容で記録する
					</button>
					<span class="small quiet">{changing}件。まだ何も記録していません。</span>
				</div>
			) : (
				<p class="note">
					{planned.length > 0
						? '記録済みの内容と同じなので、することはありません。'
						: '記録できる行がありません。表を直して、もう一度選んでください。まだ何も記録していません。'}
				</p>
			)}
		</>
	);
}

function PlannedTable({ planned, labelOf }: { planned: readonly Planned[]; labelOf: (indicator: string) => string }) {
	return (
		<table class="plain-table num">
			<caption class="vh">記録する内容</caption>
			<thead>
				<tr>
					<th scope="col">場面</th>
					<th scope="col">調べた日</th>
					<th scope="col">記録する内容</th>
					<th scope="col">いまの記録</th>
				</tr>
			</thead>
			<tbody>
				{planned.map((each) => (
					<tr key={`${each.logged.indicator} ${each.logged.date}`}>
						<th scope="row">{labelOf(each.logged.indicator)}</th>
						<td data-label="調べた日">{dayWord(each.logged.date)}</td>
						<td data-label="記録する内容">
							<b>{observationWord(each.logged)}</b>
						</td>
						<td data-label="いまの記録">{beforeWord(each)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function beforeWord(planned: Planned): string {
	if (planned.kind === 'adds') return 'なし（新しい記録）';
	return planned.kind === 'same' ? '同じ（書きません）' : `${observationWord(planned.before)}（直します）`;
}

function Faults({ log, labelOf }: { log: DeviceLog; labelOf: (indicator: string) => string }) {
	const { faults, heldBack } = log;
	return (
		<>
			<RowFaults caption="読めない行" look="plain-table num" faults={faults} most={50} />
			{heldBack.map(({ indicator, date, row }) => (
				<p key={`${indicator} ${date}`} class="small">
					場面{labelOf(indicator)}の{dayWord(date)}は、{row}行目が読めないので記録しません。
				</p>
			))}
		</>
	);
}
