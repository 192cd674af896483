import type { ReadonlySignal } from '@preact/signals';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { closedYearWords } from '../../domain/record/closing.ts';
import { readMeasurements } from '../../domain/record/networkMeasurement.ts';
import type { Session } from '../../session/session.ts';
import type { Sync, SyncStatus } from '../../sync/sync.ts';
import { Kept } from './Kept.tsx';
import { Measure } from './Measure.tsx';
import '../../ui/parts.css';
import './measurement.css';

/** What the page needs of the exchange. */
export interface MeasuringExchange {
	readonly status: ReadonlySignal<SyncStatus>;
	readonly sync: () => Promise<Sync>;
}

interface MeasurementPageProps {
	session: Session;
	exchange: MeasuringExchange;
	save: (name: string, text: string) => void;
}

/** ネットワーク測定: measured once when a person asks for it, kept when they say so, and the year's list for the board. */
export function MeasurementPage({ session, exchange, save }: MeasurementPageProps) {
	session.version.value;
	const kept = readMeasurements(session.record());
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>ネットワーク測定</h1>
			</div>
			<p class="measurement-intro">
				この端末と教育委員会の保管庫とのあいだの速さを測ります。動画や検索など、ほかのサービスの速さとは違うことがあります。
			</p>
			<div class="parts parts-wide measurement">
				<section aria-labelledby="measure">
					<h2 id="measure">測る</h2>
					<Obstacle session={session} status={exchange.status}>
						<Measure session={session} sync={exchange.sync} kept={kept} />
					</Obstacle>
				</section>
				<section aria-labelledby="kept">
					<h2 id="kept">
						{labelOf(session.fiscalYear)}の測定
						<br />
						<span class="small quiet num">{kept.length}回</span>
					</h2>
					<Kept session={session} kept={kept} save={save} />
				</section>
			</div>
		</>
	);
}

interface ObstacleProps {
	session: Session;
	status: ReadonlySignal<SyncStatus>;
	children: preact.ComponentChildren;
}

/** What has to be done before anything can be measured; else what is inside. */
function Obstacle({ session, status, children }: ObstacleProps) {
	if (session.closed.value && !session.isOtherYear) return <p class="note">{closedYearWords(session.fiscalYear)}</p>;
	if (session.isOtherYear) {
		return (
			<p class="note">
				いまは{labelOf(session.fiscalYear)}を開いています。測定は今年度の記録に残すものなので、
				<a href="/years">年度</a>から今年度を開いてください。
			</p>
		);
	}
	if (!session.ready.value || !status.value.known) return <p class="small quiet">準備しています。</p>;
	if (status.value.enrolment?.token) return <>{children}</>;
	return (
		<p class="note">
			測定の相手は教育委員会の保管庫です。この端末はまだ学校に登録されていないため、測れません。
			<a href="/join">学校に登録する</a>と測れるようになります。
		</p>
	);
}
