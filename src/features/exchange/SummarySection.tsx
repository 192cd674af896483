import { useEffect, useState } from 'preact/hooks';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { closedYearWords } from '../../domain/record/closing.ts';
import type { Summary } from '../../domain/summary/schema.ts';
import type { SyncStatus } from '../../sync/sync.ts';
import { momentWord } from '../../ui/words.ts';
import type { ExchangeProps } from './exchangeProps.ts';
import { SummaryLines } from './SummaryLines.tsx';
import { summaryText } from './summaryText.ts';
import './summary.css';

/** 教育委員会に送る集計: nothing of it goes before somebody of the school has seen it here and agreed. */
export function SummarySection({ session, status, sync }: ExchangeProps) {
	const { enrolment, summaryAgreed, summary: received } = status.value;
	if (!enrolment) return null;
	return (
		<section id="summary">
			<h2>教育委員会に送る集計</h2>
			<div class="stack">
				<p class="small">
					学校の記録そのものは、学校の端末どうしで分け合うために保管庫に預けるもので、教育委員会の画面には出ません。教育委員会が見るのは、ここにある集計だけです。
					<b>自由記述・名前・リンクは入りません。</b>
					ただし、実施記録のうち「市内で共有する」ことにした事例だけは、その題名・学年・何をしたか・リンクが入り、市内のほかの学校も見ます。
				</p>
				{summaryAgreed ? (
					<>
						<p>{receivedWords(received)}</p>
						<details class="unfolding">
							<summary>送っている集計を見る</summary>
							<Preview session={session} status={status} sync={sync} />
						</details>
					</>
				) : (
					<>
						<p>
							まだ送っていません。下が、いま送るとしたらその内容です。送りはじめると、記録が変わるたびに新しい集計に置きかわります。
						</p>
						<Preview session={session} status={status} sync={sync} />
						{enrolment.token && !session.closed.value && <Agree session={session} sync={sync} />}
						{session.closed.value && <p class="note">{closedYearWords(session.fiscalYear)}</p>}
					</>
				)}
			</div>
		</section>
	);
}

const receivedWords = (received: SyncStatus['summary']): string =>
	received
		? `教育委員会に届きました：${momentWord(received.at)}（受付番号 ${received.receipt}）`
		: '送ることになっています。記録がすべて届いたあとに、つづけて送ります。';

function Agree({ session, sync }: Pick<ExchangeProps, 'session' | 'sync'>) {
	const [busy, setBusy] = useState(false);
	const agree = async () => {
		if (busy) return;
		setBusy(true);
		const written = await session.set('school', 'summaryAgreed', true, {
			words: '教育委員会に集計を送りはじめます',
		});
		if (written)
			await sync().then(
				(loaded) => loaded.now(),
				() => undefined,
			);
		setBusy(false);
	};
	return (
		<button type="button" class="btn btn-go btn-wide" aria-disabled={busy} onClick={() => void agree()}>
			この内容で送りはじめる
		</button>
	);
}

function Preview({ session, status, sync }: ExchangeProps) {
	const [answer, setAnswer] = useState<{ summary: Summary | undefined }>();
	// What it is made from: a new step of this device, or something pulled.
	const saved = session.savedAt.value;
	const { arrived, contactAt } = status.value;
	useEffect(() => {
		let here = true;
		void sync()
			.then((loaded) => loaded.summary(session.fiscalYear))
			.catch(() => undefined)
			.then((summary) => here && setAnswer({ summary }));
		return () => {
			here = false;
		};
	}, [session, saved, arrived?.at, contactAt]);
	if (!answer) return <p role="status">集計をつくっています</p>;
	const { summary } = answer;
	if (!summary) return <p class="note">集計をまだつくれません。学校の記録がそろってから、もう一度開いてください。</p>;
	return (
		<>
			<p class="num">
				{labelOf(summary.fiscalYear)}：{summary.progress.applicable}の□のうち 達成 {summary.progress.achieved}・実施中{' '}
				{summary.progress.inProgress}・未着手 {summary.progress.notStarted}（該当なし {summary.progress.notApplicable}）
			</p>
			<details class="unfolding" open={!status.value.summaryAgreed}>
				<summary>集計の内容</summary>
				<SummaryLines summary={summary} session={session} />
			</details>
			<details class="unfolding">
				<summary>送るデータそのもの（JSON）</summary>
				<pre class="summary-json" lang="en">
					{summaryText(summary)}
				</pre>
			</details>
		</>
	);
}
