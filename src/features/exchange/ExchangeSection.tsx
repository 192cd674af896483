import { useState } from 'preact/hooks';
import type { Enrolment } from '../../store/exchangeStore.ts';
import type { SyncStatus } from '../../sync/sync.ts';
import { Refused, type Told } from '../../ui/Refused.tsx';
import { momentWord } from '../../ui/words.ts';
import { type ExchangeProps, savedHere } from './exchangeProps.ts';
import { Steps } from './Steps.tsx';
import { exchangeSteps } from './steps.ts';
import '../../ui/facts.css';

/** 記録の行き先: what is saved here, what waits, what arrived, what was refused and why. */
export function ExchangeSection({ session, status, sync }: ExchangeProps) {
	const now = status.value;
	return (
		<section id="exchange">
			<h2>記録の行き先</h2>
			<div class="stack">
				{!now.known && <p role="status">{now.trouble?.sentence ?? '確かめています'}</p>}
				{now.known && !now.enrolment && <NotEnrolled />}
				{now.known && now.enrolment && (
					<>
						<div role="status">
							<Steps steps={exchangeSteps(now, savedHere(session))} />
						</div>
						{now.trouble && <p class="note">{now.trouble.sentence}</p>}
						{now.enrolment.token && <Actions status={now} sync={sync} />}
						<Facts status={now} enrolment={now.enrolment} />
					</>
				)}
			</div>
		</section>
	);
}

function NotEnrolled() {
	return (
		<>
			<p>まだ学校に登録していません。この端末の記録は、学校の外にも、ほかの端末にも送られません。</p>
			<a class="btn" href="/join">
				学校に登録する
			</a>
		</>
	);
}

const cannotSend: Told = {
	sentence: '送る部品を読み込めませんでした。記録は端末に残っています。つながるところで、もう一度お試しください。',
	calm: true,
};

function Actions({ status: { running, refused }, sync }: { status: SyncStatus } & Pick<ExchangeProps, 'sync'>) {
	const [refusal, setRefusal] = useState<Told>();
	const send = async (again: boolean) => {
		setRefusal(undefined);
		try {
			const loaded = await sync();
			if (again) await loaded.offerRefused();
			await loaded.now();
		} catch {
			setRefusal(cannotSend);
		}
	};
	return (
		<>
			<p class="row">
				<button type="button" class="btn" aria-disabled={running} onClick={() => !running && void send(false)}>
					{running ? '送っています' : '今すぐ送る'}
				</button>
				{refused.length > 0 && (
					<button type="button" class="btn" onClick={() => void send(true)}>
						受け付けられなかった記録をもう一度送る
					</button>
				)}
			</p>
			<Refused told={refusal} />
		</>
	);
}

function Facts({ status, enrolment }: { status: SyncStatus; enrolment: Enrolment }) {
	const { school, endpoint } = enrolment;
	// A page that was opened without a connection knows of no contact of its own, but of what has arrived before.
	const contactAt = status.contactAt ?? status.arrived?.at;
	return (
		<dl class="facts num">
			<dt>預け先</dt>
			<dd>
				{school.municipalityName}の保管庫{endpoint && <span class="quiet">（{new URL(endpoint).host}）</span>}
			</dd>
			<dt>最終送信</dt>
			<dd>{status.arrived ? momentWord(status.arrived.at) : 'まだ送っていません'}</dd>
			<dt>受付番号</dt>
			<dd>{status.arrived?.receipt ?? 'なし'}</dd>
			<dt>最終連絡</dt>
			<dd>
				{contactAt ? momentWord(contactAt) : 'まだありません'}
				{status.offline && '（いまはつながっていません。入力はそのまま続けられます）'}
			</dd>
		</dl>
	);
}
