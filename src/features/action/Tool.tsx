import { measuredWords, ownMeasuring, readMeasurements } from '../../domain/record/networkMeasurement.ts';
import { readStaffSurvey, staffOverview } from '../../domain/record/staffSurvey.ts';
import type { Session } from '../../session/session.ts';
import { dayWord } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';

/** Where a □ has a page of its own that records it or gives its evidence: what stands there, and the way to it. */
export function Tool({ session, state, place }: SectionProps) {
	const tool = place.action?.tool ?? (state.id === ownMeasuring.id ? 'networkMeasurement' : undefined);
	if (tool === 'networkMeasurement') return <Measuring session={session} />;
	return tool === 'staffChecklist' ? <Checklist session={session} /> : null;
}

function Measuring({ session }: { session: Session }) {
	session.version.value;
	const kept = readMeasurements(session.record());
	const last = kept.at(-1);
	return (
		<section id="tool">
			<h2>
				測定
				<br />
				<span class="small quiet num">{kept.length}回</span>
			</h2>
			<div>
				<p class="small num">
					{last
						? `いちばん新しい測定：${[dayWord(last.date), last.place].filter(Boolean).join(' ')} ${measuredWords(last.measured)}`
						: 'この端末と教育委員会の保管庫とのあいだの速さを、ここから測って記録できます。'}
				</p>
				<p class="beneath">
					<a class="btn" href="/measurement">
						ネットワーク測定を開く
					</a>
				</p>
			</div>
		</section>
	);
}

function Checklist({ session }: { session: Session }) {
	session.version.value;
	const { entered, of, share } = staffOverview(readStaffSurvey(session.record()));
	return (
		<section id="tool">
			<h2>根拠</h2>
			<div>
				<p class="small num">
					教員のICT活用指導力チェックリスト：
					{share
						? `${of}項目のうち${entered}項目を入力、「できる」「ややできる」は${share.rate}%`
						: '今年度の集計は未入力です。'}
				</p>
				<p class="beneath">
					<a class="btn" href="/staff-survey">
						チェックリストの集計を開く
					</a>
				</p>
			</div>
		</section>
	);
}
