import { useState } from 'preact/hooks';
import { schoolTypeWord } from '../../domain/plan/applicability.ts';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { targetFor } from '../../domain/plan/indicatorDescent.ts';
import type { SchoolProfile } from '../../domain/record/reading.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';
import { CountingWords } from './CountingWords.tsx';
import { DeviceLogImport } from './DeviceLogImport.tsx';
import { FigureTable } from './FigureTable.tsx';
import { readScene } from './readScene.ts';
import { Scene } from './Scene.tsx';
import { useEarlierYears } from './useEarlierYears.ts';
import './figures.css';
import './indicators.css';
import './records.css';

interface IndicatorsPageProps {
	session: Session;
	years: Years;
	/** Hands the person a file. */
	save: (name: string, text: string, type: string) => void;
}

/** 端末活用: how often devices are used in each scene of the plan, beside what the city and the country aim at. */
export function IndicatorsPage({ session, years, save }: IndicatorsPageProps) {
	const profile = session.profile.value;
	const { indicators } = session.edition;
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>端末活用</h1>
				{profile && indicators.length > 0 && <p>場面ごとの端末活用目標（{schoolTypeWord(profile.schoolType)}）</p>}
			</div>
			{indicators.length === 0 && <NoIndicators session={session} />}
			{profile && indicators.length > 0 && <Indicators {...{ session, years, save, profile }} />}
		</>
	);
}

function NoIndicators({ session }: { session: Session }) {
	return (
		<p class="note">
			{labelOf(session.edition.fiscalYear)}
			版の計画には、場面ごとの端末活用目標がありません。ここで記録することはありません。 ほかの記録は
			<a href="/plan">取組一覧</a>にあります。
		</p>
	);
}

function Indicators({ session, years, save, profile }: IndicatorsPageProps & { profile: SchoolProfile }) {
	const earlier = useEarlierYears(session, years);
	const [open, setOpen] = useState<string>();
	const [importing, setImporting] = useState(false);
	// Whatever changes in the record may change a figure.
	session.version.value;
	if (!session.ready.value) return <p class="quiet">記録を読み込んでいます…</p>;
	const scenes = session.edition.indicators.map((indicator) =>
		readScene(session.record(), indicator, targetFor(indicator, profile.schoolType)),
	);
	const ownTargets = scenes.every(({ target }) => target === undefined);
	return (
		<>
			<p class="indicators-lead">
				{ownTargets
					? `この計画には${schoolTypeWord(profile.schoolType)}の目標がありません。学校ごとに目標を決めます。`
					: '市目標と国KPIは「週3回以上使用させている学校の率」です。本校の記録とは単位がちがうので、図を分けています。'}
				未測定は0ではありません。
			</p>
			<div class="scene-heads" aria-hidden="true">
				<p>
					<b>場面</b>
				</p>
				<p>
					<b>本校の頻度</b>　<span class="small quiet">太線から右が「週3回以上」</span>
				</p>
				<p>
					<b>{ownTargets ? '本校の目標と国KPI' : `市の${schoolTypeWord(profile.schoolType)}`}</b>　
					<span class="small quiet">「週3回以上」の学校の率</span>
				</p>
			</div>
			<ol class="scenes">
				{scenes.map((scene) => (
					<Scene
						key={scene.indicator.id}
						{...{ session, scene, earlier }}
						schoolType={profile.schoolType}
						open={open === scene.indicator.id}
						onOpen={(opens) => setOpen(opens ? scene.indicator.id : undefined)}
					/>
				))}
			</ol>
			<FigureTable scenes={scenes} />
			<CountingWords notes={session.edition.indicatorNotes} ownTargets={ownTargets} />
			{!session.closed.value && (
				<section class="band log-import" aria-labelledby="log-import">
					<h2 id="log-import">端末管理ログの集計を取り込む</h2>
					<p class="small quiet">
						端末管理の画面などから書き出し、学級ごと・学年ごとに数えた表（CSV）を、まとめて記録できます。記録する前に、内容を確かめられます。
					</p>
					{importing ? (
						<DeviceLogImport session={session} save={save} onDone={() => setImporting(false)} />
					) : (
						<button type="button" class="btn" onClick={() => setImporting(true)}>
							集計のCSVを取り込む
						</button>
					)}
				</section>
			)}
		</>
	);
}
