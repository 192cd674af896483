import { useEffect, useState } from 'preact/hooks';
import { labelOf } from '../../domain/plan/fiscalYear.ts';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import { NewYearDone, type TurnDone } from './NewYearDone.tsx';
import { NewYearWizard } from './NewYearWizard.tsx';
import { type Found, findTurn } from './newYearFound.ts';
import { TurnedYears } from './TurnedYears.tsx';
import './newYear.css';

interface NewYearPageProps {
	session: Session;
	years: Years;
	store: () => Promise<RecordStore>;
}

/** 年度替わり: last year is closed, the new one opened, and open work goes over where a person says so. All of it offline. */
export function NewYearPage({ session, years, store }: NewYearPageProps) {
	const [found, setFound] = useState<Found>();
	const [done, setDone] = useState<TurnDone>();
	const [readings, setReadings] = useState(0);
	const ready = session.ready.value;
	useEffect(() => {
		let current = true;
		const nothingRead: Found = { earlier: [], turn: undefined, unreadable: true };
		findTurn(session, years).then(
			(next) => current && setFound(next),
			() => current && setFound(nothingRead),
		);
		return () => {
			current = false;
		};
	}, [session, years, ready, readings]);
	const readAgain = () => setReadings((times) => times + 1);
	const turn = found?.turn;
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>新しい年度を始める</h1>
				{turn && !done && (
					<p class="num">
						{labelOf(turn.turn.from)} → <b>{labelOf(turn.turn.to)}</b>
					</p>
				)}
			</div>
			{!found && <p class="note">これまでの年度の記録を読んでいます。</p>}
			{done && (
				<NewYearDone
					done={done}
					years={years}
					next={turn?.turn}
					onNext={() => {
						setDone(undefined);
						readAgain();
					}}
				/>
			)}
			{turn && !done && (
				<NewYearWizard
					key={turn.turn.from}
					session={session}
					years={years}
					store={store}
					found={turn}
					onDone={(what) => {
						setDone(what);
						readAgain();
					}}
				/>
			)}
			{found && !turn && !done && <p class="note">{nothingWords(found)}</p>}
			{found && found.earlier.length > 0 && (
				<TurnedYears
					session={session}
					years={years}
					earlier={found.earlier.filter(({ fiscalYear }) => done || fiscalYear !== turn?.turn.from)}
					turning={turn?.turn.from}
					onChange={readAgain}
				/>
			)}
		</>
	);
}

const nothingWords = ({ earlier, unreadable }: Found): string => {
	if (unreadable) {
		return '前の年度の記録か行動計画を読み込めませんでした。記録はそのままです。通信できるところでページを読み込み直してください。';
	}
	return earlier.length === 0
		? 'この端末には、前の年度の記録がありません。前の年度の記録がある端末で開くか、前の年度のバックアップを「設定」で読み込むと、ここから引き継げます。'
		: '前の年度は締めくくってあります。引き継ぐものはありません。';
};
