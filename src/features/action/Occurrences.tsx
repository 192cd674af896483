import { useRef, useState } from 'preact/hooks';
import { firstDay, lastDay } from '../../domain/plan/fiscalYear.ts';
import { addOccurrence, changeOccurrence, deleteEntity } from '../../domain/record/edits.ts';
import type { Occurrence } from '../../domain/record/reading.ts';
import { textConflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { dayWord, shortDay } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';
import { recentPlaces } from './recentPlaces.ts';
import './occurrences.css';

const elsewhere = 'elsewhere';

const fieldWord: Record<string, string> = { date: '日', place: '学年・学級・場', memo: 'メモ' };

/** 実施記録: a class, a tap. The button says what it will write. */
export function Occurrences({ session, state, place }: SectionProps) {
	return (
		<section id="record">
			<h2>
				実施記録
				<br />
				<span class="small quiet num">{state.occurrences.length}回</span>
			</h2>
			<div>
				<NewOccurrence session={session} action={state.id} code={place.measure.label} />
				{state.occurrences.length > 0 && (
					<ol class="ledger" aria-label="実施記録の一覧">
						{[...state.occurrences].reverse().map((occurrence) => (
							<LedgerRow key={occurrence.id} session={session} occurrence={occurrence} />
						))}
					</ol>
				)}
			</div>
		</section>
	);
}

function NewOccurrence({ session, action, code }: { session: Session; action: string; code: string }) {
	const places = recentPlaces(session.record(), 6);
	const [chosen, setChosen] = useState(places[0] ?? elsewhere);
	const [typed, setTyped] = useState('');
	const [date, setDate] = useState(session.today());
	const [open, setOpen] = useState<'none' | 'date' | 'memo' | 'both'>('none');
	const memo = useRef<HTMLInputElement>(null);
	const place = chosen === elsewhere ? typed.trim() : chosen;
	const today = session.today();
	const day = date === today && !session.isOtherYear ? `今日 ${shortDay(date)}` : dayWord(date);
	const shows = (part: 'date' | 'memo') => open === part || open === 'both';
	const write = async () => {
		const id = session.mintId();
		const written = await session.take({
			words: `${code} に「${[shortDay(date), place].filter(Boolean).join(' ')}」を記録しました`,
			edits: () => addOccurrence(id, { action, date, place, memo: memo.current?.value.trim() ?? '' }),
		});
		if (!written) return;
		setOpen('none');
		setDate(today);
		if (place) setChosen(place);
		setTyped('');
	};
	return (
		<form
			class="entry"
			onSubmit={(event) => {
				event.preventDefault();
				void write();
			}}
		>
			{places.length > 0 && (
				<Choice
					name="place"
					look="chips"
					label="どこで実施したか"
					chosen={chosen}
					onChoose={setChosen}
					options={[
						...places.map((value) => ({ value, content: value })),
						{ value: elsewhere, content: 'ほかの学級・場' },
					]}
				/>
			)}
			{chosen === elsewhere && (
				<label class="entry-field">
					<span class="small">学年・学級・場（空でもよい）</span>
					<input
						class="field"
						defaultValue=""
						maxLength={80}
						placeholder="例：5年1組"
						autocomplete="off"
						onInput={(event) => !event.isComposing && setTyped(event.currentTarget.value)}
						onCompositionEnd={(event) => setTyped(event.currentTarget.value)}
					/>
				</label>
			)}
			{shows('date') && (
				<label class="entry-field">
					<span class="small">実施した日</span>
					<input
						class="field"
						type="date"
						value={date}
						min={firstDay(session.fiscalYear)}
						max={lastDay(session.fiscalYear)}
						onChange={({ currentTarget }) => setDate(currentTarget.value || today)}
					/>
				</label>
			)}
			{shows('memo') && (
				<label class="entry-field">
					<span class="small">メモ（児童生徒の名前は書かないでください）</span>
					<input class="field" ref={memo} maxLength={400} autocomplete="off" />
				</label>
			)}
			<div class="row">
				<button type="submit" class="btn btn-go btn-wide">
					{[day, place].filter(Boolean).join(' ')} で記録する
				</button>
				{!shows('date') && (
					<button type="button" class="btn btn-line" onClick={() => setOpen(open === 'memo' ? 'both' : 'date')}>
						日付を変える
					</button>
				)}
				{!shows('memo') && (
					<button type="button" class="btn btn-line" onClick={() => setOpen(open === 'date' ? 'both' : 'memo')}>
						メモを足す
					</button>
				)}
			</div>
		</form>
	);
}

function LedgerRow({ session, occurrence }: { session: Session; occurrence: Occurrence }) {
	const [editing, setEditing] = useState(false);
	const { id, date, place, memo, revived, conflicts } = occurrence;
	if (editing) return <LedgerEditor session={session} occurrence={occurrence} onDone={() => setEditing(false)} />;
	return (
		<li>
			<span class="num">{dayWord(date)}</span>
			<span>{place}</span>
			<span>
				{memo}
				{revived && <b class="small">（消したあとに別の端末で直されたため、戻しました）</b>}
			</span>
			<button
				type="button"
				class="btn btn-line small"
				aria-label={`${dayWord(date)} ${place} の記録を直す`}
				onClick={() => setEditing(true)}
			>
				直す
			</button>
			{conflicts.map((field) => (
				<div key={field} class="ledger-conflict">
					<ConflictBox
						conflict={textConflictOf(session, `occurrence/${id}`, field, `この記録の${fieldWord[field] ?? field}`)}
						shown={(value) => (field === 'date' ? dayWord(String(value)) : textShown(value))}
						until="あとから入力されたほう"
						joins={field === 'memo'}
					/>
				</div>
			))}
		</li>
	);
}

function LedgerEditor({
	session,
	occurrence,
	onDone,
}: {
	session: Session;
	occurrence: Occurrence;
	onDone: () => void;
}) {
	const save = async (form: HTMLFormElement) => {
		const data = new FormData(form);
		const word = (name: string) => String(data.get(name) ?? '').trim();
		const changes = { date: word('date') || occurrence.date, place: word('place'), memo: word('memo') };
		if (await session.take({ edits: (fold) => changeOccurrence(fold, occurrence.id, changes) })) onDone();
	};
	const remove = () =>
		void session.take({
			words: `${dayWord(occurrence.date)}の記録を消しました`,
			edits: (fold) => deleteEntity(fold, `occurrence/${occurrence.id}`),
		});
	return (
		<li class="ledger-editor">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					void save(event.currentTarget);
				}}
			>
				<label>
					<span class="small">日</span>
					<input class="field" type="date" name="date" defaultValue={occurrence.date} required />
				</label>
				<label>
					<span class="small">学年・学級・場</span>
					<input class="field" name="place" defaultValue={occurrence.place} maxLength={80} />
				</label>
				<label>
					<span class="small">メモ</span>
					<input class="field" name="memo" defaultValue={occurrence.memo} maxLength={400} />
				</label>
				<div class="row">
					<button type="submit" class="btn btn-go">
						直す
					</button>
					<button type="button" class="btn" onClick={onDone}>
						やめる
					</button>
					<button type="button" class="btn btn-danger" onClick={remove}>
						この記録を消す
					</button>
				</div>
			</form>
		</li>
	);
}
