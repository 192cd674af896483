import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ReportRequest, ReportSource } from '../../domain/report/model.ts';
import { selfEvaluation } from '../../domain/report/selfEvaluation.ts';
import type { RegisteredAs } from '../../files/reportJson.ts';
import { acceptedWords, isAccepted, isApproved } from '../../session/accepted.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';
import { ReadingHead } from '../../ui/ReadingHead.tsx';
import { ReadOnly } from '../../ui/ReadOnly.tsx';
import { Controls } from './Controls.tsx';
import { Crosswalk, type CrosswalkProps } from './Crosswalk.tsx';
import { DownloadButtons } from './DownloadButtons.tsx';
import { type Download, downloadsFor } from './downloads.ts';
import { Omissions } from './Omissions.tsx';
import { Passages } from './Passages.tsx';
import { Returned } from './Returned.tsx';
import { Sheet } from './Sheet.tsx';
import { useReportSource } from './useReportSource.ts';
import './selfEvaluation.css';

interface SelfEvaluationPageProps {
	session: Session;
	years: Years;
	/** Hands a file to the person. */
	save: (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void;
	/** Opens the browser's printing. */
	print: () => void;
	downloads?: readonly Download[];
	crosswalk: CrosswalkProps['load'];
	copy: CrosswalkProps['copy'];
	/** As the board has registered the school; undefined on a device that is in none yet. */
	registered: RegisteredAs | undefined;
}

/** 自己評価: the report as it will lie on paper, what is still to be written for it, and its files. */
export function SelfEvaluationPage(props: SelfEvaluationPageProps) {
	const source = useReportSource(props.session, props.years);
	if (source) return <Report {...props} source={source} />;
	return <ReadingHead title="自己評価" words="記録を読んでいます。" />;
}

function Report(props: SelfEvaluationPageProps & { source: ReportSource }) {
	const { session, source, save, print, downloads = downloadsFor(props.registered) } = props;
	const { query, route } = useLocation();
	const request = requestOf(query, session.today());
	const { phase, audience, short } = request;
	const report = useMemo(() => selfEvaluation(source, { phase, audience, short }), [source, phase, audience, short]);
	const [pages, setPages] = useState(0);
	const accepted = isAccepted(session, phase);
	const rows = report.groups.length + report.own.length;
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>自己評価</h1>
				<p class="num" role="status">
					この紙面のまま印刷されます　A4横・全{pages}ページ
				</p>
			</div>
			<div class="se-screen se-top">
				<Controls request={request} onRequest={(next) => route(addressOf(next), true)} />
				<div class="se-take">
					<button type="button" class="btn btn-go btn-wide" onClick={print}>
						印刷・PDF
					</button>
					<DownloadButtons key={addressOf(request)} {...{ report, source, downloads, save }} />
				</div>
				<p class="small quiet">
					ファイルはこの端末の中でつくります。どこにも送りません。紙面の下に、
					<a href="#returned-title">返ってきたExcelを読み込む</a>と<a href="#crosswalk">ほかの調査にも使う</a>
					があります。
					{source.profile.name.trim() === '' && (
						<>
							学校名は<a href="/settings">設定</a>で入れると、紙面に載ります。
						</>
					)}
				</p>
				{short && rows === 0 && (
					<p class="note">
						抜粋に入る□はありません。△、昨年度から評価の変わったもの、次年度を「拡充」にしたものが入ります。
					</p>
				)}
			</div>
			<details class="se-fold se-screen">
				<summary>
					紙面に載せることばを書く<span class="quiet">（{report.passages.map(({ title }) => title).join('・')}）</span>
				</summary>
				<ReadOnly
					closed={session.closed.value || accepted}
					extraClass="se-texts"
					{...(accepted && { why: acceptedWords([phaseWord[phase]]) })}
				>
					{isApproved(session, phase) && (
						<p class="note">校長が承認しています。書きかえると、校長確認に「承認後に変更あり」と出ます。</p>
					)}
					<Passages session={session} phase={phase} passages={report.passages} />
				</ReadOnly>
			</details>
			{audience === 'public' && <Omissions key={phase} report={report} />}
			<Sheet report={report} onPages={setPages} />
			<div class="se-screen">
				<Returned session={session} />
				<Crosswalk source={source} phase={phase} load={props.crosswalk} copy={props.copy} />
			</div>
		</>
	);
}

/** What the address asks for; else the phase that is due at this time of the year, for the board. */
function requestOf(query: Record<string, string>, today: string): ReportRequest {
	const month = Number(today.slice(5, 7));
	const due = month <= 3 ? 'final' : 'midyear';
	return {
		phase: query.phase === 'midyear' || query.phase === 'final' ? query.phase : due,
		audience: query.for === 'public' ? 'public' : 'board',
		short: query.short === '1',
	};
}

const phaseWord = { midyear: '中間', final: '最終' } as const;

const addressOf = ({ phase, audience, short }: ReportRequest): string =>
	`/self-evaluation?phase=${phase}&for=${audience}${short ? '&short=1' : ''}`;
