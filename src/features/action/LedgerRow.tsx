import { useEffect, useRef, useState } from 'preact/hooks';
import { readSharedCase } from '../../domain/record/attachments.ts';
import { changeOccurrence, deleteEntity } from '../../domain/record/edits.ts';
import type { Occurrence } from '../../domain/record/reading.ts';
import { conflictOf, textConflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { dayWord } from '../../ui/words.ts';
import { ShareCase } from './ShareCase.tsx';
import { SharedMark } from './SharedMark.tsx';
import type { CityExchange } from './sharing.ts';

const fieldWord: Record<string, string> = { date: '日', place: '学年・学級・場', memo: 'メモ' };

interface LedgerRowProps {
	session: Session;
	occurrence: Occurrence;
	/** Undefined where there is nobody to share with. */
	exchange: CityExchange | undefined;
}

/** One 実施記録, with the ways to mend it and to share it with the city's schools. */
export function LedgerRow({ session, occurrence, exchange }: LedgerRowProps) {
	const [open, setOpen] = useState<'editor' | 'share'>();
	const { id, date, place, memo, revived, conflicts } = occurrence;
	const close = () => setOpen(undefined);
	const row = useRef<HTMLLIElement>(null);
	const sharing = readSharedCase(session.record(), id);
	const stood = useRef({ open, shares: sharing.value !== null });
	useEffect(() => {
		const { open: wasOpen, shares } = stood.current;
		stood.current = { open, shares: sharing.value !== null };
		if (wasOpen === open && shares === stood.current.shares) return;
		// The button that was pressed is gone: whoever works with the keyboard goes on from this row, not from the top.
		if (document.activeElement === document.body) row.current?.querySelector('button')?.focus();
	}, [open, sharing.value !== null]);
	if (open === 'editor') return <LedgerEditor session={session} occurrence={occurrence} onDone={close} />;
	const name = [dayWord(date), place].filter(Boolean).join(' ');
	return (
		<li ref={row}>
			<span class="num">{dayWord(date)}</span>
			<span>{place}</span>
			<span>
				{memo}
				{revived && <b class="small">（消したあとに別の端末で直されたため、戻しました）</b>}
			</span>
			<span class="ledger-acts">
				<button
					type="button"
					class="btn btn-line small"
					aria-label={`${dayWord(date)} ${place} の記録を直す`}
					onClick={() => setOpen('editor')}
				>
					直す
				</button>
				{exchange && !sharing.value && open !== 'share' && (
					<button
						type="button"
						class="btn btn-line small"
						aria-label={`${name} の記録を市内で共有する`}
						onClick={() => setOpen('share')}
					>
						共有する
					</button>
				)}
			</span>
			{exchange && open === 'share' && (
				<ShareCase
					session={session}
					occurrence={occurrence}
					shared={sharing.value}
					exchange={exchange}
					onDone={close}
				/>
			)}
			{exchange && sharing.value && open !== 'share' && (
				<SharedMark
					session={session}
					id={id}
					name={name}
					shared={sharing.value}
					exchange={exchange}
					onMend={() => setOpen('share')}
				/>
			)}
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
			{sharing.others.length > 0 && (
				<div class="ledger-conflict">
					<ConflictBox
						conflict={conflictOf(session, `occurrence/${id}`, 'shared', '市内での共有', sharing)}
						shown={(value) => (value ? `共有する「${value.title}」${value.what}` : '共有しない')}
						until={sharing.value ? 'あとから入力されたほう' : '「共有しない」ほう'}
					/>
				</div>
			)}
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
