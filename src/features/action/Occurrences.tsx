import { useRef, useState } from 'preact/hooks';
import { firstDay, lastDay } from '../../domain/plan/fiscalYear.ts';
import { addOccurrence } from '../../domain/record/edits.ts';
import type { Session } from '../../session/session.ts';
import { Choice } from '../../ui/Choice.tsx';
import { dayWord, shortDay } from '../../ui/words.ts';
import type { SectionProps } from './ActionPage.tsx';
import { LedgerRow } from './LedgerRow.tsx';
import { recentPlaces } from './recentPlaces.ts';
import type { CityExchange } from './sharing.ts';
import './occurrences.css';

const elsewhere = 'elsewhere';

/** 実施記録: a class, a tap. The button says what it will write. */
export function Occurrences({ session, state, place, exchange }: SectionProps & { exchange: CityExchange }) {
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
							<LedgerRow
								key={occurrence.id}
								session={session}
								occurrence={occurrence}
								// A □ of the school's own stands beside no other school's.
								exchange={place.action && exchange}
							/>
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
