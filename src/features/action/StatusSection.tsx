import { useState } from 'preact/hooks';
import { markNotApplicable, setStatus } from '../../domain/record/edits.ts';
import type { Judgement, Status } from '../../domain/record/reading.ts';
import { conflictOf } from '../../session/conflict.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { Square } from '../../ui/Square.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { statusesInOrder, statusWord } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';

const reasons = [
	'該当する児童生徒がいない',
	'対象の校種・学級ではない',
	'今年度は計画していない',
	'市の準備を待っている',
];

/** 状態: chosen by a person, or left to what the 実施記録 says. */
export function StatusSection({ session, state, place }: SectionProps) {
	const [asksReason, setAsksReason] = useState(false);
	const code = place.measure.label;
	const choose = (status: Status) => {
		setAsksReason(status === 'notApplicable');
		if (status === 'notApplicable') return undefined;
		return session.take({
			words: `${code} を「${statusWord[status]}」にしました`,
			expecting: { action: state.id, status },
			edits: (fold) => setStatus(state, fold, status),
		});
	};
	const rule = async (reason: string) => {
		setAsksReason(false);
		await session.take({
			words: `${code} を「該当なし」にしました`,
			expecting: { action: state.id, status: 'notApplicable' },
			edits: (fold) => markNotApplicable(state, fold, reason),
		});
	};
	const status = session.row(state.id).value.status;
	return (
		<section>
			<h2 id="status">状態</h2>
			<div>
				<Choice
					name="status"
					look="segments"
					extraClass="status-choice"
					labelledBy="status"
					chosen={asksReason ? 'notApplicable' : status}
					onChoose={choose}
					options={statusesInOrder.map((value) => ({
						value,
						content: (
							<>
								<Square status={value} />
								{statusWord[value]}
							</>
						),
					}))}
				/>
				{asksReason && <ReasonForm onChoose={rule} onCancel={() => setAsksReason(false)} />}
				{!asksReason && status === 'notApplicable' && <Reason session={session} state={state} place={place} />}
				{!asksReason && state.judged && status !== 'notApplicable' && (
					<p class="small quiet beneath">{judgementWords(state.judged)}</p>
				)}
				{!asksReason && state.overruled && (
					<p class="small beneath">
						記録からは「{statusWord[state.unforced]}」ですが、人が選んだ「{statusWord[status]}」を表示しています。
						<button
							type="button"
							class="btn btn-line small"
							onClick={() =>
								void session.take({
									words: `${code} の状態を記録にまかせました`,
									expecting: { action: state.id, status: state.unforced },
									edits: (fold) => setStatus(state, fold, null),
								})
							}
						>
							記録にまかせる
						</button>
					</p>
				)}
				<ConflictBox
					conflict={conflictOf(session, state.entity, 'status', '状態', state.statusReading)}
					shown={(value) => (value ? statusWord[value] : '記録にまかせる')}
					until="進んでいないほう"
				/>
				<ConflictBox
					conflict={conflictOf(session, state.entity, 'reason', '該当なしの理由', state.reason)}
					shown={textShown}
					until="あとから入力されたほう"
				/>
			</div>
		</section>
	);
}

const judgementWords = ({ per, counted, needed, thisWeek }: Judgement): string => {
	if (per === 'year') {
		return counted >= needed
			? `今年度の記録が${counted}回あり、計画の回数に達しています。`
			: `計画の回数まで、今年度あと${needed - counted}回です。`;
	}
	const week = thisWeek === undefined ? '' : thisWeek ? '今週は記録があります。' : '今週はまだ記録がありません。';
	return `これまでの授業のある${needed}週のうち${counted}週に記録があります。${week}`;
};

function ReasonForm({ onChoose, onCancel }: { onChoose: (reason: string) => void; onCancel: () => void }) {
	return (
		<form
			class="inset"
			onSubmit={(event) => {
				event.preventDefault();
				const reason = new FormData(event.currentTarget).get('reason');
				if (typeof reason === 'string' && reason.trim()) onChoose(reason.trim());
			}}
		>
			<label class="label" for="reason">
				該当なしの理由
			</label>
			<p class="small quiet">理由のある□は、達成の割合の母数から外れます。</p>
			<input class="field" id="reason" name="reason" list="reasons" required maxLength={200} autocomplete="off" />
			<datalist id="reasons">
				{reasons.map((reason) => (
					<option key={reason} value={reason} />
				))}
			</datalist>
			<div class="row">
				<button type="submit" class="btn btn-go">
					該当なしにする
				</button>
				<button type="button" class="btn" onClick={onCancel}>
					やめる
				</button>
			</div>
		</form>
	);
}

function Reason({ session, state }: SectionProps) {
	if (state.basis === 'profile') {
		return <p class="small beneath">{state.reason.value}。行う場合は、ほかの状態をえらんでください。</p>;
	}
	return (
		<div class="inset">
			<label class="label" for="reason">
				該当なしの理由
			</label>
			<TextField
				id="reason"
				singleLine
				maxLength={200}
				value={state.reason.value}
				seen={state.reason.seen}
				onCommit={(text, seen) => void session.set(state.entity, 'reason', text, { seen })}
			/>
		</div>
	);
}
