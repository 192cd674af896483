import { useState } from 'preact/hooks';
import type { Frequency } from '../../domain/record/fields.ts';
import { clearTarget, setTarget } from '../../domain/record/indicatorEdits.ts';
import { readTargetEntry, type TargetRefusal, targetEntity } from '../../domain/record/ownTarget.ts';
import { frequencyWord } from '../../domain/record/words.ts';
import type { Session } from '../../session/session.ts';
import { FieldConflicts } from './FieldConflicts.tsx';
import { frequenciesAsked } from './indicatorWords.ts';
import { FrequencyField } from './ObservationFields.tsx';
import type { SceneState } from './readScene.ts';

interface OwnTargetProps {
	session: Session;
	scene: SceneState;
}

const aims = frequenciesAsked.filter((each) => each !== 'unmeasured');

/** 本校の目標: where the plan leaves the target to the school, it stands where the city's would. */
export function OwnTargetPart({ session, scene }: OwnTargetProps) {
	const [editing, setEditing] = useState(false);
	const { own, indicator } = scene;
	if (editing) return <TargetForm session={session} scene={scene} onDone={() => setEditing(false)} />;
	return (
		<div class="own-target">
			<p>
				<b>本校の目標</b>　{own ? '' : <span class="quiet">まだ決めていません</span>}
				{own?.frequency && <span>{frequencyWord[own.frequency]}</span>}
				{own && own.rate !== null && (
					<span class="num">
						{own.frequency && '・'}週3回以上の学級 {own.rate}%
					</span>
				)}
			</p>
			{own?.words && <p>{own.words}</p>}
			{own && (
				<FieldConflicts
					session={session}
					entity={targetEntity(indicator.id)}
					fields={own.conflicts}
					name="本校の目標の"
				/>
			)}
			<button
				type="button"
				class={own ? 'btn btn-line' : 'btn'}
				aria-label={`場面${indicator.label}の本校の目標を${own ? '変える' : '決める'}`}
				onClick={() => setEditing(true)}
			>
				目標を{own ? '変える' : '決める'}
			</button>
		</div>
	);
}

function TargetForm({ session, scene: { own, indicator }, onDone }: OwnTargetProps & { onDone: () => void }) {
	const [frequency, setFrequency] = useState<Frequency | null>(own?.frequency ?? null);
	const [refusal, setRefusal] = useState<TargetRefusal>();
	const { id, label } = indicator;
	const send = async (form: HTMLFormElement) => {
		const data = new FormData(form);
		const word = (name: string) => String(data.get(name) ?? '');
		const read = readTargetEntry({ frequency, rate: word('rate'), words: word('words') });
		setRefusal(read.ok ? undefined : read.refusal);
		if (!read.ok) return;
		const step = { words: `場面${label}の本校の目標を決めました`, edits: editsOf(read.value) };
		if (await session.take(step)) onDone();
	};
	const editsOf = (words: Parameters<typeof setTarget>[2]) => (fold: Parameters<typeof setTarget>[0]) =>
		setTarget(fold, id, words);
	const clear = async () => {
		const words = `場面${label}の本校の目標を消しました`;
		if (await session.take({ words, edits: (fold) => clearTarget(fold, id) })) onDone();
	};
	return (
		<form
			class="observation-form"
			noValidate
			aria-label={`場面${label}の本校の目標`}
			onSubmit={(event) => {
				event.preventDefault();
				void send(event.currentTarget);
			}}
		>
			<FrequencyField
				name={`target-${id}`}
				label="目標にする頻度"
				look="chips"
				options={aims}
				chosen={frequency}
				onChoose={setFrequency}
			/>
			<label>
				<span class="label">週3回以上使う学級の率（0〜100、空でもよい）</span>
				<span class="row">
					<input
						class="field count-field"
						name="rate"
						inputMode="decimal"
						maxLength={6}
						autocomplete="off"
						defaultValue={own?.rate == null ? '' : String(own.rate)}
					/>
					%
				</span>
			</label>
			<label>
				<span class="label">目標の言葉（空でもよい）</span>
				<input class="field" name="words" maxLength={200} autocomplete="off" defaultValue={own?.words ?? ''} />
			</label>
			<p role="alert" class={refusal && 'problem'}>
				{refusal?.sentence}
			</p>
			<div class="row">
				<button type="submit" class="btn btn-go">
					この目標にする
				</button>
				<button type="button" class="btn" onClick={onDone}>
					やめる
				</button>
				{own && (
					<button type="button" class="btn btn-danger" onClick={() => void clear()}>
						目標を消す
					</button>
				)}
			</div>
		</form>
	);
}
