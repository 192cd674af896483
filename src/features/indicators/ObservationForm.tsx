import { useRef, useState } from 'preact/hooks';
import { firstDay, lastDay } from '../../domain/plan/fiscalYear.ts';
import type { Frequency, IndicatorSource } from '../../domain/record/fields.ts';
import { indicatorSources } from '../../domain/record/fields.ts';
import {
	type EntryRefusal,
	type ObservationWords,
	proposedDay,
	readEntry,
	type YearAndToday,
} from '../../domain/record/observationEntry.ts';
import { sourceWord } from '../../domain/record/words.ts';
import { Choice } from '../../ui/Choice.tsx';
import { frequenciesAsked } from './indicatorWords.ts';
import { ClassesField, FrequencyField } from './ObservationFields.tsx';

interface ObservationFormProps {
	/** Sets its radio buttons apart from those of other forms. */
	name: string;
	when: YearAndToday;
	/** What is changed; absent for a new one. */
	from?: ObservationWords;
	submit: string;
	onSubmit: (words: ObservationWords) => unknown;
	onCancel: () => void;
	/** Takes the observation away; only where there is one. */
	onDelete?: () => void;
}

/** One look at a scene: a day, how often and/or in how many classes, and how that is known. */
export function ObservationForm({ name, when, from, submit, onSubmit, onCancel, onDelete }: ObservationFormProps) {
	const [frequency, setFrequency] = useState<Frequency | null>(from?.frequency ?? null);
	const [source, setSource] = useState<IndicatorSource | null>(from?.source ?? null);
	const [refusal, setRefusal] = useState<EntryRefusal>();
	const writing = useRef(false);
	const send = async (form: HTMLFormElement) => {
		if (writing.current) return;
		const data = new FormData(form);
		const word = (field: string) => String(data.get(field) ?? '');
		const entry = { date: word('date'), count: word('count'), of: word('of'), memo: word('memo') };
		const read = readEntry({ ...entry, frequency, source }, when);
		setRefusal(read.ok ? undefined : read.refusal);
		if (!read.ok) return focusOn(form, read.refusal);
		writing.current = true;
		await onSubmit(read.value);
		writing.current = false;
	};
	const fault = `${name}-fault`;
	const describes = (...reasons: readonly EntryRefusal['reason'][]) =>
		refusal && reasons.includes(refusal.reason) ? { 'aria-invalid': true, 'aria-describedby': fault } : {};
	return (
		<form
			class="observation-form"
			noValidate
			aria-label={from ? '記録を直す' : '測ったことを入れる'}
			onSubmit={(event) => {
				event.preventDefault();
				void send(event.currentTarget);
			}}
		>
			<FrequencyField
				name={`${name}-frequency`}
				label="学校としての頻度"
				look="segments"
				options={frequenciesAsked}
				chosen={frequency}
				onChoose={setFrequency}
			/>
			<ClassesField
				from={from?.classes}
				fault={describes('notANumber', 'halfAFraction', 'noClass', 'moreThanAll', 'unmeasuredWithClasses')}
			/>
			<div>
				<span class="label" id={`${name}-source`}>
					何で調べたか
				</span>
				<Choice
					name={`${name}-source`}
					look="chips"
					labelledBy={`${name}-source`}
					chosen={source ?? undefined}
					onChoose={setSource}
					options={indicatorSources.map((value) => ({ value, content: sourceWord[value] }))}
				/>
			</div>
			<div class="observation-line">
				<label>
					<span class="label">調べた日</span>
					<input
						class="field"
						type="date"
						name="date"
						defaultValue={from?.date ?? proposedDay(when)}
						min={firstDay(when.fiscalYear)}
						max={when.today < lastDay(when.fiscalYear) ? when.today : lastDay(when.fiscalYear)}
						{...describes('date')}
					/>
				</label>
				<label class="observation-memo">
					<span class="label">
						メモ <span class="small quiet">児童生徒の名前は書かないでください</span>
					</span>
					<input class="field" name="memo" maxLength={400} autocomplete="off" defaultValue={from?.memo ?? ''} />
				</label>
			</div>
			<p id={fault} role="alert" class={refusal && 'problem'}>
				{refusal?.sentence}
			</p>
			<div class="row">
				<button type="submit" class="btn btn-go btn-wide">
					{submit}
				</button>
				<button type="button" class="btn" onClick={onCancel}>
					やめる
				</button>
				{onDelete && (
					<button type="button" class="btn btn-danger" onClick={onDelete}>
						この記録を消す
					</button>
				)}
			</div>
		</form>
	);
}

/** What has to be put right, in the order in which it is looked for. */
const toMend: Record<EntryRefusal['reason'], string> = {
	date: '[name=date]',
	notANumber: '[name=of]',
	halfAFraction: '.count-field:placeholder-shown',
	noClass: '[name=of]',
	moreThanAll: '[name=count]',
	unmeasuredWithClasses: '[name=of]',
	nothingSaid: '[name$=-frequency]',
	noSource: '[name$=-source]',
};

/** Takes the person to what has to be put right. */
const focusOn = (form: HTMLFormElement, { reason }: EntryRefusal): void =>
	form.querySelector<HTMLElement>(toMend[reason])?.focus();
