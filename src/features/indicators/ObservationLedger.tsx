import { useState } from 'preact/hooks';
import { changeObservation, deleteObservation } from '../../domain/record/indicatorEdits.ts';
import { type Observation, observationEntity } from '../../domain/record/indicators.ts';
import type { ObservationWords } from '../../domain/record/observationEntry.ts';
import { sourceWord } from '../../domain/record/words.ts';
import type { Session } from '../../session/session.ts';
import { dayWord } from '../../ui/words.ts';
import { FieldConflicts } from './FieldConflicts.tsx';
import { observationWord } from './indicatorWords.ts';
import { ObservationForm } from './ObservationForm.tsx';

interface ObservationLedgerProps {
	session: Session;
	observations: readonly Observation[];
	/** ① to ⑤. */
	label: string;
}

/** Every observation of a scene, the latest first. */
export function ObservationLedger({ session, observations, label }: ObservationLedgerProps) {
	return (
		<ol class="observations" aria-label={`場面${label}の記録の一覧`}>
			{[...observations].reverse().map((observation) => (
				<LedgerRow key={observation.id} session={session} observation={observation} label={label} />
			))}
		</ol>
	);
}

function LedgerRow({ session, observation, label }: { session: Session; observation: Observation; label: string }) {
	const [editing, setEditing] = useState(false);
	const { id, indicator, date, source, memo } = observation;
	const entity = observationEntity(indicator, id);
	const change = async (words: ObservationWords) => {
		const written = await session.take({
			words: `${dayWord(words.date)}の記録を直しました`,
			edits: (fold) => changeObservation(fold, indicator, id, words),
		});
		if (written) setEditing(false);
	};
	const remove = () =>
		void session.take({
			words: `場面${label}の${dayWord(date)}の記録を消しました`,
			edits: (fold) => deleteObservation(fold, indicator, id),
		});
	if (editing) {
		return (
			<li class="observation-editor">
				<ObservationForm
					name={`edit-${id}`}
					when={{ fiscalYear: session.fiscalYear, today: session.today() }}
					from={observation}
					submit="この内容に直す"
					onSubmit={change}
					onCancel={() => setEditing(false)}
					onDelete={remove}
				/>
			</li>
		);
	}
	return (
		<li>
			<span class="num">{dayWord(date)}</span>
			<b class="num">{observationWord(observation)}</b>
			<span class="small">
				{source && sourceWord[source]}
				{memo && `　${memo}`}
				{session.record().liveness(entity) === 'revived' && <b>（消したあとに別の端末で直されたため、戻しました）</b>}
			</span>
			<button
				type="button"
				class="btn btn-line small"
				aria-label={`場面${label} ${dayWord(date)}の記録を直す`}
				onClick={() => setEditing(true)}
			>
				直す
			</button>
			<FieldConflicts session={session} entity={entity} fields={observation.conflicts} name="この記録の" />
		</li>
	);
}
